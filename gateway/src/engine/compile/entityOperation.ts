import { print } from "graphql";
import type { SubgraphOperation } from "../subgraphClient.js";
import type { Channel, Step } from "./step.js";

/** A request for the entities of one or more channels. */
export interface EntityOperation {
  readonly operation: SubgraphOperation;
  readonly variableNames: ReadonlySet<string>;
  /** For each channel, in order: the answer's key and the variable that takes the representations. */
  readonly parts: readonly Part[];
}

interface Part {
  readonly key: string;
  readonly variable: string;
  /** The variables that take values from contexts, in the channel's order. */
  readonly contexts: readonly string[];
}

/** One channel asks with the operation as it was planned; several ask with one operation, an alias for each. */
export function entityOperation(channels: readonly Channel[], planned: Step): EntityOperation {
  const variables = new Map(channels.flatMap((channel) => [...channel.variables]));
  const variableNames = new Set(variables.keys());
  const [channel] = channels;
  if (channels.length === 1 && channel === planned.entities?.channel && !variables.has("representations")) {
    const contexts = channel?.contexts?.variables.map(({ name }) => name) ?? [];
    const parts = [{ key: "_entities", variable: "representations", contexts }];
    return { operation: planned.operation, variableNames, parts };
  }
  const prefix = freePrefix(variables);
  const parts = channels.map(({ contexts }, index): Part => {
    const variable = `${prefix}${index}`;
    return { key: `_${index}`, variable, contexts: contexts?.variables.map((_, at) => `${variable}_${at}`) ?? [] };
  });
  const definitions = parts.flatMap(({ variable, contexts: names }, index) => {
    const types = channels[index]?.contexts?.variables.map(({ type }) => print(type)) ?? [];
    return [`$${variable}:[_Any!]!`, ...names.map((name, at) => `$${name}:${types[at]}`)];
  });
  definitions.push(...variables.values());
  const selections = channels.map(({ selection, contexts: given }, index) => {
    const { key, variable, contexts } = parts[index] as Part;
    return `${key}:_entities(representations:$${variable})${given?.withNames(contexts) ?? selection}`;
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
