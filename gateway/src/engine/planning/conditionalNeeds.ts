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
    return { ...asking(fetch, own), requires: pruned(fetch.requires ?? [], "", isNeeded) };
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
