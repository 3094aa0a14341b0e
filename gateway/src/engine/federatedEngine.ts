import { type GraphQLSchema, Kind, OperationTypeNode } from "graphql";
import type { Resumable } from "../live/resumableFields.js";
import { resumptionOf } from "../live/resumption.js";
import { SubscriptionSource } from "../live/subscriptionSource.js";
import { discloseAnswer, type FormatError, writeAnswer } from "./answer.js";
import type { TypeRelations } from "./compile/typeRelations.js";
import { deferredParts } from "./defer/deferredParts.js";
import { multipart } from "./defer/multipart.js";
import type { Documents } from "./documents.js";
import type {
  Engine,
  EngineOptions,
  ExecutionOutcome,
  ExecutionRequest,
  Prepared,
  SubscriptionOutcome,
} from "./engine.js";
import type { JsonObject } from "./json.js";
import type { PlannedOperations } from "./plannedOperations.js";
import type { Planner } from "./planning/planner.js";
import { type AcceptedRequest, acceptRequest, refusedFor } from "./requests.js";
import { PlaceObjects } from "./run/placeObjects.js";
import { Problems } from "./run/problems.js";
import { runSchedule } from "./run/runSchedule.js";
import type { RunState } from "./run/runState.js";
import { Subscription } from "./subscription.js";

interface Parts<C> {
  readonly schema: GraphQLSchema;
  readonly subgraphs: Engine<C>["subgraphs"];
  readonly planner: Planner;
  readonly documents: Documents;
  readonly operations: PlannedOperations;
  readonly types: TypeRelations;
  readonly resumable: ReadonlyMap<string, Resumable>;
  readonly options: EngineOptions<C>;
}

/** Stands for the signal of a request that nobody can give up. */
const NEVER = new AbortController().signal;

export class FederatedEngine<C> implements Engine<C> {
  readonly schema: GraphQLSchema;
  readonly subgraphs: Engine<C>["subgraphs"];
  readonly #waitMs: number;
  readonly #format: FormatError<C>;

  constructor(private readonly parts: Parts<C>) {
    this.schema = parts.schema;
    this.subgraphs = parts.subgraphs;
    this.#waitMs = parts.options.companionWaitMs ?? 25;
    this.#format = parts.options.formatError ?? ((problem) => problem);
  }

  prepare(source: string): Prepared {
    return this.parts.documents.prepare(source);
  }

  async execute(request: ExecutionRequest<C>): Promise<ExecutionOutcome> {
    const accepted = acceptRequest(this.schema, request);
    if (accepted.kind === "refused") return accepted;
    if (accepted.definition.operation === OperationTypeNode.SUBSCRIPTION) {
      return refusedFor("A subscription needs a connection that carries events.", "SUBSCRIPTION_NOT_SUPPORTED_HERE");
    }
    // What is disclosed is agreed to as a whole, hence told as a whole.
    const defers = request.acceptsDefer === true && !request.disclose && accepted.prepared.source.includes("@defer");
    const operation = await this.#plan(accepted, defers);
    if ("errors" in operation) return operation;
    request.signal?.throwIfAborted();
    const executable = operation.executable(accepted.variables);
    const run = this.#run(request, accepted);
    await runSchedule(executable.schedule, run, this.#waitMs);
    const answer = request.disclose
      ? await discloseAnswer(executable, run, this.#format, request.disclose)
      : writeAnswer(executable, run, this.#format);
    if (executable.parts.length === 0) return { kind: "single", ...answer };
    const options = { waitMs: this.#waitMs, format: this.#format, types: this.parts.types };
    return { kind: "multipart", parts: multipart(answer.body, deferredParts(run, executable.parts, options)) };
  }

  async subscribe(request: ExecutionRequest<C>): Promise<SubscriptionOutcome> {
    const accepted = acceptRequest(this.schema, request);
    if (accepted.kind === "refused") return accepted;
    const operation = await this.#plan(accepted);
    if ("errors" in operation) return operation;
    const executable = operation.executable(accepted.variables);
    if (!executable.source) return refusedFor("The operation is not a subscription.", "NOT_A_SUBSCRIPTION");
    const subscription = new Subscription(
      executable,
      executable.source,
      () => this.#run(request, accepted),
      this.#waitMs,
      this.#format,
      request.disclose,
    );
    const resumption = resumptionOf(executable.source, this.parts.resumable, this.schema);
    const source = new SubscriptionSource(subscription, resumption, accepted);
    return { kind: "source", source };
  }

  async warm(sources: Iterable<string>): Promise<void> {
    for (const source of sources) {
      const prepared = this.prepare(source);
      if (prepared.errors) continue;
      for (const definition of prepared.document.definitions) {
        // A plan that fails now will be asked for, and fail, again when a request needs it.
        if (definition.kind === Kind.OPERATION_DEFINITION)
          await this.parts.operations.plan(prepared, definition, false).catch(() => undefined);
      }
    }
  }

  hotDocuments(limit: number): string[] {
    return this.parts.documents.hot(limit);
  }

  close(): Promise<void> {
    return this.parts.planner.close();
  }

  async #plan({ prepared, definition }: AcceptedRequest, defers = false) {
    try {
      return await this.parts.operations.plan(prepared, definition, defers);
    } catch (problem) {
      return refusedFor(
        problem instanceof Error ? problem.message : "The operation cannot be planned.",
        "PLANNING_FAILED",
      );
    }
  }

  #run({ context, signal }: ExecutionRequest<C>, { variables, definition }: AcceptedRequest): RunState<C> {
    const data: JsonObject = {};
    return {
      client: this.parts.options.client,
      context,
      signal: signal ?? NEVER,
      variables,
      data,
      objects: new PlaceObjects(data),
      problems: new Problems(),
      texts: { arePlain: true },
      known: definition.operation === OperationTypeNode.MUTATION ? undefined : new Map(),
    };
  }
}
