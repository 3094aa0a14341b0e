import { ApolloClient, gql, HttpLink, InMemoryCache } from "@apollo/client";
import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import { Client, subscriptionExchange } from "@urql/core";
import { createClient } from "graphql-ws";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import WebSocket from "ws";
import { openLogWriter } from "./logWriter.js";
import { type System, startSystem } from "./system.js";

const QUEUE = /* GraphQL */ `
  subscription Queue($outletId: ID!, $after: String) {
    queueEvents(outletId: $outletId, after: $after) {
      cursor
      window {
        name
      }
    }
  }
`;

interface Queue {
  readonly queueEvents: { readonly cursor: string; readonly window: { readonly name: string } | null };
}

/** Subscribes with a client, hands every result to `next`, and returns how to end it. */
type Subscribe = (variables: Record<string, unknown>, next: (data: Queue | null | undefined) => void) => () => void;

let system: System;
let log: Awaited<ReturnType<typeof openLogWriter>>;
beforeAll(async () => {
  system = await startSystem({ now: "2026-03-02T09:00:00+08:00" });
  log = await openLogWriter(system.databaseUrl("cases"));
});
afterAll(async () => {
  await log?.[Symbol.asyncDispose]();
  await system?.[Symbol.asyncDispose]();
});

const sockets = () =>
  createClient({
    url: `${system.url.replace("http", "ws")}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: () => new Promise((resolve) => setTimeout(resolve, 100)),
  });

const apollo =
  (link: () => GraphQLWsLink | HttpLink): Subscribe =>
  (variables, next) => {
    const client = new ApolloClient({ link: link(), cache: new InMemoryCache() });
    const subscription = client
      .subscribe<Queue>({ query: gql(QUEUE), variables })
      .subscribe({ next: ({ data }) => next(data) });
    return () => subscription.unsubscribe();
  };

const urql: Subscribe = (variables, next) => {
  const client = new Client({
    url: `${system.url}/graphql`,
    preferGetMethod: false,
    exchanges: [
      subscriptionExchange({
        forwardSubscription: ({ query = "", variables: given }) => ({
          subscribe: (sink) => ({
            unsubscribe: sockets().subscribe({ query, variables: given as Record<string, unknown> }, sink as never),
          }),
        }),
      }),
    ],
  });
  const { unsubscribe } = client.subscription<Queue>(QUEUE, variables).subscribe(({ data }) => next(data));
  return unsubscribe;
};

describe("a client that people use", () => {
  it.each<[string, Subscribe]>([
    ["@apollo/client over graphql-ws", apollo(() => new GraphQLWsLink(sockets()))],
    ["@apollo/client in parts over HTTP", apollo(() => new HttpLink({ uri: `${system.url}/graphql` }))],
    ["urql over graphql-ws", urql],
  ])("follows from its cursor, with other departments' fields: %s", async (_, subscribe) => {
    const from = await log.head();
    const seen: Queue["queueEvents"][] = [];
    const end = subscribe({ outletId: "taoshan-hall", after: from }, (data) => {
      if (data) seen.push(data.queueEvents);
    });

    for (let n = 0; n < 5; n++) await log.write("taoshan-hall", "taoshan-w2");

    await expect.poll(() => seen.map(({ cursor }) => cursor)).toEqual(await log.cursorsAfter(from));
    expect(seen[0]?.window?.name).toMatch(/[一-龥]/);
    end();
  });
});
