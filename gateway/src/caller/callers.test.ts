import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codesOf } from "../fixtures/ask.js";
import { ProtocolClient } from "../fixtures/protocolClient.js";
import { type RecognisingServer, startRecognisingServer } from "./fixtures/recognisingServer.js";

let server: RecognisingServer;
beforeAll(async () => {
  server = await startRecognisingServer();
});
afterAll(() => server[Symbol.asyncDispose]());

describe("a caller over HTTP", () => {
  it("is who its token says", async () => {
    const { body } = await server.whoami({ authorization: `Bearer ${await server.token(60)}` });

    expect(body.data).toEqual({ whoami: "STAFF staff-03" });
  });

  it("is the partner whose key it shows", async () => {
    expect((await server.whoami({ "x-api-key": "key-of-the-bank" })).body.data).toEqual({ whoami: "PARTNER bank" });
  });

  it("is anonymous when it shows nothing", async () => {
    expect((await server.whoami({})).body.data).toEqual({ whoami: "ANONYMOUS null" });
  });

  it.each([
    ["a token that is none", { authorization: "Bearer abc" }],
    ["another scheme", { authorization: "Basic YTpi" }],
    ["a key nobody has", { "x-api-key": "guess" }],
    ["a token and a key", { authorization: "Bearer abc", "x-api-key": "key-of-the-bank" }],
  ])("is refused, not taken as anonymous, with %s", async (_, headers) => {
    const answer = await server.whoami(headers);

    expect([answer.status, ...codesOf(answer.body)]).toEqual([401, "UNAUTHENTICATED"]);
    expect(answer.body.data).toBeUndefined();
  });

  it("is refused with a token that has ended, and told so", async () => {
    const { body } = await server.whoami({ authorization: `Bearer ${await server.token(-60)}` });

    expect(body.errors?.[0]?.extensions).toEqual({ code: "UNAUTHENTICATED", reason: "TOKEN_EXPIRED" });
  });
});

describe("a caller over a websocket", () => {
  it.each([
    ["its token", async () => ({ authorization: `Bearer ${await server.token(60)}` }), "STAFF staff-03"],
    ["its API key", async () => ({ apiKey: "key-of-the-bank" }), "PARTNER bank"],
    ["nothing", async () => ({}), "ANONYMOUS null"],
  ])("is recognised by %s in connection_init", async (_, payload, whoami) => {
    await using client = await ProtocolClient.ready(server.url, await payload());

    client.subscribe("a", "{ whoami }");

    expect(await client.next()).toMatchObject({ payload: { data: { whoami } } });
  });

  it.each([
    [{ authorization: "Bearer abc" }, "TOKEN_INVALID"],
    [{ authorization: ["Bearer abc"] }, "TOKEN_INVALID"],
    [{ apiKey: "guess" }, "API_KEY_INVALID"],
    [{ apiKey: 7 }, "API_KEY_INVALID"],
  ])("is refused with 4403 when its credentials are not good: %j", async (payload, reason) => {
    await using client = await ProtocolClient.connect(server.url);

    client.send({ type: "connection_init", payload });

    expect(await client.closed).toEqual({ code: 4403, reason: `Forbidden: ${reason}` });
  });
});
