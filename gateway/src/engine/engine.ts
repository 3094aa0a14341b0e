import type { DocumentNode, GraphQLError, GraphQLFormattedError, GraphQLSchema } from "graphql";
import type { LiveSource } from "../live/liveSource.js";
import type { Problem } from "./run/problems.js";
import type { SubgraphClient } from "./subgraphClient.js";
import type { Disclose, View } from "./view.js";

/**
 * One graph, ready to answer. It knows no domain word, no HTTP and no caller: whatever a request carries for the
 * subgraphs travels as the opaque context `C` from `execute` to the `SubgraphClient`.
 */
export interface Engine<C> {
  /** The API schema: what clients see, introspect and are validated against. */
  readonly schema: GraphQLSchema;
  /** The subgraphs that the supergraph names. */
  readonly subgraphs: readonly { readonly name: string; readonly url: string }[];
  /** Parses and validates once per text; remembered within bounds. Never throws: what is wrong is in `errors`. */
  prepare(source: string): Prepared;
  /** Answers a query or a mutation. Rejects only with the signal's reason. */
  execute(request: ExecutionRequest<C>): Promise<ExecutionOutcome>;
  /** Plans a subscription. */
  subscribe(request: ExecutionRequest<C>): Promise<SubscriptionOutcome>;
  /** Plans these documents (every operation in them), so that their first request finds the plan ready. */
  warm(sources: Iterable<string>): Promise<void>;
  /** Texts of the documents used last, newest first: what to `warm` the next graph's engine with. */
  hotDocuments(limit: number): string[];
  /** Lets the planner go. Requests under way are answered. */
  close(): Promise<void>;
}

/** A document as far as it can be judged without variables: valid, or the reasons why not. */
export type Prepared =
  | {
      readonly source: string;
      readonly document: DocumentNode;
      readonly errors?: undefined;
      /** What is planned and fetched, where that is not all of the document. */
      readonly fetched?: { readonly source: string; readonly document: DocumentNode };
      /** What of it the request may see; without one, everything in clear. */
      readonly view?: View;
    }
  | { readonly source: string; readonly document?: undefined; readonly errors: readonly GraphQLError[] };

export interface ExecutionRequest<C> {
  readonly prepared: Prepared;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly context: C;
  /** Aborted when nobody waits for the answer any more: upstream fetches are cancelled. */
  readonly signal?: AbortSignal;
  /** Whether the client accepts `multipart/mixed; deferSpec=20220824`. Without it `@defer` is answered in one piece. */
  readonly acceptsDefer?: boolean;
  /** Lets personal fields be told in clear. Without it they are masked. */
  readonly disclose?: Disclose | undefined;
}

/** What `execute` gives. `refused` are request errors: nothing was executed, and HTTP may answer 400. */
export type ExecutionOutcome = SingleOutcome | MultipartOutcome | RefusedOutcome;

export interface SingleOutcome {
  readonly kind: "single";
  /** The JSON of one execution result. */
  readonly body: string;
  /** Whether the result carries errors. */
  readonly hasErrors: boolean;
  /** How many objects the data has: what the operation has cost. */
  readonly objects: number;
}

export interface MultipartOutcome {
  readonly kind: "multipart";
  /** The JSON of the first result, then of each incremental one. Framing is the transport's. */
  readonly parts: AsyncIterable<string>;
}

export interface RefusedOutcome {
  readonly kind: "refused";
  readonly errors: readonly GraphQLFormattedError[];
}

/** A subscription is opened by whoever follows it, so that several may share and resume it. */
export type SubscriptionOutcome = { readonly kind: "source"; readonly source: LiveSource } | RefusedOutcome;

export interface EngineOptions<C> {
  readonly supergraphSdl: string;
  readonly client: SubgraphClient<C>;
  /** Further judgement on a parsed and valid document (limits, cost): the errors it returns refuse the document. */
  readonly judge?: (document: DocumentNode, schema: GraphQLSchema) => readonly GraphQLError[];
  /**
   * What a client reads of an error during execution; default: message, path and extensions as they are. The place to
   * hide a subgraph's internals, and to log them.
   */
  readonly formatError?: (problem: Problem, context: C) => GraphQLFormattedError;
  /** Lexical tokens a document may have; default 15,000. */
  readonly maxTokens?: number;
  /** Bytes that remembered documents and plans may take, each; default 32 MiB. */
  readonly cacheBytes?: number;
  /**
   * How long a fetch that is ready waits for others of the same depth to the same subgraph, so as to travel in one
   * request: this many milliseconds (default 25), or as long as the request has taken so far if that is longer.
   */
  readonly companionWaitMs?: number;
}
