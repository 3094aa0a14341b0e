import { realClock } from "@yimen/kernel/clock";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recogniseCallers } from "../caller/access.js";
import { hashOf } from "../caller/keyHash.js";
import { ask, askByGet, codesOf } from "../fixtures/ask.js";
import { type Listening, listen } from "../fixtures/listening.js";
import { ProtocolClient } from "../fixtures/protocolClient.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";
import { documentTexts } from "../operation/documentTexts.js";
import { allowing } from "../origins.js";
import { aRegistry } from "./fixtures/aRegistry.js";
import { documentHash } from "./registry.js";

const HELLO = "{ hello }";
const TICKS = "subscription { ticks }";
const key = { "x-api-key": "key-of-the-bank" };
const origin = "https://bank.example";

const folder = temporaryFolder();
let server: Listening;
let callers: ReturnType<typeof recogniseCallers>;
beforeAll(async () => {
  const keys = ["key-of-the-bank", { hash: hashOf("shown"), publishable: true }];
  const partnersFile = folder.write("p.json", aRegistry({ documents: [HELLO, TICKS], keys, origins: [origin] }));
  const access = { callerSecret: "s".repeat(32), issuer: "i", audience: "a", partnersFile };
  callers = recogniseCallers(access, realClock, pino({ level: "silent" }));
  server = await listen({
    authenticate: callers.authenticate,
    textOf: documentTexts(),
    allows: allowing([], callers.partners),
  });
});
afterAll(async () => {
  await server.stop();
  callers[Symbol.dispose]();
  folder[Symbol.dispose]();
});

const byHash = (text: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: documentHash(text) } } });

/** The ways to name a document, all of which stand for HELLO. */
const ways: readonly (readonly [string, Record<string, unknown>])[] = [
  ["the hash of a persisted query", byHash(HELLO)],
  ["documentId", { documentId: documentHash(HELLO) }],
  ["documentId with its algorithm", { documentId: `sha256:${documentHash(HELLO)}` }],
  ["its text, letter by letter", { query: HELLO }],
  ["text and hash", { query: HELLO, ...byHash(HELLO) }],
];

const OTHER = "{ hello __typename }";
/** What a partner may try instead. */
const others: readonly (readonly [string, Record<string, unknown>])[] = [
  ["free text", { query: OTHER }],
  ["a trusted text with a blank more", { query: `${HELLO} ` }],
  ["a hash nobody registered", byHash(OTHER)],
  ["a text with its own hash, as if to teach it", { query: OTHER, ...byHash(OTHER) }],
  ["introspection", { query: "{ __schema { types { name } } }" }],
  ["nothing", {}],
  ["a text with a byte order mark", { query: `\uFEFF${HELLO}` }],
];

/** What names no document at all. */
const malformed: readonly (readonly [string, Record<string, unknown>])[] = [
  ["a hash in capitals", { documentId: documentHash(HELLO).toUpperCase() }],
  ["the beginning of a hash", { documentId: documentHash(HELLO).slice(0, 12) }],
  ["a hash with another text", { query: OTHER, ...byHash(HELLO) }],
];

describe("a partner is answered for its trusted documents, and no others (I-G7)", () => {
  it.each(ways)("named by %s, over POST and GET", async (_, body) => {
    expect((await ask(server.url, body, key)).body.data).toEqual({ hello: "hello world" });
    expect((await askByGet(server.url, body, key)).body.data).toEqual({ hello: "hello world" });
  });

  it.each(ways)("named by %s, over a websocket", async (_, payload) => {
    await using client = await ProtocolClient.ready(server.url, { apiKey: "key-of-the-bank" });

    client.send({ id: "a", type: "subscribe", payload: { query: "", ...payload } });

    expect(await client.next()).toMatchObject({ payload: { data: { hello: "hello world" } } });
  });
});

describe("a partner is refused DOCUMENT_NOT_TRUSTED (I-G7)", () => {
  it.each(others)("with %s, over POST and GET", async (_, body) => {
    for (const send of [ask, askByGet]) {
      const answer = await send(server.url, body, key);
      expect([answer.status, ...codesOf(answer.body)]).toEqual([403, "DOCUMENT_NOT_TRUSTED"]);
    }
  });

  it.each(others)("with %s, over a websocket", async (_, payload) => {
    await using client = await ProtocolClient.ready(server.url, { apiKey: "key-of-the-bank" });

    client.send({ id: "a", type: "subscribe", payload: { query: "", ...payload } });

    expect(await client.next()).toMatchObject({
      type: "error",
      payload: [{ extensions: { code: "DOCUMENT_NOT_TRUSTED" } }],
    });
  });

  it.each(malformed)("or BAD_REQUEST with %s, over POST and GET", async (_, body) => {
    for (const send of [ask, askByGet]) {
      const answer = await send(server.url, body, key);
      expect([answer.status, answer.body.data, ...codesOf(answer.body)]).toEqual([400, undefined, "BAD_REQUEST"]);
    }
  });

  it("over an event stream", async () => {
    const response = await fetch(`${server.url}?query=subscription{ticks}`, {
      headers: { ...key, accept: "text/event-stream" },
    });

    expect([response.status, await response.text()]).toEqual([403, expect.stringContaining("DOCUMENT_NOT_TRUSTED")]);
  });

  it("also once somebody else has taught the gateway that text by its hash", async () => {
    await ask(server.url, { query: OTHER, ...byHash(OTHER) });

    expect((await ask(server.url, byHash(OTHER))).body.data).toBeDefined();
    expect(codesOf((await ask(server.url, byHash(OTHER), key)).body)).toEqual(["DOCUMENT_NOT_TRUSTED"]);
  });
});

describe("a page of a partner", () => {
  const shown = { "x-api-key": "shown" };

  it("may call with the publishable key, and read the answer", async () => {
    const answer = await ask(server.url, byHash(HELLO), { ...shown, origin });

    expect(answer.body.data).toEqual({ hello: "hello world" });
    expect(answer.headers.get("access-control-allow-origin")).toBe(origin);
  });

  it("is asked for the key in a preflight", async () => {
    const headers = { origin, "access-control-request-method": "POST", "access-control-request-headers": "x-api-key" };
    const preflight = await fetch(server.url, { method: "OPTIONS", headers });

    expect(preflight.headers.get("access-control-allow-origin")).toBe(origin);
    expect(preflight.headers.get("access-control-allow-headers")).toContain("x-api-key");
  });

  it.each([
    "https://evil.example",
    "https://bank.example.evil.example",
    "https://a.bank.example",
    "http://bank.example",
    "https://bank.example:8443",
    "null",
  ])("of %s is refused with that key, over POST and GET, and can read why", async (foreign) => {
    for (const send of [ask, askByGet]) {
      const answer = await send(server.url, byHash(HELLO), { ...shown, origin: foreign });

      expect([answer.status, ...codesOf(answer.body)]).toEqual([403, "ORIGIN_NOT_ALLOWED"]);
      expect(answer.body.data).toBeUndefined();
      expect(answer.headers.get("access-control-allow-origin")).toBe(foreign);
      expect(answer.headers.get("access-control-allow-credentials")).toBeNull();
    }
  });

  it("of another origin is let ask with a key only, and is asked anew every time", async () => {
    const preflight = async (asked: string) => {
      const headers = { origin: "https://evil.example", "access-control-request-method": "POST" };
      return (
        await fetch(server.url, { method: "OPTIONS", headers: { ...headers, "access-control-request-headers": asked } })
      ).headers;
    };

    const withKey = await preflight("content-type, x-api-key");
    expect(withKey.get("access-control-allow-origin")).toBe("https://evil.example");
    expect(withKey.get("access-control-max-age")).toBe("0");
    expect(withKey.get("access-control-allow-headers")).not.toContain("authorization");
    for (const asked of ["content-type", "authorization, content-type", "content-type, x-purpose"])
      expect((await preflight(asked)).get("access-control-allow-origin"), asked).toBeNull();
  });

  it("cannot read an answer that it got without a key", async () => {
    const answer = await ask(server.url, { query: HELLO }, { origin: "https://evil.example" });

    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  });

  it("is refused with the secret key, of whichever origin it is, and over a websocket", async () => {
    for (const from of [origin, "https://evil.example"]) {
      const answer = await ask(server.url, byHash(HELLO), { ...key, origin: from });
      expect([answer.status, ...codesOf(answer.body)]).toEqual([403, "SECRET_KEY_IN_PAGE"]);
    }
    await using client = await ProtocolClient.connect(server.url, { headers: { origin } });
    client.send({ type: "connection_init", payload: { apiKey: "key-of-the-bank" } });
    expect(await client.closed).toEqual({ code: 4403, reason: "Forbidden: SECRET_KEY_IN_PAGE" });
  });

  it.each(["x-api-key", "apiKey"])("is refused with its key in the address, as %s", async (name) => {
    const answer = await askByGet(server.url, { query: HELLO, [name]: "shown" }, { origin });

    expect([answer.status, ...codesOf(answer.body)]).toEqual([400, "KEY_IN_ADDRESS"]);
  });

  it("may open a websocket, another origin's may not", async () => {
    await using client = await ProtocolClient.connect(server.url, { headers: { origin } });
    client.send({ type: "connection_init", payload: { apiKey: "shown" } });
    expect(await client.next()).toMatchObject({ type: "connection_ack" });

    await using bare = await ProtocolClient.connect(server.url);
    bare.send({ type: "connection_init", payload: { apiKey: "shown" } });
    expect(await bare.closed).toEqual({ code: 4403, reason: "Forbidden: ORIGIN_NOT_ALLOWED" });
  });
});
