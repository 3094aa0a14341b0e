import type { FetchNode, QueryPlan, QueryPlanSelectionNode } from "@apollo/query-planner";
import {
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  stripIgnoredCharacters,
  visit,
} from "graphql";
import { asking, replaceFetches } from "./planFetches.ts";
import { isStandIn, type StandIn, type StandIns } from "./standIns.ts";

/** The plan with the fields that stand-ins stand for, in fetches of their own where two ask for one field differently. */
export function restorePlan(plan: QueryPlan, standIns: StandIns): QueryPlan {
  if (!standIns.any) return plan;
  const restored = replaceFetches(plan, (fetch) => {
    const nodes = splitFetch(fetch, standIns).map((part) => restoreFetch(part, standIns));
    return nodes.length === 1 && nodes[0] ? nodes[0] : { kind: "Parallel", nodes };
  });
  const { node } = restored;
  if (node?.kind !== "Subscription") return restored;
  return { ...restored, node: { ...node, primary: restoreFetch(node.primary, standIns) } };
}

function restoreFetch(fetch: FetchNode, standIns: StandIns): FetchNode {
  const renamers = standInPaths(fetch.requires ?? []).map((path) => ({
    kind: "KeyRenamer" as const,
    path,
    renameKeyTo: standIns.get(path.at(-1) ?? "")?.field ?? "",
  }));
  const inputRewrites = [...(fetch.inputRewrites ?? []), ...renamers];
  return {
    ...fetch,
    operation: withCalls(fetch.operation, standIns),
    ...(inputRewrites.length > 0 && { inputRewrites }),
  };
}

/** The operation with each stand-in as what it stands for, under the stand-in's name. */
function withCalls(operation: string, standIns: StandIns): string {
  if (!isMentioned(operation)) return operation;
  const restored = visit(parse(operation, { noLocation: true }), {
    Field(field) {
      const standIn = standIns.get(field.name.value);
      if (!standIn) return undefined;
      const name = { kind: Kind.NAME as const, value: standIn.field };
      return { ...field, alias: field.alias ?? field.name, name, arguments: standIn.arguments ?? [] };
    },
  });
  return stripIgnoredCharacters(print(restored));
}

const isMentioned = (text: string) => text.includes("_required");

/** Where a representation has stand-ins. */
function standInPaths(selections: readonly QueryPlanSelectionNode[], above: readonly string[] = []): string[][] {
  return selections.flatMap((node) => {
    const inner = node.kind === "Field" ? node.name : node.typeCondition && `... on ${node.typeCondition}`;
    const path = inner === undefined ? above : [...above, inner];
    // What lies in a stand-in is renamed before the stand-in is.
    const below = standInPaths(node.selections ?? [], path);
    return node.kind === "Field" && isStandIn(node.name) ? [...below, [...path]] : below;
  });
}

/** A fetch whose fields require one field with different arguments, as one fetch for each. */
function splitFetch(fetch: FetchNode, standIns: StandIns): FetchNode[] {
  if (standInPaths(fetch.requires ?? []).length < 2) return [fetch];
  const [operation] = parse(fetch.operation, { noLocation: true }).definitions as [OperationDefinitionNode];
  const [entities] = operation.selectionSet.selections;
  if (entities?.kind !== Kind.FIELD) return [fetch];
  const groups: Map<string, StandIn>[] = [new Map()];
  const groupOf = new Map<SelectionNode, number>();
  const assign = (selections: readonly SelectionNode[], type: string): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        assign(selection.selectionSet.selections, selection.typeCondition?.name.value ?? type);
      } else if (selection.kind === Kind.FIELD) {
        const needs = [...standIns.requiredBy(fetch.serviceName, type, selection.name.value)];
        const fits = groups.findIndex((group) => needs.every((one) => (group.get(called(one)) ?? one) === one));
        const index = fits === -1 ? groups.push(new Map()) - 1 : fits;
        for (const need of needs) groups[index]?.set(called(need), need);
        groupOf.set(selection, index);
      }
    }
  };
  assign(entities.selectionSet?.selections ?? [], "");
  if (groups.length === 1) return [fetch];
  return groups.map((group, index) =>
    part(fetch, operation, (field) => (groupOf.get(field) ?? index) === index, group),
  );
}

const called = ({ type, field }: StandIn) => `${type}.${field}`;

function part(
  fetch: FetchNode,
  operation: OperationDefinitionNode,
  belongs: (field: SelectionNode) => boolean,
  group: ReadonlyMap<string, StandIn>,
): FetchNode {
  const kept = new Set([...group.values()].map(({ name }) => name));
  const chosen = visit(operation, {
    Field: (field) => (belongs(field) ? undefined : null),
    InlineFragment: { leave: ({ selectionSet }) => (selectionSet.selections.length > 0 ? undefined : null) },
  });
  return { ...asking(fetch, chosen), requires: pruned(fetch.requires ?? [], kept) };
}

/** A representation's selection without the stand-ins that are not kept, nor what is empty without them. */
function pruned(selections: readonly QueryPlanSelectionNode[], kept: ReadonlySet<string>): QueryPlanSelectionNode[] {
  return selections.flatMap((node): QueryPlanSelectionNode[] => {
    if (node.kind === "Field" && isStandIn(node.name) && !kept.has(node.name)) return [];
    if (!node.selections) return [node];
    const inner = pruned(node.selections, kept);
    return inner.length > 0 ? [{ ...node, selections: inner }] : [];
  });
}
