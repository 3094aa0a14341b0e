import cors from "@fastify/cors";
import Fastify, { type FastifyInstance } from "fastify";
import type { AllowsOrigin } from "../origins.js";
import type { Services } from "../services.js";
import { dataHeaders } from "./dataHeaders.js";
import { serveGraphql } from "./graphqlRoute.js";
import { serveHealth } from "./health.js";
import { takeJsonBodies } from "./jsonBody.js";
import { logAnswers } from "./logAnswers.js";
import { answerProblems } from "./problems.js";
import { REQUEST_ID_HEADER, requestIdOf } from "./requestId.js";
import { serveStreams } from "./streams.js";

/** The HTTP server with its guards, the GraphQL route and /health; pages are added to it. */
export async function createHttpServer(services: Services, allows: AllowsOrigin): Promise<FastifyInstance> {
  const { headersMs, requestMs } = services.limits;
  const app = Fastify({
    bodyLimit: services.limits.bodyBytes,
    genReqId: requestIdOf,
    forceCloseConnections: "idle", // running requests end
    requestTimeout: requestMs,
    http: { headersTimeout: headersMs, connectionsCheckingInterval: Math.min(headersMs, 2_000) },
    keepAliveTimeout: 65_000, // 65 seconds, longer than proxies keep a connection
    routerOptions: { maxParamLength: 200 },
  });
  await app.register(cors, {
    origin: allows.any ? "*" : (origin, answer) => answer(null, origin !== undefined && allows(origin)),
    methods: ["GET", "POST"],
    exposedHeaders: [REQUEST_ID_HEADER, "ratelimit", "ratelimit-policy", "retry-after"],
    maxAge: 600, // 10 minutes
  });
  app.addHook("onRequest", (request, reply, done) => {
    reply.header(REQUEST_ID_HEADER, request.id);
    done();
  });
  app.addHook("onSend", (_, reply, payload, done) => {
    if (services.stopping.aborted) reply.header("connection", "close"); // a kept-alive connection would hold the stop up
    done(null, payload);
  });
  if (services.log.isLevelEnabled("debug")) logAnswers(app, services.log);
  takeJsonBodies(app);
  answerProblems(app, services.log);
  await app.register(async (api) => {
    api.addHook("onRequest", (_, reply, done) => {
      reply.headers(dataHeaders);
      done();
    });
    serveGraphql(api, services);
    serveHealth(api, services);
    serveStreams(api, services);
  });
  return app;
}
