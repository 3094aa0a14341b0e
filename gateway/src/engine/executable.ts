import type { PlanNode, QueryPlan } from "@apollo/query-planner";
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from "graphql";
import { planSteps } from "./compile/planSteps.js";
import { type Schedule, scheduleSteps } from "./compile/schedule.js";
import type { Step } from "./compile/step.js";
import type { TypeRelations } from "./compile/typeRelations.js";
import { Conditions, conditionVariables } from "./conditions.js";
import type { View } from "./view.js";
import { fragmentsOf } from "./write/fields.js";
import { compileIntrospection, type Introspect } from "./write/introspection.js";
import { compileObject, type WriteObject } from "./write/projection.js";

/** An operation compiled for one outcome of its conditions: nothing in it is decided again. */
export interface Executable {
  readonly schedule: Schedule;
  readonly write: WriteObject;
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

  constructor(
    private readonly prepared: { readonly document: DocumentNode; readonly view?: View },
    readonly definition: OperationDefinitionNode,
    private readonly plan: QueryPlan,
    private readonly schema: GraphQLSchema,
    private readonly types: TypeRelations,
  ) {
    this.#conditionNames = conditionVariables(prepared.document);
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
    const node = this.plan.node;
    const options = { types, condition: (name: string) => conditions.holds(name) };
    const source = node?.kind === "Subscription" ? planSteps(node.primary, options)[0] : undefined;
    const fetching: PlanNode | undefined = node?.kind === "Subscription" ? node.rest : node;
    const rootType = schema.getRootType(definition.operation);
    if (!rootType) throw new Error(`The graph has no ${definition.operation} type.`);
    const scope = { schema, fragments: fragmentsOf(document), stands: conditions.stands, view };
    return {
      schedule: scheduleSteps(planSteps(fetching, options)),
      write: compileObject([definition.selectionSet], rootType, scope),
      introspect: compileIntrospection(document, definition, scope),
      source,
    };
  }
}
