import { type GraphQLSchema, Kind, OperationTypeNode } from "graphql";
import { discloseAnswer, type FormatError, writeAnswer } from "./answer.js";
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
    const operation = await this.#plan(accepted);
    if ("errors" in operation) return operation;
    request.signal?.throwIfAborted();
    const executable = operation.executable(accepted.variables);
    const run = this.#run(request, accepted);
    await runSchedule(executable.schedule, run, this.#waitMs);
    const answer = request.disclose
      ? await discloseAnswer(executable, run, this.#format, request.disclose)
      : writeAnswer(executable, run, this.#format);
    return { kind: "single", ...answer };
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
    return { kind: "events", events: subscription.events() };
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

  async #plan({ prepared, definition }: AcceptedRequest) {
    try {
      return await this.parts.operations.plan(prepared, definition, false);
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
      known: definition.operation === OperationTypeNode.MUTATION ? undefined : new Map(),
    };
  }
}
