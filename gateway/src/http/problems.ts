import { DomainError } from "@yimen/kernel/errors";
import type { FastifyError, FastifyInstance } from "fastify";
import type { GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";
import { unexpected } from "../errors/requestErrors.js";
import { Refusal } from "../operation/refusal.js";
import { dataHeaders } from "./dataHeaders.js";
import { chooseMediaType, contentTypes } from "./mediaType.js";

/** What is answered in place of a result. */
export interface Problem {
  readonly status: number;
  readonly error: GraphQLFormattedError;
  readonly headers: Readonly<Record<string, string>>;
}

/** Answers everything that goes wrong outside of /graphql in the same form. */
export function answerProblems(app: FastifyInstance, log: Logger): void {
  app.setErrorHandler((error, request, reply) => {
    if (reply.raw.destroyed) return reply.hijack(); // the client went away
    const { status, contentType, headers, body } = told(
      problemOf(error as FastifyError, request.id, log),
      request.headers.accept,
    );
    return reply
      .code(status)
      .headers({ ...dataHeaders, ...headers, "content-type": contentType })
      .send(body);
  });
  app.setNotFoundHandler((request, reply) => {
    const { status, contentType, body } = told(NOT_FOUND, request.headers.accept);
    return reply
      .code(status)
      .headers({ ...dataHeaders, "content-type": contentType })
      .send(body);
  });
}

const NOT_FOUND: Problem = {
  status: 404,
  error: { message: "Not found", extensions: { code: "NOT_FOUND" } },
  headers: {},
};

/** A problem in the form that its client reads. */
export function told({ status, error, headers }: Problem, accept: string | undefined) {
  const kind = chooseMediaType(accept)?.kind ?? "json";
  const contentType = contentTypes[kind === "event-stream" ? "json" : kind];
  return { status, contentType, headers, body: JSON.stringify({ errors: [error] }) };
}

/** Fastify's own refusals, by its codes. */
const ofFastify: Readonly<Record<string, { status: number; code: string; message: string }>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { status: 415, code: "UNSUPPORTED_MEDIA_TYPE", message: "Send application/json." },
};

/** What the server or a plugin of it finds wrong with a request, such as a path that leads out of a folder. */
function refusedByServer({ statusCode = 500 }: { readonly statusCode?: number }) {
  if (statusCode < 400 || statusCode >= 500) return undefined;
  return statusCode === 404
    ? { status: 404, code: "NOT_FOUND", message: "Not found" }
    : { status: statusCode, code: "BAD_REQUEST", message: "The request is not good." };
}

/** What a request that was not answered is told. */
export function problemOf(
  error: Error & { readonly code?: string; readonly statusCode?: number },
  requestId: string,
  log: Logger,
): Problem {
  if (error instanceof Refusal) return { status: error.status, error: error.error, headers: error.headers };
  if (error instanceof DomainError)
    return { status: 401, error: authenticationError(error), headers: { "www-authenticate": "Bearer" } };
  const known = ofFastify[error.code ?? ""] ?? refusedByServer(error);
  if (known)
    return { status: known.status, error: { message: known.message, extensions: { code: known.code } }, headers: {} };
  log.error({ err: error, requestId }, "unforeseen error");
  return { status: 500, error: unexpected(requestId), headers: {} };
}

const authenticationError = ({ message, code, details }: DomainError): GraphQLFormattedError => ({
  message,
  extensions: { ...details, code },
});
