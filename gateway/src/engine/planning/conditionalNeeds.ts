import type { FetchNode, PlanNode, QueryPlan, QueryPlanSelectionNode } from "@apollo/query-planner";
import {
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import type { Needs } from "./needs.ts";
import { asking, replaceFetches } from "./planFetches.ts";

/**
 * The plan with fields that are asked for conditionally and `@require` something in fetches of their own. The planner
 * asks for such a field together with others; when its condition fails, what it requires is not fetched either, and
 * without that the others would not be asked for.
 */
export function splitConditionalNeeds(plan: QueryPlan, needs: Needs): QueryPlan {
  return needs.any ? replaceFetches(plan, (fetch) => splitFetch(fetch, needs)) : plan;
}

/** A field of an entity as a fetch asks for it. */
interface Asked {
  readonly field: FieldNode;
  readonly type: string;
  /** The conditions it stands under, as text. */
  readonly condition: string;
}

function splitFetch(fetch: FetchNode, needs: Needs): PlanNode {
  if (!fetch.requires || !/@(skip|include)/.test(fetch.operation)) return fetch;
  const [operation] = parse(fetch.operation, { noLocation: true }).definitions as [OperationDefinitionNode];
  const [entities] = operation.selectionSet.selections;
  if (entities?.kind !== Kind.FIELD || !entities.selectionSet) return fetch;
  const asked = fieldsIn(entities.selectionSet, "", "");
  const needsOf = ({ type, field }: Asked) => needs.of(fetch.serviceName, type, field.name.value);
  const conditional = (one: Asked) => (needsOf(one).size > 0 ? one.condition : "");
  const groups = Map.groupBy(asked, conditional);
  if (groups.size < 2) return fetch;
  const nodes = [...groups.values()].map((group): FetchNode => {
    const fields = new Set<SelectionNode>(group.map(({ field }) => field));
    const selectionSet = only(entities.selectionSet as SelectionSetNode, fields);
    const own = {
      ...operation,
      selectionSet: { ...operation.selectionSet, selections: [{ ...entities, selectionSet }] },
    };
    const isNeeded = (type: string, name: string) =>
      needs.isKey(fetch.serviceName, type, name) ||
      group.some((one) => needsOf(one).has(name)) ||
      !asked.some((one) => needsOf(one).has(name));
    const isRequired = (type: string, name: string) => group.some((one) => one.type === type && needsOf(one).has(name));
    const requires = demanding(pruned(fetch.requires ?? [], "", isNeeded), isRequired);
    return { ...asking(fetch, own), requires };
  });
  return { kind: "Parallel", nodes };
}

function fieldsIn({ selections }: SelectionSetNode, type: string, condition: string): Asked[] {
  return selections.flatMap((selection): Asked[] => {
    const own = (selection.directives ?? []).map(print).join(" ");
    const all = [condition, own].filter(Boolean).join(" ");
    if (selection.kind === Kind.FIELD) return [{ field: selection, type, condition: all }];
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    return fieldsIn(selection.selectionSet, selection.typeCondition?.name.value ?? type, all);
  });
}

/** The selections without the fields that are not among these, nor fragments that are empty without them. */
const only = (set: SelectionSetNode, fields: ReadonlySet<SelectionNode>): SelectionSetNode => ({
  ...set,
  selections: set.selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind !== Kind.INLINE_FRAGMENT) return fields.has(selection) ? [selection] : [];
    const selectionSet = only(selection.selectionSet, fields);
    return selectionSet.selections.length > 0 ? [{ ...selection, selectionSet }] : [];
  }),
});

/** A representation's selection with no top fields but those that are needed. */
function pruned(
  selections: readonly QueryPlanSelectionNode[],
  type: string,
  isNeeded: (type: string, name: string) => boolean,
): QueryPlanSelectionNode[] {
  return selections.flatMap((node): QueryPlanSelectionNode[] => {
    if (node.kind === "Field") return node.name === "__typename" || isNeeded(type, node.name) ? [node] : [];
    return [{ ...node, selections: pruned(node.selections, node.typeCondition ?? type, isNeeded) }];
  });
}

/**
 * A representation's selection in which a type whose fields are required has one fragment, with all of them: a fragment
 * that cannot be filled is left out, and the others on the type would then ask without what is required.
 */
function demanding(
  selections: readonly QueryPlanSelectionNode[],
  isRequired: (type: string, name: string) => boolean,
): QueryPlanSelectionNode[] {
  const types = new Map<string, QueryPlanSelectionNode[]>();
  for (const node of selections) {
    if (node.kind !== "InlineFragment" || !node.typeCondition) continue;
    const { typeCondition } = node;
    const demands = node.selections.some((one) => one.kind === "Field" && isRequired(typeCondition, one.name));
    if (demands) types.set(typeCondition, merged([...(types.get(typeCondition) ?? []), ...node.selections]));
  }
  const others = selections.filter((node) => node.kind === "Field" || !types.has(node.typeCondition ?? ""));
  const whole = [...types].map(([typeCondition, inner]) => ({
    kind: "InlineFragment" as const,
    typeCondition,
    selections: inner,
  }));
  return [...others, ...whole];
}

/** Selections of one object as one, each field once. */
function merged(selections: readonly QueryPlanSelectionNode[]): QueryPlanSelectionNode[] {
  const byKey = new Map<string, QueryPlanSelectionNode>();
  for (const node of selections) {
    const key = node.kind === "Field" ? (node.alias ?? node.name) : `... on ${node.typeCondition}`;
    const known = byKey.get(key);
    if (!known) byKey.set(key, node);
    else if (node.selections)
      byKey.set(key, {
        ...known,
        selections: merged([...(known.selections ?? []), ...node.selections]),
      } as typeof node);
  }
  return [...byKey.values()];
}
