import { createHash } from "node:crypto";
import { createConnection } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Listening, listen } from "../fixtures/listening.js";
import { ProtocolClient } from "../fixtures/protocolClient.js";

let server: Listening;
beforeAll(async () => {
  server = await listen();
});
afterAll(() => server.stop());

const subscribe = (payload: unknown, id: unknown = "a") => JSON.stringify({ id, type: "subscribe", payload });
const HELLO = { query: "{ hello }" };

describe("a client that keeps to the protocol in an unusual way", () => {
  it.each([
    ["no payload", { type: "connection_init" }],
    ["payload null", { type: "connection_init", payload: null }],
    ["an empty payload", { type: "connection_init", payload: {} }],
  ])("is acknowledged with %s", async (_, init) => {
    await using client = await ProtocolClient.connect(server.url);

    client.send(init);

    expect(await client.next()).toEqual({ type: "connection_ack" });
  });

  it.each([
    ["before it is acknowledged", false],
    ["later", true],
  ])("may ping and pong %s", async (_, acknowledged) => {
    await using client = await (acknowledged ? ProtocolClient.ready : ProtocolClient.connect)(server.url);

    client.send({ type: "pong" });
    client.send({ type: "pong", payload: { unasked: true } });
    client.send({ type: "ping" });
    client.send({ type: "ping", payload: null });
    client.send({ type: "ping", payload: { sent: 1 } });

    expect(await client.next()).toEqual({ type: "pong" });
    expect(await client.next()).toEqual({ type: "pong", payload: null });
    expect(await client.next()).toEqual({ type: "pong", payload: { sent: 1 } });
  });

  it("completes what never was, twice, and is served on", async () => {
    await using client = await ProtocolClient.ready(server.url);

    client.send({ id: "nobody", type: "complete" });
    client.send({ id: "nobody", type: "complete" });
    client.subscribe("a", "{ hello }");

    expect(await client.next()).toMatchObject({ id: "a", type: "next" });
  });

  it("takes an id again once it is free, however the operation ended", async () => {
    await using client = await ProtocolClient.ready(server.url);
    for (const [query, messages] of [
      ["{ hello }", 2],
      ["{ nothing }", 1],
      ['mutation { shout(text: "x") }', 2],
    ] as const) {
      client.subscribe("a", query);
      for (let message = 0; message < messages; message++) expect(await client.next()).toMatchObject({ id: "a" });
    }
  });

  it("cuts a message into fragments, with a ping between them", async () => {
    await using client = await ProtocolClient.ready(server.url);
    const message = subscribe(HELLO);

    client.socket.send(message.slice(0, 7), { fin: false });
    client.socket.ping();
    client.socket.send(message.slice(7), { fin: true });

    expect(await client.next()).toMatchObject({ id: "a", type: "next", payload: { data: { hello: "hello world" } } });
  });

  it("chooses an id of 100,000 characters", async () => {
    await using client = await ProtocolClient.ready(server.url);
    const id = "é".repeat(100_000);

    client.subscribe(id, "{ hello }");

    expect(await client.next()).toMatchObject({ id, type: "next" });
  });

  it("names a document by its hash, without a text", async () => {
    await using client = await ProtocolClient.ready(server.url);
    const query = "{ hello }";
    const persistedQuery = { version: 1, sha256Hash: createHash("sha256").update(query).digest("hex") };

    client.send(subscribe({ extensions: { persistedQuery } }, "unknown"));
    expect(await client.next()).toMatchObject({ id: "unknown", type: "error" });
    client.send(subscribe({ query, extensions: { persistedQuery } }, "told"));
    expect(await client.next()).toMatchObject({ id: "told", type: "next" });
    expect(await client.next()).toMatchObject({ id: "told", type: "complete" });
    client.send(subscribe({ extensions: { persistedQuery } }, "known"));

    expect(await client.next()).toMatchObject({ id: "known", payload: { data: { hello: "hello world" } } });
  });

  it("offers compression, which is not taken up", async () => {
    await using client = await ProtocolClient.connect(server.url, { perMessageDeflate: true });

    expect(client.socket.extensions).toBe("");
  });

  it("goes away while it is being acknowledged, and nothing is left of it", async () => {
    const client = await ProtocolClient.connect(server.url);
    client.send({ type: "connection_init" });
    client.subscribe("a", "subscription { ticks }");
    client.socket.terminate();

    await client.closed;
    await expect.poll(() => server.ticker.open()).toBe(0);
  });
});

describe("a client that breaks the protocol is closed with 4400", () => {
  it.each([
    ["no JSON", "{"],
    ["an empty message", ""],
    ["JSON that is no object", "[]"],
    ["null", "null"],
    ["a number", "1"],
    ["no type", "{}"],
    ["a type that is no text", '{"type":1}'],
    ["a type of the old protocol", '{"type":"start","id":"a","payload":{"query":"{ hello }"}}'],
    ["a type of every object", '{"type":"__proto__"}'],
    ["next", '{"type":"next","id":"a","payload":{}}'],
    ["error", '{"type":"error","id":"a","payload":[{"message":"x"}]}'],
    ["connection_ack", '{"type":"connection_ack"}'],
    ["subscribe without an id", '{"type":"subscribe","payload":{"query":"{ hello }"}}'],
    ["subscribe with an empty id", subscribe(HELLO, "")],
    ["subscribe with a number as id", subscribe(HELLO, 1)],
    ["subscribe without a payload", '{"type":"subscribe","id":"a"}'],
    ["subscribe with payload null", subscribe(null)],
    ["subscribe with a list as payload", subscribe([HELLO])],
    ["subscribe with text as payload", subscribe("{ hello }")],
    ["subscribe without a document", subscribe({})],
    ["a document that is no text", subscribe({ query: 1 })],
    ["variables that are a list", subscribe({ ...HELLO, variables: [] })],
    ["variables that are text", subscribe({ ...HELLO, variables: "{}" })],
    ["an operation's name that is none", subscribe({ ...HELLO, operationName: 1 })],
    ["extensions that are a list", subscribe({ ...HELLO, extensions: [] })],
    ["complete without an id", '{"type":"complete"}'],
    ["complete with an empty id", '{"type":"complete","id":""}'],
    ["ping with text as payload", '{"type":"ping","payload":"x"}'],
  ])("for %s", async (_, message) => {
    await using client = await ProtocolClient.ready(server.url);

    client.send(message);

    expect(await client.closed).toEqual({ code: 4400, reason: "Invalid message received" });
  });

  it.each([
    ["init with text as payload", '{"type":"connection_init","payload":"x"}'],
    ["init with a list as payload", '{"type":"connection_init","payload":[]}'],
  ])("for %s", async (_, message) => {
    await using client = await ProtocolClient.connect(server.url);

    client.send(message);

    expect(await client.closed).toMatchObject({ code: 4400 });
  });

  it("for bytes instead of text", async () => {
    await using client = await ProtocolClient.ready(server.url);

    client.socket.send(Buffer.from(subscribe(HELLO)));

    expect(await client.closed).toMatchObject({ code: 4400 });
  });
});

describe("a client is closed", () => {
  it("with 4401 when it subscribes while it is being acknowledged", async () => {
    await using client = await ProtocolClient.connect(server.url);

    client.send({ type: "connection_init" });
    client.subscribe("a", "{ hello }");

    expect(await client.closed).toEqual({ code: 4401, reason: "Unauthorized" });
  });

  it("with 4429 for a second connection_init while the first is under way", async () => {
    await using client = await ProtocolClient.connect(server.url);

    client.send({ type: "connection_init" });
    client.send({ type: "connection_init" });

    expect(await client.closed).toMatchObject({ code: 4429 });
  });

  it("with 4406 when it names no protocol", async () => {
    await using client = await ProtocolClient.connect(server.url, { protocol: [] });

    expect(await client.closed).toEqual({ code: 4406, reason: "Subprotocol not acceptable" });
  });

  it("with 1007 for text that is none", async () => {
    await using client = await ProtocolClient.ready(server.url);

    client.socket.send(Buffer.from([0xff, 0xfe]), { binary: false });

    expect(await client.closed).toMatchObject({ code: 1007 });
  });

  it("with 1002 for a frame that is not masked, and nobody else notices", async () => {
    await using other = await ProtocolClient.ready(server.url);
    const { port, hostname } = new URL(server.url);
    const bytes = await new Promise<Buffer>((resolve, reject) => {
      const socket = createConnection(Number(port), hostname);
      let received = Buffer.alloc(0);
      let isOpen = false;
      socket.on("data", (chunk: Buffer) => {
        received = Buffer.concat([received, chunk]);
        if (isOpen || !received.includes("\r\n\r\n")) return;
        isOpen = true;
        received = Buffer.alloc(0);
        socket.write(Buffer.from([0x81, 0x02, 0x7b, 0x7d]));
      });
      socket.on("close", () => resolve(received));
      socket.on("error", reject);
      const headers = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n";
      const key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n";
      socket.write(`GET /graphql HTTP/1.1\r\nHost: ${hostname}\r\n${headers}${key}\r\n`);
    });

    expect(bytes.readUInt16BE(2)).toBe(1002);
    other.subscribe("a", "{ hello }");
    expect(await other.next()).toMatchObject({ id: "a", type: "next" });
  });
});
