import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";

/** Logs a line for every answer: never what was asked or answered, which may be somebody's data. */
export function logAnswers(app: FastifyInstance, log: Logger): void {
  app.addHook("onRequest", (request, reply, done) => {
    logAnswer(log, request.id, request.raw, reply.raw);
    done();
  });
}

/** Logs one answer once it has ended. */
export function logAnswer(log: Logger, requestId: string, request: IncomingMessage, response: ServerResponse): void {
  const began = performance.now();
  const { method, url = "" } = request;
  response.once("close", () => {
    const milliseconds = Math.round(performance.now() - began);
    const path = url.split("?", 1)[0];
    log.debug({ requestId, method, path, status: response.statusCode, milliseconds }, "answered");
  });
}
