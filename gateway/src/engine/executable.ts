import type { QueryPlan } from "@apollo/query-planner";
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from "graphql";
import { planSteps } from "./compile/planSteps.js";
import { scheduleSteps } from "./compile/schedule.js";
import type { Step } from "./compile/step.js";
import type { TypeRelations } from "./compile/typeRelations.js";
import { Conditions, conditionVariables } from "./conditions.js";
import { labelsIn } from "./defer/deferLabels.js";
import { chosenNode, compilePhase, type Phase } from "./defer/phase.js";
import { rootTypeOf } from "./defer/phaseScope.js";
import type { View } from "./view.js";
import { fragmentsOf } from "./write/fields.js";
import { compileIntrospection, type Introspect } from "./write/introspection.js";
import { compileComposite } from "./write/projection.js";

/** An operation compiled for one outcome of its conditions: nothing in it is decided again. */
export interface Executable extends Phase {
  readonly introspect: Introspect | undefined;
  /** For a subscription, the step that opens it; `schedule` is then what is run for each event. */
  readonly source: Step | undefined;
}

/** An operation with n condition variables has up to 2^n executables; more than this many are not kept. */
const KEPT_EXECUTABLES = 64;

/** A planned operation, compiled further as requests come with values for its conditions. */
export class PlannedOperation {
  readonly #executables = new Map<string, Executable>();
  readonly #conditionNames: readonly string[];
  readonly #labels: ReadonlyMap<string, string | undefined>;

  constructor(
    private readonly prepared: { readonly document: DocumentNode; readonly view?: View },
    readonly definition: OperationDefinitionNode,
    private readonly plan: QueryPlan,
    private readonly schema: GraphQLSchema,
    private readonly types: TypeRelations,
  ) {
    this.#conditionNames = conditionVariables(prepared.document);
    this.#labels = labelsIn(prepared.document);
  }

  executable(variables: Readonly<Record<string, unknown>>): Executable {
    const conditions = Conditions.from(this.#conditionNames, variables);
    const key = conditions.key;
    const known = this.#executables.get(key);
    if (known) return known;
    const executable = this.#compile(conditions);
    if (this.#executables.size >= KEPT_EXECUTABLES) this.#executables.clear();
    this.#executables.set(key, executable);
    return executable;
  }

  #compile(conditions: Conditions): Executable {
    const { definition, schema, types } = this;
    const { document, view } = this.prepared;
    const { stands } = conditions;
    const fragments = fragmentsOf(document);
    const scope = { schema, types, conditions, definition, fragments, stands, view, labels: this.#labels };
    const introspect = compileIntrospection(document, definition, scope);
    const rootType = rootTypeOf(scope);
    const { node } = this.plan;
    const chosen = node?.kind === "Subscription" ? undefined : chosenNode(node, conditions);
    if (chosen?.kind === "Defer") return { ...compilePhase(chosen, scope), introspect, source: undefined };

    const options = { types, condition: (name: string) => conditions.holds(name) };
    const isSubscription = node?.kind === "Subscription";
    return {
      schedule: scheduleSteps(planSteps(isSubscription ? node.rest : chosen, options)),
      write: compileComposite(rootType, [definition.selectionSet], scope),
      parts: [],
      introspect,
      source: isSubscription ? planSteps(node.primary, options)[0] : undefined,
    };
  }
}
