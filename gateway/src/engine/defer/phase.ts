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
  const root = { type: rootTypeOf(scope), selections: [scope.definition.selectionSet], path: [] };
  return phaseOf([node], root, { ...scope, stands });
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

/** What the plan defers, and for whom. */
type Found = DeferNode["deferred"][number] & { readonly place: string; readonly objects: AskedObjects };

/** @param nodes  what the plan has for the phase: several, where a fragment that defers is spread under several conditions */
function phaseOf(
  nodes: readonly (PlanNode | undefined)[],
  { type, selections }: AskedObjects,
  scope: PhaseScope,
): Phase {
  const { types, conditions } = scope;
  const chosen = nodes.flatMap((node) => chosenNode(node, conditions) ?? []);
  const first = chosen.flatMap((node) => (node.kind === "Defer" ? (node.primary.node ?? []) : node));
  const deferred = chosen.flatMap((node) => (node.kind === "Defer" ? node.deferred : []));
  const found = deferred.flatMap((part) => {
    const objects = objectsAskedAt(part.queryPath, scope);
    return objects ? ([{ ...part, place: placeLabelled(part.label), objects }] satisfies Found[]) : [];
  });
  const parts = Map.groupBy(found, ({ place, objects }) => [place, ...objects.path].join("\n"));
  const steps = planSteps({ kind: "Parallel", nodes: first }, { types, condition: (name) => conditions.holds(name) });
  return {
    schedule: scheduleSteps(steps),
    write: compileComposite(type, selections, scope),
    parts: [...parts.values()].map((same) => compilePart(same, scope)),
  };
}

/** @param same  what the plan has for one `@defer` at one place */
function compilePart(same: readonly Found[], scope: PhaseScope): DeferredPart {
  const [{ place, objects }] = same as [Found];
  const selections = fragmentsDeferredAt(place, objects.selections, scope.fragments);
  const own: SelectionSetNode = { kind: Kind.SELECTION_SET, selections };
  const nodes = same.map(({ node }) => node);
  return {
    label: scope.labels.get(place),
    depends: same.flatMap(({ depends }) => depends.map(({ id }) => id)),
    path: objects.path,
    phase: phaseOf(nodes, { ...objects, selections: [own] }, scope),
  };
}
