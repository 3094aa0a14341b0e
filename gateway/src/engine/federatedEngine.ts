import { type GraphQLSchema, Kind, OperationTypeNode } from "graphql";
import type { Resumable } from "../live/resumableFields.js";
import { resumptionOf } from "../live/resumption.js";
import { SubscriptionSource } from "../live/subscriptionSource.js";
import { discloseAnswer, type FormatError, writeAnswer } from "./answer.js";
import type { TypeRelations } from "./compile/typeRelations.js";
import { defersAtOnce } from "./defer/deferLabels.js";
import { deliverParts, startParts } from "./defer/deferredParts.js";
import { FetchEnds } from "./defer/fetchEnds.js";
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
import type { Executable } from "./executable.js";
import type { JsonObject } from "./json.js";
import type { PlannedOperations } from "./plannedOperations.js";
import type { Planner } from "./planning/planner.js";
import { type AcceptedRequest, acceptRequest, refusedFor } from "./requests.js";
import { PlaceObjects } from "./run/placeObjects.js";
import { Problems } from "./run/problems.js";
import { runSchedule } from "./run/runSchedule.js";
import type { RunState } from "./run/runState.js";
import { Subscription } from "./subscription.js";
import { fragmentsOf } from "./write/fields.js";

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
    const deferring = this.#defers(request, accepted) ? await this.#plan(accepted, true) : undefined;
    // What cannot be planned with its parts put off is answered in one piece.
    const operation = !deferring || "errors" in deferring ? await this.#plan(accepted) : deferring;
    if ("errors" in operation) return operation;
    request.signal?.throwIfAborted();
    const executable = operation.executable(accepted.variables);
    if (executable.parts.length > 0) return this.#executeDeferring(request, accepted, executable);
    const run = this.#run(request, accepted);
    await runSchedule(executable.schedule, run, this.#waitMs);
    const answer = request.disclose
      ? await discloseAnswer(executable, run, this.#format, request.disclose)
      : writeAnswer(executable, run, this.#format);
    return { kind: "single", ...answer };
  }

  #defers({ acceptsDefer, disclose }: ExecutionRequest<C>, { prepared, definition }: AcceptedRequest): boolean {
    // What is disclosed is agreed to as a whole, hence told as a whole.
    if (!acceptsDefer || disclose || !prepared.source.includes("@defer")) return false;
    // Mutations are made in their order: none can be put off.
    const isMutation = definition.operation === OperationTypeNode.MUTATION;
    return !(isMutation && defersAtOnce(definition.selectionSet, fragmentsOf(prepared.document)));
  }

  async #executeDeferring(
    request: ExecutionRequest<C>,
    accepted: AcceptedRequest,
    executable: Executable,
  ): Promise<ExecutionOutcome> {
    const whole = this.#run(request, accepted);
    const isMutation = accepted.definition.operation === OperationTypeNode.MUTATION;
    // Mutations go first, whatever depends on them.
    const ends = isMutation ? undefined : new FetchEnds(executable);
    const run = { ...whole, objects: new PlaceObjects(whole.data, false), ends };
    const introspection = executable.introspect?.(run.variables);
    const options = { waitMs: this.#waitMs, format: this.#format, types: this.parts.types, ends, introspection };
    const fetched = runSchedule(executable.schedule, run, this.#waitMs);
    const parts = startParts(run, executable.parts, fetched, options);
    await fetched;
    const { body } = writeAnswer(executable, run, this.#format);
    const { data } = JSON.parse(body) as { data: unknown };
    return { kind: "multipart", parts: multipart(body, deliverParts(parts, data, options)) };
  }

  async subscribe(request: ExecutionRequest<C>): Promise<SubscriptionOutcome> {
    const accepted = acceptRequest(this.schema, request);
    if (accepted.kind === "refused") return accepted;
    const operation = await this.#plan(accepted);
    if ("errors" in operation) return operation;
    const executable = operation.executable(accepted.variables);
    if (!executable.source) {
      const isSubscription = accepted.definition.operation === OperationTypeNode.SUBSCRIPTION;
      const why = isSubscription ? "has no field left that could be subscribed to" : "is not a subscription";
      return refusedFor(`The operation ${why}.`, "NOT_A_SUBSCRIPTION");
    }
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
      ends: undefined,
      known: definition.operation === OperationTypeNode.MUTATION ? undefined : new Map(),
    };
  }
}
