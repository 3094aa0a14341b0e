import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { parse } from "node:querystring";
import { PURPOSE_HEADER } from "../access/purpose.js";
import { type Operation, prepareOperation, requestFor, variablesTooLarge } from "../operation/operation.js";
import { type Params, readParams } from "../operation/params.js";
import { Refusal } from "../operation/refusal.js";
import type { AllowsOrigin } from "../origins.js";
import { rateLimitHeaders, type Usage } from "../partners/quota/allowances.js";
import type { Services } from "../services.js";
import { allowCaching } from "./caching.js";
import { refuseCrossSite } from "./crossSite.js";
import { headersFor } from "./dataHeaders.js";
import { multipartSubscription, serverSentEvents } from "./encodings.js";
import { streamEvents } from "./eventStream.js";
import { readableRefusal } from "./foreignPage.js";
import { readJsonBody } from "./jsonBody.js";
import { logAnswer } from "./logAnswers.js";
import { chooseMediaType, type MediaType } from "./mediaType.js";
import { sendParts } from "./multipart.js";
import { sendOutcome } from "./outcome.js";
import { problemOf, told } from "./problems.js";
import { paramsOfQueryString } from "./queryString.js";
import { Reply } from "./reply.js";
import { REQUEST_ID_HEADER, requestIdOf } from "./requestId.js";
import type { Encoding } from "./resultStream.js";

/** One request to /graphql, and the answer it gets. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly reply: Reply;
  readonly requestId: string;
}

/** Answers a request that came in. */
export type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * GraphQL over HTTP: POST and GET /graphql, answered as JSON, in parts, or as an event stream. It is served from Node's
 * own requests and responses: what a framework does for a route costs as much as running a small operation.
 */
export function graphqlRoute(services: Services, allows: AllowsOrigin): Listener {
  const { log, stopping } = services;
  const isLogged = log.isLevelEnabled("debug");
  const headersOf = headersFor(allows);
  return (request, response) => {
    const requestId = requestIdOf(request);
    const headers = headersOf(request.headers.origin);
    headers[REQUEST_ID_HEADER] = requestId;
    const reply = new Reply(response, headers, stopping);
    if (isLogged) logAnswer(log, requestId, request, response);
    const exchange = { request, reply, requestId };
    answer(services, exchange).catch((reason) => refuse(services, exchange, reason));
  };
}

function refuse({ log }: Services, { request, reply, requestId }: Exchange, reason: Error): void {
  if (reply.raw.destroyed) return; // the client went away, and its operation with it
  const problem = problemOf(reason, requestId, log);
  if (reply.raw.headersSent) return void reply.raw.destroy(); // half an answer must not pass for a whole one
  const { status, contentType, headers, body } = told(problem, request.headers.accept);
  reply.headers({ ...readableRefusal(request.headers), ...headers });
  reply.send(status, contentType, body);
}

function answer(services: Services, exchange: Exchange): Promise<void> {
  switch (exchange.request.method) {
    case "POST":
      return answerPost(services, exchange);
    case "GET":
    case "HEAD":
      return answerGet(services, exchange);
    default:
      return Promise.reject(new Refusal(405, "METHOD_NOT_ALLOWED", "Use POST or GET.", { allow: "GET, POST" }));
  }
}

async function answerPost(services: Services, exchange: Exchange): Promise<void> {
  const { json, bytes } = await readJsonBody(exchange.request, services.limits.bodyBytes);
  return answerParams(services, exchange, readParams(json), bytes);
}

async function answerGet(services: Services, exchange: Exchange): Promise<void> {
  const { url = "", headers } = exchange.request;
  refuseCrossSite(headers);
  const params = paramsOfQueryString(parse(url.slice(url.indexOf("?") + 1)));
  return answerParams(services, exchange, params, url.length);
}

async function answerParams(services: Services, exchange: Exchange, params: Params, bytes: number): Promise<void> {
  const { request, reply, requestId } = exchange;
  const { headers, socket } = request;
  const mediaType = acceptable(headers.accept);
  const session = await services.authenticate({
    authorization: headers.authorization,
    apiKey: headers["x-api-key"] as string | undefined,
    origin: headers.origin,
    purpose: headers[PURPOSE_HEADER],
  });
  const tooLarge = variablesTooLarge(bytes, params, services.limits.variablesBytes);
  if (tooLarge) throw new Refusal(413, "VARIABLES_TOO_LARGE", tooLarge.message);

  const text = services.textOf(params, session);
  const operation = prepareOperation(services.engine(session), text, params);
  if (operation.kind === "mutation" && request.method !== "POST") {
    throw new Refusal(405, "MUTATION_OVER_GET", "Mutations need POST.", { allow: "POST" });
  }

  const onUsage = (usages: readonly Usage[]) => reply.headers(rateLimitHeaders(usages));
  const context = { session, requestId, address: services.addressOf(request), onUsage };
  const execution = requestFor(operation, params, context, abandoned(socket));
  const encoding = encodingFor(mediaType, operation);
  if (encoding) {
    const lastEventId = headers["last-event-id"] as string | undefined;
    return streamEvents(services, reply, { operation, execution, text, params, lastEventId, encoding });
  }
  if (operation.kind === "subscription") {
    throw new Refusal(
      406,
      "SUBSCRIPTION_NEEDS_STREAM",
      "Subscribe over graphql-transport-ws, or accept text/event-stream.",
    );
  }
  // The answer is sent from where it was made, and not handed back: a request that has waited for its turn is among the
  // old objects, and what those once held is not let go of until they are collected themselves.
  const parts = await services.pace.run(async () => {
    const outcome = await operation.engine.execute({ ...execution, acceptsDefer: mediaType.multipart });
    if (outcome.kind === "multipart") return outcome.parts;
    const isRead = request.method !== "POST";
    const isKnown = isRead && allowCaching(reply, outcome, { services, context, operation, params, asked: headers });
    if (!isKnown) sendOutcome(reply, outcome, mediaType, services.errors);
    return undefined;
  });
  if (parts) await sendParts(reply, parts);
}

function encodingFor({ kind, subscribes }: MediaType, operation: Operation): Encoding | undefined {
  if (kind === "event-stream") return serverSentEvents;
  return subscribes && operation.kind === "subscription" ? multipartSubscription : undefined;
}

function acceptable(accept: string | undefined): MediaType {
  const mediaType = chooseMediaType(accept);
  if (mediaType) return mediaType;
  throw new Refusal(
    406,
    "NOT_ACCEPTABLE",
    "Accept application/graphql-response+json, application/json or text/event-stream.",
  );
}

const signals = new WeakMap<Socket, AbortSignal>();

/**
 * A signal that is aborted when the client goes away; one for each connection. Whoever listens to it stops listening
 * when its request has ended.
 */
function abandoned(socket: Socket): AbortSignal {
  const known = signals.get(socket);
  if (known) return known;
  const abort = new AbortController();
  signals.set(socket, abort.signal);
  const leave = () => abort.abort(new Error("The client went away."));
  if (socket.destroyed) leave();
  else socket.once("close", leave);
  return abort.signal;
}
