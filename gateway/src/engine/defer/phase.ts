import type { DeferNode, PlanNode } from "@apollo/query-planner";
import { type GraphQLCompositeType, Kind, parse, type SelectionSetNode } from "graphql";
import { planSteps } from "../compile/planSteps.js";
import { type Schedule, scheduleSteps } from "../compile/schedule.js";
import type { Conditions } from "../conditions.js";
import type { Write } from "../write/leaf.js";
import { compileComposite } from "../write/projection.js";
import type { PhaseScope } from "./phaseScope.js";
import { typeAt } from "./typeAt.js";

/** What is answered at once: the steps to run, how objects are written, and the parts that follow. */
export interface Phase {
  readonly schedule: Schedule;
  readonly write: Write;
  readonly parts: readonly DeferredPart[];
}

/** What a `@defer` puts off. */
export interface DeferredPart {
  readonly label: string | undefined;
  /** Where its objects are: response keys, and `... on T` where only some objects are meant. */
  readonly path: readonly string[];
  readonly phase: Phase;
}

export function compilePhase(node: DeferNode, type: GraphQLCompositeType, scope: PhaseScope): Phase {
  return phaseOf(node.primary.node, node.primary.subselection, node.deferred, type, scope);
}

/** The plan's node that the conditions choose. */
export function chosenNode(node: PlanNode | undefined, conditions: Conditions): PlanNode | undefined {
  if (node?.kind !== "Condition") return node;
  return chosenNode(conditions.holds(node.condition) ? node.ifClause : node.elseClause, conditions);
}

function phaseOf(
  node: PlanNode | undefined,
  subselection: string | undefined,
  deferred: DeferNode["deferred"],
  type: GraphQLCompositeType,
  scope: PhaseScope,
): Phase {
  const { types, conditions } = scope;
  const selections = subselection === undefined ? [] : [parseSelection(subselection)];
  return {
    schedule: scheduleSteps(planSteps(node, { types, condition: (name) => conditions.holds(name) })),
    write: compileComposite(type, selections, scope),
    parts: deferred.map((part) => compilePart(part, scope)),
  };
}

function compilePart(
  { label, queryPath, subselection, node }: DeferNode["deferred"][number],
  scope: PhaseScope,
): DeferredPart {
  const type = typeAt(queryPath, scope);
  const chosen = chosenNode(node, scope.conditions);
  const phase =
    chosen?.kind === "Defer"
      ? phaseOf(chosen.primary.node, chosen.primary.subselection ?? subselection, chosen.deferred, type, scope)
      : phaseOf(chosen, subselection, [], type, scope);
  return { label, path: queryPath, phase };
}

function parseSelection(text: string): SelectionSetNode {
  const [definition] = parse(text, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error("A deferred plan selects nothing readable.");
  return definition.selectionSet;
}
