import type { AddressInfo } from "node:net";
import Fastify from "fastify";
import { GraphQLError, type GraphQLSchema } from "graphql";
import { createHandler } from "graphql-http/lib/use/fastify";
import type { SubscribePayload } from "graphql-ws";
import { useServer } from "graphql-ws/use/ws";
import type { Logger } from "pino";
import { WebSocketServer } from "ws";
import { CALLER_HEADER, type Caller, CallerNotTrusted, callerVerifier } from "./caller.js";
import type { Clock } from "./clock.js";
import { documentCache } from "./documentCache.js";
import { federatedTracing } from "./federatedTrace.js";
import { formatError } from "./formatError.js";
import { requireAllowedText } from "./inputText.js";
import { executeLogged, type LoggedArgs, requestIdIn, subscribeLogged } from "./loggedExecution.js";
import { endQuietConnections } from "./quietConnections.js";
import { loggedUnder, serviceLog } from "./serviceLog.js";

export interface SubgraphServerOptions<C extends object> {
  /** Audience that signed callers must be meant for. */
  readonly name: string;
  readonly schema: GraphQLSchema;
  readonly port: number;
  readonly callerSecret: string;
  readonly clock: Clock;
  /** The service's own by default. */
  readonly log?: Logger;
  /**
   * The context of one request, or of one subscription.
   *
   * @param live  true for a subscription, whose loaders must not cache across events
   */
  readonly context: (caller: Caller, live: boolean) => C | Promise<C>;
}

export interface RunningServer extends AsyncDisposable {
  readonly url: string;
  /** Stops accepting, lets running requests end, closes sockets with 1001. */
  stop(): Promise<void>;
}

/** Serves a subgraph on loopback: HTTP and `graphql-transport-ws` at /graphql, readiness at /health. */
export async function serveSubgraph<C extends object>(options: SubgraphServerOptions<C>): Promise<RunningServer> {
  const { name, schema, clock, context, log = serviceLog(name, process.env.LOG_LEVEL ?? "info") } = options;
  const verify = callerVerifier(name, options.callerSecret);
  const documents = documentCache(schema);
  const masked = (error: GraphQLError) => formatError(error, (cause) => log.error({ err: cause }, "unforeseen error"));
  const maskedUnder = ({ extensions }: SubscribePayload, errors: readonly GraphQLError[]) =>
    loggedUnder(requestIdIn(extensions), () => errors.map(masked));

  const tracing = federatedTracing(schema, masked);

  const app = Fastify({ bodyLimit: 2 * 1024 * 1024, forceCloseConnections: "idle" });
  const endQuiet = endQuietConnections(app.server);
  app.addHook("preClose", async () => endQuiet());
  const handle = createHandler({
    schema,
    parse: documents.parse,
    validate: documents.validate,
    onSubscribe: (_, { variables }) => refusedInput(variables),
    context: async (request) => {
      const headers = request.headers as Record<string, string | undefined>;
      const own = await context(await verify(headers[CALLER_HEADER]), false);
      return tracing.noted(headers, own) as Record<PropertyKey, unknown>;
    },
    execute: tracing.execute,
    // A request that is none, such as one without a query, is a plain `Error`.
    formatError: (error) => masked(error instanceof GraphQLError ? error : new GraphQLError(error.message)),
  });
  app.get("/health", () => ({ status: "ok", now: clock().toISOString() }));
  app.all("/graphql", async (request, reply) => {
    try {
      await verify(request.headers[CALLER_HEADER] as string | undefined);
    } catch (error) {
      const { message, code } = error as CallerNotTrusted;
      return reply.code(401).send({ errors: [{ message, extensions: { code } }] });
    }
    return loggedUnder(request.headers[REQUEST_ID] as string | undefined, () => handle.call(app, request, reply));
  });

  const sockets = new WebSocketServer({ server: app.server, path: "/graphql", maxPayload: 1024 * 1024 });
  const live = useServer<{ caller?: string }, { socket: unknown }>(
    {
      schema,
      execute: executeLogged,
      subscribe: subscribeLogged,
      onConnect: async ({ connectionParams }) => {
        const caller = await verify(connectionParams?.caller).catch(() => null);
        return caller?.kind === "SERVICE"; // false closes with 4403
      },
      onSubscribe: async (_, __, payload) => {
        const caller = await verify(payload.extensions?.caller as string | undefined).catch(() => null);
        if (!caller) return maskedUnder(payload, [new GraphQLError("", { originalError: new CallerNotTrusted() })]);
        const document = parsed(documents, payload.query);
        if (document instanceof GraphQLError) return [document];
        const errors = refusedInput(payload.variables) ?? documents.validate(schema, document);
        if (errors.length > 0) return errors;
        return {
          schema,
          document,
          operationName: payload.operationName,
          variableValues: payload.variables,
          contextValue: await context(caller, true),
          requestId: requestIdIn(payload.extensions),
        } as LoggedArgs;
      },
      onNext: (_, __, payload, ___, result) =>
        result.errors ? { ...result, errors: maskedUnder(payload, result.errors) } : undefined,
      onError: (_, __, payload, errors) => maskedUnder(payload, errors as readonly GraphQLError[]),
    },
    sockets,
  );

  await app.listen({ host: process.env.YIMEN_SUBGRAPH_HOST ?? "127.0.0.1", port: options.port });
  const { port } = app.server.address() as AddressInfo;
  const stop = async () => {
    const cutOff = setTimeout(() => {
      for (const socket of sockets.clients) socket.terminate();
    }, GOODBYE);
    await live.dispose();
    await app.close();
    clearTimeout(cutOff);
  };
  return { url: `http://127.0.0.1:${port}/graphql`, stop, [Symbol.asyncDispose]: stop };
}

/** Under which the gateway, and its client, know a request. */
const REQUEST_ID = "x-request-id";

const GOODBYE = 2_000; // ms for a client to answer the closing of its socket

/** An error and not an exception, which would close the socket under all its other operations. */
function parsed(documents: ReturnType<typeof documentCache>, query: string) {
  try {
    return documents.parse(query);
  } catch (error) {
    return error instanceof GraphQLError ? error : new GraphQLError(String(error));
  }
}

function refusedInput(variables: unknown): readonly GraphQLError[] | undefined {
  try {
    requireAllowedText(variables);
    return undefined;
  } catch (refusal) {
    return [new GraphQLError("", { originalError: refusal as Error })];
  }
}
