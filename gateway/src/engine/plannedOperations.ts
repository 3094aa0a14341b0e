import { type GraphQLSchema, Kind, type OperationDefinitionNode, print } from "graphql";
import type { TypeRelations } from "./compile/typeRelations.js";
import { Conditions, selectOperation } from "./conditions.js";
import { withOwnLabels } from "./defer/deferLabels.js";
import type { Prepared } from "./engine.js";
import { PlannedOperation } from "./executable.js";
import type { Planner } from "./planning/planner.js";
import { withTypenames } from "./planning/withTypenames.js";

/** A plan and what is compiled from it take about this many bytes per character of the plan's text. */
const BYTES_PER_CHARACTER = 24;

type Valid = Extract<Prepared, { document: object }>;

/** Plans each operation once, also when its first requests come together. Plans live as long as their document. */
export class PlannedOperations {
  readonly #byDocument = new WeakMap<Valid, Map<string, Promise<PlannedOperation>>>();

  constructor(
    private readonly planner: Planner,
    private readonly schema: GraphQLSchema,
    private readonly types: TypeRelations,
    /** Told how many more bytes hang on a document. */
    private readonly onGrowth: (prepared: Prepared, bytes: number) => void,
  ) {}

  plan(prepared: Valid, definition: OperationDefinitionNode, defer: boolean): Promise<PlannedOperation> {
    const operations = this.#byDocument.get(prepared) ?? new Map<string, Promise<PlannedOperation>>();
    this.#byDocument.set(prepared, operations);
    const key = `${defer ? "defer" : "whole"} ${definition.name?.value ?? ""}`;
    const known = operations.get(key);
    if (known) return known;
    const planned = this.#plan(prepared, definition, defer);
    operations.set(key, planned);
    planned.catch(() => operations.delete(key)); // the next request tries again
    return planned;
  }

  async #plan(prepared: Valid, definition: OperationDefinitionNode, defer: boolean): Promise<PlannedOperation> {
    const operationName = definition.name?.value;
    const fetched = prepared.fetched ?? prepared;
    const labelled = defer ? withOwnLabels(fetched.document) : fetched.document;
    const bare = defer ? print(labelled) : fetched.source;
    const source = withTypenames(labelled, bare);
    const planFor = (text: string) => this.planner.plan({ source: text, operationName, defer });
    // There are places at which the planner can reach fields, but not the type that would tell an empty object from null.
    const { plan, characters } = await planFor(source).catch((problem) => {
      if (source === bare) throw problem;
      return planFor(bare);
    });
    const asked = selectOperation(fetched.document, operationName);
    if (!plan.node && typeof asked === "object" && asksSubgraphs(asked))
      throw new Error("No subgraph can answer the operation.");
    this.onGrowth(prepared, characters * BYTES_PER_CHARACTER);
    return new PlannedOperation(prepared, definition, plan, this.schema, this.types);
  }
}

const UNCONDITIONAL = new Conditions(new Map());

/** Whether an operation has a field at its root that stands in any case and that the gateway cannot answer itself. */
const asksSubgraphs = ({ selectionSet }: OperationDefinitionNode): boolean =>
  selectionSet.selections.some(
    (selection) =>
      selection.kind === Kind.FIELD && !selection.name.value.startsWith("__") && UNCONDITIONAL.stands(selection),
  );
