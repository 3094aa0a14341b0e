import type { FetchNode, PlanNode, QueryPlan } from "@apollo/query-planner";
import { type OperationDefinitionNode, print, stripIgnoredCharacters } from "graphql";

/** The plan with something else in the place of each fetch, but for the one that opens a subscription. */
export function replaceFetches(plan: QueryPlan, replaced: (fetch: FetchNode) => PlanNode): QueryPlan {
  const within = (node: PlanNode): PlanNode => {
    switch (node.kind) {
      case "Fetch":
        return replaced(node);
      case "Sequence":
      case "Parallel":
        return { ...node, nodes: node.nodes.map(within) };
      case "Flatten":
        return { ...node, node: within(node.node) };
      case "Condition":
        return { ...node, ifClause: optional(node.ifClause), elseClause: optional(node.elseClause) };
      case "Defer":
        return {
          ...node,
          primary: { ...node.primary, node: optional(node.primary.node) },
          deferred: node.deferred.map((part) => ({ ...part, node: optional(part.node) })),
        };
    }
  };
  const optional = (node: PlanNode | undefined) => node && within(node);
  const { node } = plan;
  if (node?.kind === "Subscription") return { ...plan, node: { ...node, rest: optional(node.rest) } };
  return { ...plan, node: optional(node) };
}

/** A fetch, and where in the answer its data belongs. */
export interface PlacedFetch {
  readonly fetch: FetchNode;
  readonly path: readonly string[];
}

export function fetchesOf({ node }: QueryPlan): PlacedFetch[] {
  const within = (node: PlanNode | undefined, path: readonly string[]): PlacedFetch[] => {
    switch (node?.kind) {
      case undefined:
        return [];
      case "Fetch":
        return [{ fetch: node, path }];
      case "Flatten":
        return within(node.node, [...path, ...node.path.map(String)]);
      case "Sequence":
      case "Parallel":
        return node.nodes.flatMap((inner) => within(inner, path));
      case "Condition":
        return [node.ifClause, node.elseClause].flatMap((inner) => within(inner, path));
      case "Defer":
        return [node.primary, ...node.deferred].flatMap((part) => within(part.node, path));
    }
  };
  return node?.kind === "Subscription"
    ? [node.primary, node.rest].flatMap((inner) => within(inner, []))
    : within(node, []);
}

/** The fetch with this operation instead of its own, and no variables but those it uses. */
export function asking(fetch: FetchNode, operation: OperationDefinitionNode): FetchNode {
  const body = print(operation.selectionSet);
  const isUsed = (name: string) => new RegExp(`\\$${name}\\b`).test(body);
  const variableDefinitions = operation.variableDefinitions?.filter(({ variable }) => isUsed(variable.name.value));
  return {
    ...fetch,
    operation: stripIgnoredCharacters(print({ ...operation, variableDefinitions })),
    ...(fetch.variableUsages && { variableUsages: fetch.variableUsages.filter(isUsed) }),
  };
}
