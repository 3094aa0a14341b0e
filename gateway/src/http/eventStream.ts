import type { ServerResponse } from "node:http";
import type { FastifyReply } from "fastify";
import { onSessionEnd } from "../caller/sessionEnd.js";
import type { ExecutionRequest } from "../engine/engine.js";
import { eventsOf, only } from "../operation/events.js";
import type { Operation } from "../operation/operation.js";
import type { RequestContext } from "../requestContext.js";
import type { Services } from "../services.js";
import { contentTypes } from "./mediaType.js";
import { refusedBody } from "./outcome.js";
import { takeOver } from "./takeOver.js";

const KEEP_ALIVE = 12_000; // 12 seconds, below what proxies take for a dead connection
const MOST_UNSENT = 1024 * 1024; // 1 MiB that a slow client may leave unread before it is let go

/**
 * GraphQL over server-sent events, distinct connections mode: one operation, its results as `next`, then `complete`.
 * Request errors are results too, since a browser's `EventSource` can read nothing else.
 */
export async function streamEvents(
  services: Services,
  reply: FastifyReply,
  operation: Operation,
  execution: ExecutionRequest<RequestContext>,
): Promise<FastifyReply> {
  const outcome = await eventsOf(operation, execution);
  const events = outcome.kind === "events" ? outcome.events : only(refusedBody(outcome, services.errors));
  const raw = takeOver(reply, 200, { "content-type": contentTypes["event-stream"], "x-accel-buffering": "no" });
  const alive = setInterval(() => raw.write(":\n\n"), KEEP_ALIVE);
  using _end = onSessionEnd(execution.context.session, services.clock, ({ message, code, details }) => {
    sendNext(raw, JSON.stringify({ errors: [{ message, extensions: { code, ...details } }] }));
    void events.return?.();
  });
  const cut = () => void raw.destroy(); // without `complete`: the client takes the stream up again
  services.stopping.addEventListener("abort", cut, { once: true });
  raw.once("close", () => void events.return?.());
  try {
    raw.flushHeaders();
    for await (const event of events) sendNext(raw, event);
    raw.end("event: complete\ndata:\n\n");
  } catch (error) {
    if (!raw.destroyed)
      services.log.error({ err: error, requestId: execution.context.requestId }, "event stream failed");
    cut();
  } finally {
    services.stopping.removeEventListener("abort", cut);
    clearInterval(alive);
  }
  return reply;
}

function sendNext(raw: ServerResponse, event: string): void {
  if (raw.writableLength > MOST_UNSENT) raw.destroy();
  else if (!raw.destroyed) raw.write(`event: next\ndata: ${event}\n\n`);
}
