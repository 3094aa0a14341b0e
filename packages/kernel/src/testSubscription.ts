import type { ExecutionResult } from "graphql";
import { createClient } from "graphql-ws";
import { WebSocket } from "ws";
import { type Caller, serviceCaller, signCaller } from "./caller.js";

export interface TestSubscriptionOptions {
  readonly url: string;
  /** Name of the subgraph: audience of the signatures. */
  readonly target: string;
  readonly callerSecret: string;
}

/** A running subscription; each `next` waits for an event, errors before the first are its result. */
export interface TestSubscription<T> extends AsyncDisposable {
  next(): Promise<ExecutionResult<T>>;
}

/** Subscribes at a subgraph for a caller, over a connection of the gateway. */
export async function testSubscription<T>(
  { url, target, callerSecret }: TestSubscriptionOptions,
  caller: Caller,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<TestSubscription<T>> {
  const client = createClient({
    url: url.replace("http", "ws"),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { caller: await signCaller(serviceCaller("gateway"), target, callerSecret) },
  });
  const extensions = { caller: await signCaller(caller, target, callerSecret) };
  const events = client.iterate<T>({ query, variables, extensions });
  return {
    async next() {
      try {
        const { value, done } = await events.next();
        if (done) throw new Error("The subscription has ended.");
        return value as ExecutionResult<T>;
      } catch (refused) {
        if (Array.isArray(refused)) return { errors: refused };
        throw refused;
      }
    },
    async [Symbol.asyncDispose]() {
      await events.return?.();
      await client.dispose();
    },
  };
}
