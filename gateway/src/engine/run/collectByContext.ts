import { asInput, type ContextValue } from "../compile/contextValues.js";
import { isFilter, passes } from "../compile/responsePath.js";
import type { Channel, ContextPart } from "../compile/step.js";
import { isJsonObject, type JsonObject, readOwn } from "../json.js";
import type { SubgraphError } from "../subgraphClient.js";
import type { Collected, EntityStep } from "./collect.js";
import type { Fault, Problems } from "./problems.js";
import type { RunState } from "./runState.js";

const MISSING: SubgraphError = {
  message: "该字段所需的上下文值缺失。 A value that the field takes from its context is missing.",
  extensions: { code: "CONTEXT_VALUE_MISSING" },
};

/** Objects of a step that are asked for alike. */
export interface Share {
  readonly channel: Channel;
  /** What contexts give their fields: JSON, in the order of the channel's variables. */
  readonly values: readonly string[];
  readonly collected: Collected;
}

/**
 * The objects of a step that takes values from contexts, those with the same values together. An object for which a
 * value is missing is asked for without the fields that take it.
 */
export function collectByContext<C>(run: RunState<C>, step: EntityStep, contexts: ContextPart): Share[] {
  const shares = new Map<string, { share: Share; targets: JsonObject[]; texts: string[] }>();
  const add = (channel: Channel, values: readonly string[], target: JsonObject, text: string): void => {
    const key = values.join();
    let known = shares.get(key);
    if (!known) {
      const [targets, texts]: [JsonObject[], string[]] = [[], []];
      known = { share: { channel, values, collected: { step, targets, texts } }, targets, texts };
      shares.set(key, known);
    }
    known.targets.push(target);
    known.texts.push(text);
  };
  const { channel, representation } = step.entities;
  const lacking: JsonObject[] = [];
  forTargets(run.data, step.path, (target, above) => {
    const text = representation.text(target);
    if (text === undefined) return;
    const { values, faults } = valuesFor(contexts.values, above, run.problems);
    if (values) return add(channel, values, target, text);
    for (const fault of faults) run.problems.passTo(target, fault, contexts.keys);
    if (faults.length === 0) lacking.push(target);
    if (contexts.bare) add(contexts.bare, [], target, text);
  });
  if (lacking.length > 0) run.problems.addFault(MISSING, step.subgraph, contexts.keys, lacking);
  return [...shares.values()].map(({ share }) => share);
}

/** The values that contexts give to an object, or what has hindered them. */
interface Given {
  readonly values: readonly string[] | undefined;
  readonly faults: readonly Fault[];
}

function valuesFor(wanted: readonly ContextValue[], above: readonly unknown[], problems: Problems): Given {
  const values: string[] = [];
  const faults: Fault[] = [];
  for (const { type, sources } of wanted) {
    const lacks: [object: JsonObject, key: string][] = [];
    let found: unknown;
    for (const { depth, read } of sources) {
      found = read(above[depth], (object, key) => lacks.push([object, key]));
      if (found !== undefined || lacks.length > 0) break;
    }
    // What was not fetched is not null: nobody knows what it is.
    for (const [object, key] of lacks) {
      const fault = problems.faultOf(object, key);
      if (fault) faults.push(fault);
    }
    const value = asInput(type, found);
    if (value !== undefined) values.push(JSON.stringify(value));
  }
  return { values: faults.length === 0 && values.length === wanted.length ? values : undefined, faults };
}

/** Calls `found` for each object a path leads to, with what stands at each of its lengths. */
function forTargets(
  root: JsonObject,
  path: readonly string[],
  found: (target: JsonObject, above: readonly unknown[]) => void,
): void {
  const above: unknown[] = [];
  const seen = new Set<JsonObject>();
  const walk = (value: unknown, depth: number): void => {
    above[depth] = value;
    const segment = path[depth];
    if (segment === undefined) {
      if (!isJsonObject(value) || seen.has(value)) return;
      seen.add(value);
      found(value, above);
    } else if (isFilter(segment)) {
      if (passes(segment, value)) walk(value, depth + 1);
    } else if (segment === "@") {
      if (Array.isArray(value)) for (const element of value) walk(element, depth + 1);
    } else if (isJsonObject(value)) walk(readOwn(value, segment), depth + 1);
  };
  walk(root, 0);
}
