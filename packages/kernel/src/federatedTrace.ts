import type { google, Trace } from "@apollo/usage-reporting-protobuf";
import {
  defaultFieldResolver,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isObjectType,
  lexicographicSortSchema,
  type ResponsePath,
} from "graphql";

/** The header by which a gateway asks a subgraph how long each field took, and what it may ask for: protobuf in base64. */
const HEADER = "apollo-federation-include-trace";
const FORMAT = "ftv1";

/** How a subgraph answers requests of which some ask for a federated trace. */
export interface FederatedTracing {
  /** Remembers of a request's own context whether its headers ask for a trace. */
  noted<C extends object>(headers: Readonly<Record<string, unknown>>, context: C): C;
  /** As graphql-js executes; with `extensions.ftv1` if the request asked for it. */
  execute(args: ExecutionArgs): ReturnType<typeof execute>;
}

/**
 * Timed resolvers live in a copy of the schema, made when somebody first asks: nobody else pays for them.
 *
 * @param masked  an error as callers may read it; traces say no more
 */
export function federatedTracing(
  schema: GraphQLSchema,
  masked: (error: GraphQLError) => GraphQLError,
): FederatedTracing {
  const recorders = new WeakMap<object, Recorder>();
  const timed: Timed = (resolve) => (source, args, context, info) => {
    const ended = recorders.get(context as object)?.begins(info.path, String(info.returnType));
    try {
      const value = resolve(source, args, context, info);
      if (value instanceof Promise) return value.finally(ended);
      ended?.();
      return value;
    } catch (error) {
      ended?.();
      throw error;
    }
  };
  let copy: GraphQLSchema | undefined;

  const recorded = async (args: ExecutionArgs, recorder: Recorder): Promise<ExecutionResult> => {
    copy ??= timedCopy(schema, timed);
    const result = await execute({ ...args, schema: copy, fieldResolver: timed(defaultFieldResolver) });
    const errors = result.errors?.map(masked);
    const extensions = { ...result.extensions, [FORMAT]: await recorder.trace(errors ?? []) };
    return { ...result, ...(errors && { errors }), extensions };
  };
  return {
    noted(headers, context) {
      if (headers[HEADER] === FORMAT) recorders.set(context, new Recorder());
      return context;
    },
    execute(args) {
      const recorder = recorders.get(args.contextValue as object);
      return recorder ? recorded(args, recorder) : execute(args);
    },
  };
}

type Timed = (resolve: GraphQLFieldResolver<unknown, unknown>) => GraphQLFieldResolver<unknown, unknown>;

function timedCopy(schema: GraphQLSchema, timed: Timed): GraphQLSchema {
  const copy = lexicographicSortSchema(schema);
  for (const type of Object.values(copy.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) if (field.resolve) field.resolve = timed(field.resolve);
  }
  return copy;
}

/** Takes down when the fields of one execution begin and end. */
class Recorder {
  readonly #startedAt = new Date();
  readonly #start = process.hrtime.bigint();
  readonly #root: Trace.INode = {};
  readonly #nodes = new Map<ResponsePath, Trace.INode>();

  /** @returns what to call when the field has ended */
  begins(path: ResponsePath, type: string): () => void {
    const node = this.#nodeAt(path);
    node.type = type;
    node.parentType = path.typename ?? null;
    node.startTime = this.#elapsed();
    return () => {
      node.endTime = this.#elapsed();
    };
  }

  /** The trace's bytes in base64. */
  async trace(errors: readonly GraphQLError[]): Promise<string> {
    for (const error of errors) {
      const node = this.#nearest(error.path ?? []);
      node.error = [...(node.error ?? []), errorOf(error)];
    }
    const { Trace } = await import("@apollo/usage-reporting-protobuf"); // 6 MB that most subgraphs never need
    const trace = Trace.encode({
      startTime: timestamp(this.#startedAt),
      endTime: timestamp(new Date()),
      durationNs: this.#elapsed(),
      root: this.#root,
      fieldExecutionWeight: 1, // every execution is traced, none stands for others
    });
    return Buffer.from(trace.finish()).toString("base64");
  }

  #nodeAt(path: ResponsePath): Trace.INode {
    const known = this.#nodes.get(path);
    if (known) return known;
    const parent = path.prev ? this.#nodeAt(path.prev) : this.#root;
    const node: Trace.INode = typeof path.key === "number" ? { index: path.key } : { responseName: path.key };
    parent.child ??= [];
    parent.child.push(node);
    this.#nodes.set(path, node);
    return node;
  }

  /** The node of an error's path, or of the last field on the way to it that was begun. */
  #nearest(path: readonly (string | number)[]): Trace.INode {
    let node = this.#root;
    for (const key of path) {
      const next = node.child?.find((child) => key === (typeof key === "number" ? child.index : child.responseName));
      if (!next) break;
      node = next;
    }
    return node;
  }

  #elapsed(): number {
    return Number(process.hrtime.bigint() - this.#start);
  }
}

const errorOf = (error: GraphQLError): Trace.IError => ({
  message: error.message,
  location: (error.locations ?? []).map(({ line, column }) => ({ line, column })),
  json: JSON.stringify(error),
});

const timestamp = (date: Date): google.protobuf.ITimestamp => ({
  seconds: Math.floor(date.getTime() / 1_000),
  nanos: (date.getTime() % 1_000) * 1_000_000,
});
