import type { DeferNode, PlanNode } from "@apollo/query-planner";
import { Kind, type SelectionNode, type SelectionSetNode } from "graphql";
import { planSteps } from "../compile/planSteps.js";
import { type Schedule, scheduleSteps } from "../compile/schedule.js";
import type { Conditions } from "../conditions.js";
import type { Write } from "../write/leaf.js";
import { compileComposite } from "../write/projection.js";
import { type AskedObjects, objectsAskedAt } from "./askedObjects.js";
import { deferOf, fragmentsDeferredAt, placeLabelled } from "./deferLabels.js";
import { type PhaseScope, rootTypeOf } from "./phaseScope.js";

/** What is answered at once: the steps to run, how objects are written, and the parts that follow. */
export interface Phase {
  readonly schedule: Schedule;
  readonly write: Write;
  readonly parts: readonly DeferredPart[];
}

/** What a `@defer` puts off. */
export interface DeferredPart {
  readonly label: string | undefined;
  /** The planner's ids of the fetches without which it cannot start. */
  readonly depends: readonly string[];
  /** Where its objects are: response keys, and `... on T` where only some objects are meant. */
  readonly path: readonly string[];
  readonly phase: Phase;
}

/**
 * Compiles a plan that defers. The planner says what is fetched when; what is written when follows from the client's own
 * document: a phase writes what is selected at its place, except for what the plan defers.
 */
export function compilePhase(node: DeferNode, scope: PhaseScope): Phase {
  const deferred = deferredIn(node, scope);
  const isDeferred = (selection: SelectionNode) => deferred.has(deferOf(selection) ?? "");
  const stands = (selection: SelectionNode) => scope.stands(selection) && !isDeferred(selection);
  const root = { type: rootTypeOf(scope), selections: [scope.definition.selectionSet] };
  return phaseOf(node, root, { ...scope, stands });
}

/** The plan's node that the conditions choose. */
export function chosenNode(node: PlanNode | undefined, conditions: Conditions): PlanNode | undefined {
  if (node?.kind !== "Condition") return node;
  return chosenNode(conditions.holds(node.condition) ? node.ifClause : node.elseClause, conditions);
}

/** The places of all `@defer`s that the plan heeds. */
function deferredIn({ deferred }: DeferNode, scope: PhaseScope): Set<string> {
  const places = deferred.flatMap(({ label, node }) => {
    const inner = chosenNode(node, scope.conditions);
    return [placeLabelled(label), ...(inner?.kind === "Defer" ? deferredIn(inner, scope) : [])];
  });
  return new Set(places);
}

function phaseOf(node: PlanNode | undefined, { type, selections }: AskedObjects, scope: PhaseScope): Phase {
  const { types, conditions } = scope;
  const chosen = chosenNode(node, conditions);
  const [first, deferred] = chosen?.kind === "Defer" ? [chosen.primary.node, chosen.deferred] : [chosen, []];
  return {
    schedule: scheduleSteps(planSteps(first, { types, condition: (name) => conditions.holds(name) })),
    write: compileComposite(type, selections, scope),
    parts: deferred.flatMap((part) => compilePart(part, scope) ?? []),
  };
}

function compilePart(
  { label, depends, queryPath, node }: DeferNode["deferred"][number],
  scope: PhaseScope,
): DeferredPart | undefined {
  const objects = objectsAskedAt(queryPath, scope);
  if (!objects) return undefined;
  const place = placeLabelled(label);
  const selections = fragmentsDeferredAt(place, objects.selections, scope.fragments);
  const own: SelectionSetNode = { kind: Kind.SELECTION_SET, selections };
  return {
    label: scope.labels.get(place),
    depends: depends.map(({ id }) => id),
    path: queryPath,
    phase: phaseOf(node, { type: objects.type, selections: [own] }, scope),
  };
}
