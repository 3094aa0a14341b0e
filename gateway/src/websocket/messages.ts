import type { GraphQLFormattedError } from "graphql";

/** Messages from the server, written out; `result` is JSON already and not parsed again. */
export const ack = '{"type":"connection_ack"}';

export const pong = (payload: unknown): string => JSON.stringify({ type: "pong", payload });

export const next = (id: string, result: string): string =>
  `{"id":${JSON.stringify(id)},"type":"next","payload":${result}}`;

export const error = (id: string, errors: readonly GraphQLFormattedError[]): string =>
  JSON.stringify({ id, type: "error", payload: errors });

export const complete = (id: string): string => JSON.stringify({ id, type: "complete" });
