import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { type Listening, listen } from "../fixtures/listening.js";
import { ProtocolClient } from "../fixtures/protocolClient.js";
import type { OperatorReport } from "./operatorReport.js";

const stream = (server: Listening, query: string, init: RequestInit = {}) =>
  fetch(server.url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "text/event-stream" },
    body: JSON.stringify({ query }),
    ...init,
  });

/** The stream's events as `[name, data]`, comments left out. */
async function* eventsOf(response: Response) {
  let rest = "";
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const blocks = (rest + chunk).split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks.filter((text) => text.startsWith("event:"))) {
      const [event = "", data = ""] = block.split("\n");
      const json = data.slice("data:".length).trim();
      yield [event.slice("event: ".length), json ? JSON.parse(json) : null] as const;
    }
  }
}

async function all<T>(events: AsyncIterable<T>): Promise<T[]> {
  const seen: T[] = [];
  for await (const event of events) seen.push(event);
  return seen;
}

describe("GraphQL over server-sent events, distinct connections mode", () => {
  it("streams a subscription's results and says when it is complete", async () => {
    await using server = await listen();
    const response = await stream(server, "subscription { ticks }");
    const events = eventsOf(response);
    await server.ticker.opened(1);

    server.ticker.tick("one");
    const first = await events.next();
    server.ticker.tick("two");
    const second = await events.next();
    server.ticker.end();

    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    expect([first.value, second.value]).toEqual([
      ["next", { data: { ticks: "one" } }],
      ["next", { data: { ticks: "two" } }],
    ]);
    expect((await events.next()).value).toEqual(["complete", null]);
    expect((await events.next()).done).toBe(true);
  });

  it("answers a query with one result", async () => {
    await using server = await listen();

    const events = await all(eventsOf(await stream(server, "{ hello }")));

    expect(events).toEqual([
      ["next", { data: { hello: "hello world" } }],
      ["complete", null],
    ]);
  });

  it("is opened by GET too, as a browser's EventSource does", async () => {
    await using server = await listen();

    const response = await fetch(`${server.url}?query={hello}`, { headers: { accept: "text/event-stream" } });

    expect(await all(eventsOf(response))).toHaveLength(2);
  });

  it("reports a document that is not valid in the stream", async () => {
    await using server = await listen();

    const [first, last] = await all(eventsOf(await stream(server, "{ nothing }")));

    expect(first).toMatchObject(["next", { errors: [{ message: 'Cannot query field "nothing" on type "Query".' }] }]);
    expect(last).toEqual(["complete", null]);
  });

  it("ends the subscription when the client goes away", async () => {
    await using server = await listen();
    const leaving = new AbortController();
    await stream(server, "subscription { ticks }", { signal: leaving.signal });
    await server.ticker.opened(1);

    leaving.abort();

    await server.ticker.opened(0);
    expect(server.ticker.open()).toBe(0);
  });

  it.each([
    ["event-stream", "text/event-stream"],
    ["multipart", "multipart/mixed;subscriptionSpec=1.0"],
  ])("is cut when the client reads slower than events come, and holds nobody up (%s)", async (way, accept) => {
    await using server = await listen();
    await using quick = await ProtocolClient.ready(server.url);
    const init = { headers: { accept, "apollo-require-preflight": "1" } };
    const request = get(`${server.url}?query=subscription Slow{ticks}`.replaceAll(" ", "%20"), init);
    const [response] = (await once(request, "response")) as [IncomingMessage];
    quick.subscribe("a", "subscription Quick { ticks }");
    await server.ticker.opened(2);

    while (server.ticker.open() === 2) {
      server.ticker.tick("x".repeat(200_000));
      await quick.next();
    }

    response.resume();
    await expect(once(response, "end")).rejects.toThrow("aborted");
    const report = (await (await fetch(server.url.replace("/graphql", "/streams"))).json()) as OperatorReport;
    expect(report).toMatchObject({ letGo: 1, latestLetGo: [{ way, operations: ["Slow"], code: null }], sockets: 1 });
    expect(report.latestLetGo[0]?.unread).toBeGreaterThan(1024 * 1024);
  });

  it("is cut without `complete` when the gateway stops, so that clients take it up elsewhere", async () => {
    const server = await listen();
    const events = eventsOf(await stream(server, "subscription { ticks }"));
    await server.ticker.opened(1);

    const next = events.next();
    const cut = expect(next).rejects.toThrow();
    await server.stop();

    await cut;
  });
});
