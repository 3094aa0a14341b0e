import type { Group } from "../compile/schedule.js";
import type { Channel } from "../compile/step.js";
import { isJsonObject, type JsonObject } from "../json.js";
import type { SubgraphResponse } from "../subgraphClient.js";
import { applyEntities } from "./applyEntities.js";
import { wrongEntities } from "./badAnswer.js";
import { type Collected, collect, type EntityStep } from "./collect.js";
import { collectByContext, type Share } from "./collectByContext.js";
import { reportEntityErrors } from "./entityErrors.js";
import { variablesText } from "./requestVariables.js";
import type { RunState } from "./runState.js";

/** Contexts with many values would make a request of any length. */
const MOST_PARTS = 50;

/** What one request asks of one channel: each representation once, in this order. */
export interface Ask {
  readonly channel: Channel;
  /** What contexts give to its fields: JSON, in the order of the channel's variables. */
  readonly values: readonly string[];
  /** Tells its representations from the same ones that are given other values. */
  readonly given: string;
  readonly texts: Map<string, number>;
  readonly collected: Collected[];
  /** The first of the steps: its operation serves when nothing else is asked. */
  readonly planned: EntityStep;
}

/** Runs those steps of a group that are ready, in one request at most. */
export function fetchEntities<C>(run: RunState<C>, group: Group, steps: readonly EntityStep[]): Promise<void> {
  const asks = asksOf(run, steps);
  const open = asks.filter(({ texts }) => texts.size > 0);
  for (const ask of asks) if (ask.texts.size === 0) applyEntities(run, ask, []);
  if (open.length <= MOST_PARTS) return open.length > 0 ? request(run, group, open) : Promise.resolve();
  const starts = Array.from({ length: Math.ceil(open.length / MOST_PARTS) }, (_, index) => index * MOST_PARTS);
  const requests = starts.map((start) => request(run, group, open.slice(start, start + MOST_PARTS)));
  return Promise.all(requests).then(() => {});
}

async function request<C>(run: RunState<C>, group: Group, asks: readonly Ask[]): Promise<void> {
  const [{ planned }] = asks as [Ask];
  const channels = asks.map(({ channel }) => channel);
  const { operation, variableNames, parts } = group.operationFor(channels, planned);
  const given = asks.map(({ texts, values }, index) => {
    const { variable, contexts } = parts[index] as (typeof parts)[number];
    let text = `"${variable}":[${[...texts.keys()].join(",")}]`;
    for (let at = 0; at < values.length; at++) text += `,"${contexts[at]}":${values[at]}`;
    return text;
  });
  const variables = variablesText(variableNames, run.variables, given);
  const response = await run.client.fetch(planned.subgraph, { operation, variables }, run.context, run.signal);
  const keys = new Map(asks.map((ask, index) => [parts[index]?.key ?? "", ask]));
  // What fails as a whole must not take along those that only shared its way.
  if (asks.length > 1 && isRefused(response)) await Promise.all(asks.map((ask) => request(run, group, [ask])));
  else takeEntities(run, keys, response);
}

/** The subgraph has answered, with nothing for anybody: one selection is invalid there, or its `_entities` null. */
const isRefused = ({ data, errors }: SubgraphResponse) =>
  !isJsonObject(data) && errors?.every(({ extensions }) => !String(extensions?.code).startsWith("SUBGRAPH_")) === true;

function asksOf<C>(run: RunState<C>, steps: readonly EntityStep[]): Ask[] {
  const asks = new Map<Channel | string, Ask>();
  for (const step of steps) {
    const { channel, contexts } = step.entities;
    if (contexts) {
      const shares = collectByContext(run, step, contexts);
      const targets = shares.flatMap(({ collected }) => collected.targets);
      if (run.problems.any) passOnFaults(run, step, targets);
      for (const share of shares) addShare(run, asks, share);
    } else {
      const collected = collect(run.objects, step);
      if (run.problems.any) passOnFaults(run, step, collected.targets);
      addShare(run, asks, { channel, values: NONE, collected });
    }
  }
  return [...asks.values()];
}

const NONE: readonly string[] = [];

function addShare<C>(run: RunState<C>, asks: Map<Channel | string, Ask>, { channel, values, collected }: Share): void {
  const given = values.length > 0 ? values.join() : "";
  const key = given === "" ? channel : `${channel.index} ${given}`;
  let ask = asks.get(key);
  if (!ask) {
    ask = { channel, values, given, texts: new Map(), collected: [], planned: collected.step };
    asks.set(key, ask);
  }
  ask.collected.push(collected);
  const known = run.known?.get(channel);
  const { texts } = ask;
  for (const text of collected.texts) if (!texts.has(text) && !known?.has(given + text)) texts.set(text, texts.size);
}

/** Objects that cannot be asked for, because an earlier fetch failed, lack what this step would have brought for the same reason. */
function passOnFaults<C>({ objects, problems }: RunState<C>, step: EntityStep, targets: readonly JsonObject[]): void {
  const asked = new Set(targets);
  for (const object of objects.at(step.place)) if (!asked.has(object)) problems.passOn(object, step.keys);
}

function takeEntities<C>(run: RunState<C>, keys: ReadonlyMap<string, Ask>, response: SubgraphResponse): void {
  const answers = new Map<Ask, readonly unknown[]>();
  run.texts.arePlain &&= response.isPlain === true;
  for (const [key, ask] of keys) {
    const entities = isJsonObject(response.data) ? response.data[key] : undefined;
    if (Array.isArray(entities) && entities.length === ask.texts.size) answers.set(ask, entities);
    else if (!response.errors?.length) addFault(run, ask, wrongEntities(ask.texts.size));
  }
  if (response.errors) reportEntityErrors(run, keys, response.errors);
  for (const ask of keys.values()) applyEntities(run, ask, answers.get(ask) ?? [], response.errors);
}

/** A whole request's failure is felt by everything that was asked for. */
export function addFault<C>(
  run: RunState<C>,
  { channel, collected, texts }: Ask,
  error: Parameters<typeof run.problems.addFault>[0],
): void {
  for (const { step, targets, texts: asked } of collected) {
    const felt = targets.filter((_, index) => texts.has(asked[index] as string));
    run.problems.addFault(error, channel.subgraph, step.keys, felt);
  }
}
