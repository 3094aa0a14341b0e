import { DomainError } from "@yimen/kernel/errors";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";
import { unexpected } from "../errors/requestErrors.js";
import { Refusal } from "../operation/refusal.js";
import { dataHeaders } from "./dataHeaders.js";
import { chooseMediaType, contentTypes } from "./mediaType.js";

interface Problem {
  readonly status: number;
  readonly error: GraphQLFormattedError;
  readonly headers: Readonly<Record<string, string>>;
}

/** Answers everything that goes wrong before an operation runs in GraphQL's own form. */
export function answerProblems(app: FastifyInstance, log: Logger): void {
  app.setErrorHandler((error, request, reply) => {
    if (reply.raw.destroyed) return reply.hijack(); // the client went away, and its operation with it
    const problem = problemOf(error as FastifyError, request.id, log);
    return send(reply, request, problem);
  });
  app.setNotFoundHandler((request, reply) =>
    send(reply, request, {
      status: 404,
      error: { message: "Not found", extensions: { code: "NOT_FOUND" } },
      headers: {},
    }),
  );
}

function send(reply: FastifyReply, request: FastifyRequest, { status, error, headers }: Problem): FastifyReply {
  const kind = chooseMediaType(request.headers.accept)?.kind ?? "json";
  const contentType = contentTypes[kind === "event-stream" ? "json" : kind];
  return reply
    .code(status)
    .headers({ ...dataHeaders, ...headers, "content-type": contentType })
    .send(JSON.stringify({ errors: [error] }));
}

/** Fastify's own refusals, by its codes. */
const ofFastify: Readonly<Record<string, { status: number; code: string; message: string }>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { status: 415, code: "UNSUPPORTED_MEDIA_TYPE", message: "Send application/json." },
  FST_ERR_CTP_BODY_TOO_LARGE: { status: 413, code: "BODY_TOO_LARGE", message: "The body is too large." },
  FST_ERR_CTP_EMPTY_JSON_BODY: { status: 400, code: "BAD_REQUEST", message: "The body is missing." },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    status: 400,
    code: "BAD_REQUEST",
    message: "The body is not as long as stated.",
  },
};

function problemOf(error: FastifyError, requestId: string, log: Logger): Problem {
  if (error instanceof Refusal) return { status: error.status, error: error.error, headers: error.headers };
  if (error instanceof DomainError)
    return { status: 401, error: authenticationError(error), headers: { "www-authenticate": "Bearer" } };
  const known = ofFastify[error.code];
  if (known)
    return { status: known.status, error: { message: known.message, extensions: { code: known.code } }, headers: {} };
  log.error({ err: error, requestId }, "unforeseen error");
  return { status: 500, error: unexpected(requestId), headers: {} };
}

const authenticationError = ({ message, code, details }: DomainError): GraphQLFormattedError => ({
  message,
  extensions: { ...details, code },
});
