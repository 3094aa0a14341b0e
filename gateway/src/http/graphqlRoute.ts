import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { PURPOSE_HEADER } from "../access/purpose.js";
import { type Operation, prepareOperation, requestFor, variablesTooLarge } from "../operation/operation.js";
import { type Params, readParams } from "../operation/params.js";
import { Refusal } from "../operation/refusal.js";
import { rateLimitHeaders, type Usage } from "../partners/quota/allowances.js";
import type { Services } from "../services.js";
import { allowCaching } from "./caching.js";
import { refuseCrossSite } from "./crossSite.js";
import { multipartSubscription, serverSentEvents } from "./encodings.js";
import { streamEvents } from "./eventStream.js";
import type { JsonBody } from "./jsonBody.js";
import { chooseMediaType, type MediaType } from "./mediaType.js";
import { sendOutcome } from "./outcome.js";
import { paramsOfQueryString } from "./queryString.js";
import type { Encoding } from "./resultStream.js";

/** GraphQL over HTTP: POST and GET /graphql, answered as JSON, in parts, or as an event stream. */
export function serveGraphql(app: FastifyInstance, services: Services): void {
  app.get("/graphql", async (request, reply) => {
    refuseCrossSite(request.headers);
    const params = paramsOfQueryString(request.query as Record<string, unknown>);
    return answer(services, request, reply, params, request.url.length);
  });
  app.post("/graphql", async (request, reply) => {
    const { json, bytes } = (request.body ?? {}) as Partial<JsonBody>;
    return answer(services, request, reply, readParams(json), bytes ?? 0);
  });
  app.route({
    method: ["PUT", "PATCH", "DELETE"],
    url: "/graphql",
    handler: async () => {
      throw new Refusal(405, "METHOD_NOT_ALLOWED", "Use POST or GET.", { allow: "GET, POST" });
    },
  });
}

async function answer(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  params: Params,
  bytes: number,
): Promise<FastifyReply> {
  const mediaType = acceptable(request);
  const session = await services.authenticate({
    authorization: request.headers.authorization,
    apiKey: request.headers["x-api-key"] as string | undefined,
    origin: request.headers.origin,
    purpose: request.headers[PURPOSE_HEADER],
  });
  const tooLarge = variablesTooLarge(bytes, params, services.limits.variablesBytes);
  if (tooLarge) throw new Refusal(413, "VARIABLES_TOO_LARGE", tooLarge.message);

  const text = services.textOf(params, session);
  const operation = prepareOperation(services.engine(session), text, params);
  if (operation.kind === "mutation" && request.method === "GET") {
    throw new Refusal(405, "MUTATION_OVER_GET", "Mutations need POST.", { allow: "POST" });
  }

  const abandoned = abortedWith(reply);
  const onUsage = (usages: readonly Usage[]) => void reply.headers(rateLimitHeaders(usages));
  const context = { session, requestId: request.id, address: services.addressOf(request.raw), onUsage };
  const execution = requestFor(operation, params, context, abandoned);
  const encoding = encodingFor(mediaType, operation);
  if (encoding) {
    const lastEventId = request.headers["last-event-id"] as string | undefined;
    return streamEvents(services, reply, { operation, execution, text, params, lastEventId, encoding });
  }
  if (operation.kind === "subscription") {
    throw new Refusal(
      406,
      "SUBSCRIPTION_NEEDS_STREAM",
      "Subscribe over graphql-transport-ws, or accept text/event-stream.",
    );
  }
  const outcome = await operation.engine.execute({ ...execution, acceptsDefer: mediaType.multipart });
  allowCaching(reply, outcome, { services, context, operation, params });
  return sendOutcome(reply, outcome, mediaType, services.errors);
}

function encodingFor({ kind, subscribes }: MediaType, operation: Operation): Encoding | undefined {
  if (kind === "event-stream") return serverSentEvents;
  return subscribes && operation.kind === "subscription" ? multipartSubscription : undefined;
}

function acceptable({ headers }: FastifyRequest): MediaType {
  const mediaType = chooseMediaType(headers.accept);
  if (mediaType) return mediaType;
  throw new Refusal(
    406,
    "NOT_ACCEPTABLE",
    "Accept application/graphql-response+json, application/json or text/event-stream.",
  );
}

/** A signal that is aborted when the client goes away before it has its answer. */
function abortedWith({ raw }: FastifyReply): AbortSignal {
  const abort = new AbortController();
  raw.once("close", () => {
    if (!raw.writableFinished) abort.abort(new Error("The client went away."));
  });
  return abort.signal;
}
