import type { ServerResponse } from "node:http";
import { onSessionEnd } from "../caller/sessionEnd.js";
import type { ExecutionRequest } from "../engine/engine.js";
import { Message } from "../live/message.js";
import { liveRequest } from "../operation/events.js";
import type { Operation } from "../operation/operation.js";
import type { Params } from "../operation/params.js";
import { resultOf } from "../operation/result.js";
import type { RequestContext } from "../requestContext.js";
import type { Services } from "../services.js";
import { refusedBody } from "./outcome.js";
import type { Reply } from "./reply.js";
import { type Encoding, ResultStream } from "./resultStream.js";

/** A request whose results are streamed. */
export interface StreamRequest {
  readonly operation: Operation;
  readonly execution: ExecutionRequest<RequestContext>;
  readonly text: string;
  readonly params: Params;
  /** The `id` of the last event the client saw, before its connection was lost. */
  readonly lastEventId: string | undefined;
  readonly encoding: Encoding;
}

/**
 * Answers with one result after the other until the operation is complete. Request errors are results too, since a
 * browser's `EventSource` can read nothing else.
 */
export async function streamEvents(services: Services, reply: Reply, request: StreamRequest): Promise<void> {
  const { context } = request.execution;
  // Headers may still be refused with a status of their own until the stream is open.
  const raw = () => reply.begin(request.encoding.contentType, { "x-accel-buffering": "no" });
  if (request.operation.kind === "subscription") await follow(services, raw, request);
  else await answer(services, raw, request);

  async function answer(
    { errors, pace }: Services,
    open: () => ServerResponse,
    { operation, execution, encoding }: StreamRequest,
  ) {
    const outcome = await resultOf({ pace }, operation, execution);
    const stream = new ResultStream(open(), encoding, () => {});
    stream.next(new Message(outcome.kind === "refused" ? refusedBody(outcome, errors) : outcome.body, null));
    stream.complete();
  }

  async function follow(
    { live, errors, clock, stopping }: Services,
    open: () => ServerResponse,
    { text, params, lastEventId, encoding }: StreamRequest,
  ) {
    const asked = liveRequest(services, { text, params, context, after: lastEventId });
    const stream = new ResultStream(open(), encoding, (unread) =>
      live.clients.wasLetGo({ at: new Date(), way: encoding.way, operations: [asked.name], unread, code: null }),
    );
    const outcome = await live.subscribe(asked, stream);
    if (outcome.kind === "refused") {
      stream.next(new Message(refusedBody(outcome, errors), null));
      return stream.complete();
    }
    using _end = onSessionEnd(context.session, clock, ({ message, code, details }) => {
      stream.next(new Message(JSON.stringify({ errors: [{ message, extensions: { code, ...details } }] }), null));
      stream.complete();
    });
    stream.startAt(outcome.position);
    const cut = () => stream.cut();
    stopping.addEventListener("abort", cut, { once: true });
    await stream.closed;
    stopping.removeEventListener("abort", cut);
    outcome.leave();
  }
}
