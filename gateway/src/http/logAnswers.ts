import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";

/** Logs a line for every answer: never what was asked or answered, which may be somebody's data. */
export function logAnswers(app: FastifyInstance, log: Logger): void {
  app.addHook("onResponse", (request, reply, done) => {
    const { id: requestId, method } = request;
    const path = request.url.split("?", 1)[0];
    const milliseconds = Math.round(reply.elapsedTime);
    log.debug({ requestId, method, path, status: reply.statusCode, milliseconds }, "answered");
    done();
  });
}
