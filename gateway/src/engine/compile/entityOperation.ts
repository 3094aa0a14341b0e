import type { SubgraphOperation } from "../subgraphClient.js";
import type { Channel, Step } from "./step.js";

/** A request for the entities of one or more channels. */
export interface EntityOperation {
  readonly operation: SubgraphOperation;
  readonly variableNames: ReadonlySet<string>;
  /** For each channel, in order: the answer's key and the variable that takes the representations. */
  readonly parts: readonly { readonly key: string; readonly variable: string }[];
}

/** One channel asks with the operation as it was planned; several ask with one operation, an alias for each. */
export function entityOperation(channels: readonly Channel[], planned: Step): EntityOperation {
  const variables = new Map(channels.flatMap((channel) => [...channel.variables]));
  const variableNames = new Set(variables.keys());
  if (channels.length === 1 && !variables.has("representations")) {
    return { operation: planned.operation, variableNames, parts: [{ key: "_entities", variable: "representations" }] };
  }
  const prefix = freePrefix(variables);
  const parts = channels.map((_, index) => ({ key: `_${index}`, variable: `${prefix}${index}` }));
  const definitions = [...parts.map(({ variable }) => `$${variable}:[_Any!]!`), ...variables.values()];
  const selections = channels.map(({ selection }, index) => {
    const { key, variable } = parts[index] as (typeof parts)[number];
    return `${key}:_entities(representations:$${variable})${selection}`;
  });
  const operationName = planned.operation.operationName;
  const query = `query ${operationName ?? ""}(${definitions.join(",")}){${selections.join(" ")}}`;
  return { operation: { kind: "query", query, operationName }, variableNames, parts };
}

/** A beginning that no variable of the client's has. */
function freePrefix(variables: ReadonlyMap<string, string>): string {
  let prefix = "r";
  while ([...variables.keys()].some((name) => name.startsWith(prefix))) prefix += "_";
  return prefix;
}
