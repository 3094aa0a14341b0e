import { createServer } from "node:http";
import cors from "@fastify/cors";
import { endQuietConnections } from "@yimen/kernel/quietConnections";
import Fastify, { type FastifyInstance } from "fastify";
import { limitConnections } from "../limits/connections.js";
import type { AllowsOrigin } from "../origins.js";
import type { Services } from "../services.js";
import { dataHeaders } from "./dataHeaders.js";
import { corsOptions } from "./foreignPage.js";
import { graphqlRoute } from "./graphqlRoute.js";
import { serveHealth } from "./health.js";
import { logAnswers } from "./logAnswers.js";
import { answerProblems } from "./problems.js";
import { REQUEST_ID_HEADER, requestIdOf } from "./requestId.js";
import { serveStreams } from "./streams.js";

const KEEP_ALIVE_MS = 65_000; // 65 seconds, longer than proxies keep a connection

/** The HTTP server with its guards, the GraphQL route and /health; pages are added to it. */
export async function createHttpServer(services: Services, allows: AllowsOrigin): Promise<FastifyInstance> {
  const { headersMs, requestMs } = services.limits;
  const graphql = graphqlRoute(services, allows);
  const app = Fastify({
    genReqId: requestIdOf,
    forceCloseConnections: "idle", // running requests end
    routerOptions: { maxParamLength: 200 },
    serverFactory: (others) =>
      createServer(
        {
          headersTimeout: headersMs,
          requestTimeout: requestMs,
          connectionsCheckingInterval: Math.min(headersMs, 2_000),
          keepAliveTimeout: KEEP_ALIVE_MS,
        },
        (request, response) => {
          if (isGraphql(request.url) && request.method !== "OPTIONS") graphql(request, response);
          else others(request, response);
        },
      ),
  });
  const endQuiet = endQuietConnections(app.server);
  app.addHook("preClose", async () => endQuiet());
  limitConnections(app.server, services.limits.connectionsPerAddress, services.addressOf.isProxy);
  const corsOf = corsOptions(allows);
  await app.register(cors, { delegator: (request, answer) => answer(null, corsOf(request)) });
  app.addHook("onRequest", (request, reply, done) => {
    reply.header(REQUEST_ID_HEADER, request.id);
    done();
  });
  app.addHook("onSend", (_, reply, payload, done) => {
    if (services.stopping.aborted) reply.header("connection", "close"); // a kept-alive connection would hold the stop up
    done(null, payload);
  });
  if (services.log.isLevelEnabled("debug")) logAnswers(app, services.log);
  app.removeAllContentTypeParsers(); // nothing here takes a body
  answerProblems(app, services.log);
  await app.register(async (api) => {
    api.addHook("onRequest", (_, reply, done) => {
      reply.headers(dataHeaders);
      done();
    });
    serveHealth(api, services);
    serveStreams(api, services);
  });
  return app;
}

const isGraphql = (url = "") => url === "/graphql" || url.startsWith("/graphql?");
