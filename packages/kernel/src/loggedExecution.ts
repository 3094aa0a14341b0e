import { type ExecutionArgs, execute, subscribe } from "graphql";
import { loggedUnder } from "./serviceLog.js";

/** An operation that came over a socket, and the id under which the gateway knows it. */
export interface LoggedArgs extends ExecutionArgs {
  readonly requestId: string | undefined;
}

/** The request id that an operation's `extensions` carry, where many callers share one socket and its headers. */
export const requestIdIn = (extensions: Readonly<Record<string, unknown>> | null | undefined): string | undefined =>
  typeof extensions?.requestId === "string" ? extensions.requestId : undefined;

const idOf = (args: ExecutionArgs): string | undefined => (args as Partial<LoggedArgs>).requestId;

export const executeLogged = (args: ExecutionArgs) => loggedUnder(idOf(args), () => execute(args));

/** Subscribes so that whatever is logged while an event is waited for and resolved carries the request's id. */
export async function subscribeLogged(args: ExecutionArgs) {
  const requestId = idOf(args);
  const result = await loggedUnder(requestId, () => subscribe(args));
  return Symbol.asyncIterator in result && requestId !== undefined ? logged(result, requestId) : result;
}

const logged = <T>(events: AsyncGenerator<T, void, void>, requestId: string): AsyncGenerator<T, void, void> => ({
  next: () => loggedUnder(requestId, () => events.next()),
  return: () => loggedUnder(requestId, () => events.return()),
  throw: (reason) => loggedUnder(requestId, () => events.throw(reason)),
  [Symbol.asyncIterator]() {
    return this;
  },
  [Symbol.asyncDispose]: () => events[Symbol.asyncDispose](),
});
