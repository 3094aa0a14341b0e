import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Listening, listen } from "../fixtures/listening.js";
import { ProtocolClient } from "../fixtures/protocolClient.js";

let server: Listening;
beforeAll(async () => {
  server = await listen({ socketLimits: { initMs: 100, operations: 2 } });
});
afterAll(() => server.stop());

describe("graphql-transport-ws", () => {
  it("acknowledges, streams and completes", async () => {
    await using client = await ProtocolClient.ready(server.url);
    client.subscribe("a", "subscription { ticks }");
    await server.ticker.opened(1);

    server.ticker.tick("one");
    server.ticker.end();

    expect(await client.next()).toEqual({ id: "a", type: "next", payload: { data: { ticks: "one" } } });
    expect(await client.next()).toEqual({ id: "a", type: "complete" });
  });

  it("answers queries and mutations too", async () => {
    await using client = await ProtocolClient.ready(server.url);

    client.subscribe("a", 'mutation { shout(text: "hi") }');

    expect(await client.next()).toEqual({ id: "a", type: "next", payload: { data: { shout: "HI" } } });
    expect(await client.next()).toEqual({ id: "a", type: "complete" });
  });

  it("answers a ping with its payload", async () => {
    await using client = await ProtocolClient.ready(server.url);

    client.send({ type: "ping", payload: { sent: 1 } });

    expect(await client.next()).toEqual({ type: "pong", payload: { sent: 1 } });
  });

  it("ends the subscription that the client completes, and gives its id free", async () => {
    await using client = await ProtocolClient.ready(server.url);
    client.subscribe("a", "subscription { ticks }");
    await server.ticker.opened(1);

    client.send({ id: "a", type: "complete" });
    await server.ticker.opened(0);
    client.subscribe("a", "{ hello }");

    expect(await client.next()).toMatchObject({ id: "a", type: "next" });
  });

  it.each([
    ["a syntax error", "{", "Syntax Error"],
    ["an unknown field", "{ nothing }", "Cannot query field"],
  ])("reports %s to the operation and keeps the socket", async (_, query, message) => {
    await using client = await ProtocolClient.ready(server.url);

    client.subscribe("bad", query);
    expect(await client.next()).toMatchObject({
      id: "bad",
      type: "error",
      payload: [{ message: expect.stringContaining(message) }],
    });
    client.subscribe("good", "{ hello }");

    expect(await client.next()).toMatchObject({ id: "good", type: "next" });
  });

  it("refuses more operations than one socket may have, and keeps the others", async () => {
    await using client = await ProtocolClient.ready(server.url);
    client.subscribe("a", "subscription { ticks }");
    client.subscribe("b", "subscription { ticks }");
    client.subscribe("c", "subscription { ticks }");

    expect(await client.next()).toMatchObject({
      id: "c",
      type: "error",
      payload: [{ extensions: { code: "TOO_MANY_OPERATIONS" } }],
    });
    expect(server.ticker.open()).toBe(2);
  });

  it("ends what a client subscribed to when it goes away", async () => {
    const client = await ProtocolClient.ready(server.url);
    client.subscribe("a", "subscription { ticks }");
    await server.ticker.opened(1);

    client.socket.terminate();

    await server.ticker.opened(0);
  });
});

describe("a websocket is closed", () => {
  it.each([
    ["4400 for no message", "hello", 4400],
    ["4400 for an unknown message", '{"type":"start"}', 4400],
    ["4400 for a message only servers send", '{"type":"connection_ack"}', 4400],
    [
      "4401 for an operation before the acknowledgement",
      '{"id":"a","type":"subscribe","payload":{"query":"{a}"}}',
      4401,
    ],
  ])("with %s", async (_, message, code) => {
    await using client = await ProtocolClient.connect(server.url);

    client.send(message);

    expect(await client.closed).toMatchObject({ code });
  });

  it("with 4406 when the client speaks another protocol", async () => {
    await using client = await ProtocolClient.connect(server.url, { protocol: "graphql-ws" });

    expect(await client.closed).toMatchObject({ code: 4406 });
  });

  it("with 4408 when connection_init does not come in time", async () => {
    await using client = await ProtocolClient.connect(server.url);

    expect(await client.closed).toMatchObject({ code: 4408 });
  });

  it("with 4409 for a second operation under one id", async () => {
    await using client = await ProtocolClient.ready(server.url);

    client.subscribe("a", "subscription { ticks }");
    client.subscribe("a", "subscription { ticks }");

    expect(await client.closed).toEqual({ code: 4409, reason: "Subscriber for a already exists" });
  });

  it("with 4429 for a second connection_init", async () => {
    await using client = await ProtocolClient.ready(server.url);

    client.send({ type: "connection_init" });

    expect(await client.closed).toMatchObject({ code: 4429 });
  });

  it("with 1009 for a message beyond the limit", async () => {
    await using client = await ProtocolClient.ready(server.url);

    client.subscribe("a", `{ hello } ${"#".repeat(2 * 1024 * 1024)}`);

    expect(await client.closed).toMatchObject({ code: 1009 });
  });

  it("with 1001 when the gateway stops", async () => {
    const stopping = await listen();
    await using client = await ProtocolClient.ready(stopping.url);

    await stopping.stop();

    expect(await client.closed).toEqual({ code: 1001, reason: "Going away" });
  });
});

describe("a websocket's origin", () => {
  const connect = (url: string, origin: string) => ProtocolClient.connect(url, { headers: { origin } });

  it("may be the gateway's own page or one that is named", async () => {
    await using named = await listen({ origins: ["https://bank.example"] });

    await using own = await connect(server.url, new URL(server.url).origin);
    await using friend = await connect(named.url, "https://bank.example");

    expect([own.socket.readyState, friend.socket.readyState]).toEqual([1, 1]);
  });

  it("may be no other", async () => {
    await expect(connect(server.url, "https://evil.example")).rejects.toThrow("403");
  });
});
