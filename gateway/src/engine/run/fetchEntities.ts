import type { Group } from "../compile/schedule.js";
import type { Channel } from "../compile/step.js";
import { isJsonObject } from "../json.js";
import type { SubgraphResponse } from "../subgraphClient.js";
import { applyEntities } from "./applyEntities.js";
import { wrongEntities } from "./badAnswer.js";
import { type Collected, collect, type EntityStep } from "./collect.js";
import { reportEntityErrors } from "./entityErrors.js";
import { variablesText } from "./requestVariables.js";
import type { RunState } from "./runState.js";

/** What one request asks of one channel: each representation once, in this order. */
export interface Ask {
  readonly channel: Channel;
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
  return open.length > 0 ? request(run, group, open) : Promise.resolve();
}

async function request<C>(run: RunState<C>, group: Group, asks: readonly Ask[]): Promise<void> {
  const [{ planned }] = asks as [Ask];
  const channels = asks.map(({ channel }) => channel);
  const { operation, variableNames, parts } = group.operationFor(channels, planned);
  const representations = asks.map(
    ({ texts }, index) => `"${parts[index]?.variable}":[${[...texts.keys()].join(",")}]`,
  );
  const variables = variablesText(variableNames, run.variables, representations);
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
  const asks = new Map<Channel, Ask>();
  for (const step of steps) {
    const { channel } = step.entities;
    const ask: Ask = asks.get(channel) ?? { channel, texts: new Map(), collected: [], planned: step };
    asks.set(channel, ask);
    const collected = collect(run.objects, step);
    ask.collected.push(collected);
    if (run.problems.any) passOnFaults(run, collected);
    const known = run.known?.get(channel);
    for (const text of collected.texts) {
      if (!ask.texts.has(text) && !known?.has(text)) ask.texts.set(text, ask.texts.size);
    }
  }
  return [...asks.values()];
}

/** Objects that cannot be asked for, because an earlier fetch failed, lack what this step would have brought for the same reason. */
function passOnFaults<C>({ objects, problems }: RunState<C>, { step, targets }: Collected): void {
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
