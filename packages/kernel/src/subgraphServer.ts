import type { AddressInfo } from "node:net";
import Fastify from "fastify";
import { type DocumentNode, type ExecutionArgs, GraphQLError, type GraphQLSchema, parse, validate } from "graphql";
import { createHandler } from "graphql-http/lib/use/fastify";
import { useServer } from "graphql-ws/use/ws";
import { pino } from "pino";
import { WebSocketServer } from "ws";
import { CALLER_HEADER, type Caller, CallerNotTrusted, callerVerifier } from "./caller.js";
import type { Clock } from "./clock.js";
import { formatError } from "./formatError.js";

export interface SubgraphServerOptions<C extends object> {
  /** Audience that signed callers must be meant for. */
  readonly name: string;
  readonly schema: GraphQLSchema;
  readonly port: number;
  readonly callerSecret: string;
  readonly clock: Clock;
  /**
   * The context of one request, or of one subscription.
   *
   * @param live  true for a subscription, whose loaders must not cache across events
   */
  readonly context: (caller: Caller, live: boolean) => C;
}

export interface RunningServer extends AsyncDisposable {
  readonly url: string;
  /** Stops accepting, lets running requests end, closes sockets with 1001. */
  stop(): Promise<void>;
}

/** Serves a subgraph on loopback: HTTP and `graphql-transport-ws` at /graphql, readiness at /health. */
export async function serveSubgraph<C extends object>(options: SubgraphServerOptions<C>): Promise<RunningServer> {
  const { name, schema, clock, context } = options;
  const log = pino({ name, level: process.env.LOG_LEVEL ?? "info" });
  const verify = callerVerifier(name, options.callerSecret);
  const documents = documentCache(schema);
  const masked = (error: GraphQLError) => formatError(error, (cause) => log.error({ err: cause }, "unforeseen error"));

  const app = Fastify({ bodyLimit: 2 * 1024 * 1024, forceCloseConnections: "idle" });
  const handle = createHandler({
    schema,
    parse: documents.parse,
    validate: documents.validate,
    context: async (request) => {
      const token = (request.headers as Record<string, string | undefined>)[CALLER_HEADER];
      return context(await verify(token), false) as Record<PropertyKey, unknown>;
    },
    formatError: (error) => masked(error as GraphQLError),
  });
  app.get("/health", () => ({ status: "ok", now: clock().toISOString() }));
  app.all("/graphql", async (request, reply) => {
    try {
      await verify(request.headers[CALLER_HEADER] as string | undefined);
    } catch (error) {
      const { message, code } = error as CallerNotTrusted;
      return reply.code(401).send({ errors: [{ message, extensions: { code } }] });
    }
    return handle.call(app, request, reply);
  });

  const sockets = new WebSocketServer({ server: app.server, path: "/graphql", maxPayload: 1024 * 1024 });
  const live = useServer<{ caller?: string }, { socket: unknown }>(
    {
      schema,
      onConnect: async ({ connectionParams }) => {
        const caller = await verify(connectionParams?.caller).catch(() => null);
        return caller?.kind === "SERVICE"; // false closes with 4403
      },
      onSubscribe: async (_, id, payload) => {
        const caller = await verify(payload.extensions?.caller as string | undefined).catch(() => null);
        if (!caller) return [masked(new GraphQLError("", { originalError: new CallerNotTrusted() }))];
        const document = documents.parse(payload.query);
        const errors = documents.validate(schema, document);
        if (errors.length > 0) return errors;
        return {
          schema,
          document,
          operationName: payload.operationName,
          variableValues: payload.variables,
          contextValue: context(caller, true),
          id,
        } as ExecutionArgs;
      },
      onNext: (_, __, ___, ____, result) =>
        result.errors ? { ...result, errors: result.errors.map(masked) } : undefined,
      onError: (_, __, ___, errors) => errors.map((error) => masked(error as GraphQLError)),
    },
    sockets,
  );

  await app.listen({ host: "127.0.0.1", port: options.port });
  const { port } = app.server.address() as AddressInfo;
  const stop = async () => {
    await live.dispose();
    await app.close();
  };
  return { url: `http://127.0.0.1:${port}/graphql`, stop, [Symbol.asyncDispose]: stop };
}

const KEPT = 1_000; // documents

/** Documents come from the gateway's plans, so there are few of them: parse and validate each text once. */
function documentCache(schema: GraphQLSchema) {
  const parsed = new Map<string, DocumentNode>();
  const validated = new WeakMap<DocumentNode, readonly GraphQLError[]>();
  return {
    parse(source: string | { body: string }): DocumentNode {
      const text = typeof source === "string" ? source : source.body;
      const known = parsed.get(text);
      if (known) return known;
      const document = parse(text, { noLocation: true });
      if (parsed.size >= KEPT) parsed.delete(parsed.keys().next().value as string);
      parsed.set(text, document);
      return document;
    },
    validate(_: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] {
      const known = validated.get(document) ?? validate(schema, document);
      validated.set(document, known);
      return known;
    },
  };
}
