import { realClock } from "@yimen/kernel/clock";
import { createClient } from "graphql-ws";
import { generateKeyPair } from "jose";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { ProtocolClient } from "../fixtures/protocolClient.js";
import { recogniseCallers } from "./access.js";
import { type RecognisingServer, startRecognisingServer } from "./fixtures/recognisingServer.js";

let server: RecognisingServer;
beforeAll(async () => {
  server = await startRecognisingServer();
});
afterAll(() => server[Symbol.asyncDispose]());

describe("a caller's socket", () => {
  it("is closed with 4403 when its token ends, so that it connects again with a fresh one", async () => {
    await using client = await ProtocolClient.ready(server.url, { authorization: `Bearer ${await server.token(1)}` });
    client.subscribe("a", "subscription { ticks }");
    await server.ticker.opened(1);

    expect(await client.closed).toEqual({ code: 4403, reason: "Forbidden: TOKEN_EXPIRED" });
    await server.ticker.opened(0);
  });
});

describe("a client of graphql-ws", () => {
  it("goes on with a fresh token when the one before ends", async () => {
    const seconds = [1, 60];
    const client = createClient({
      url: server.url.replace("http", "ws"),
      webSocketImpl: WebSocket,
      retryWait: async () => {},
      connectionParams: async () => ({ authorization: `Bearer ${await server.token(seconds.shift() ?? 60)}` }),
    });
    const closed = new Promise((resolve) => client.on("closed", resolve));
    const events = client.iterate({ query: "subscription { ticks }" });
    const event = events.next();

    expect(await closed).toMatchObject({ code: 4403 });
    await server.ticker.opened(1);
    server.ticker.tick("after all");

    expect((await event).value).toEqual({ data: { ticks: "after all" } });
    await events.return?.();
    await client.dispose();
  });
});

describe("a caller's event stream", () => {
  it("ends with a reason when its token ends", async () => {
    const response = await fetch(`${server.url}?query=subscription{ticks}`, {
      headers: { accept: "text/event-stream", authorization: `Bearer ${await server.token(1)}` },
    });

    const stream = await response.text();

    expect(stream).toContain('"code":"UNAUTHENTICATED","reason":"TOKEN_EXPIRED"');
    expect(server.ticker.open()).toBe(0);
  });
});

describe("a partner's socket", () => {
  it("is closed with 4403 when its key is taken away", async () => {
    await using client = await ProtocolClient.ready(server.url, { apiKey: "key-of-the-bank" });

    server.folder.write("partners.json", '{"partners":[]}');

    expect(await client.closed).toEqual({ code: 4403, reason: "Forbidden: API_KEY_INVALID" });
    expect((await server.whoami({ "x-api-key": "key-of-the-bank" })).status).toBe(401);
  });
});

describe("what a key vouched for", () => {
  const streamed = (authorization: string) =>
    fetch(`${server.url}?query=subscription{ticks}`, { headers: { accept: "text/event-stream", authorization } });

  it("ends with a reason when the key is withdrawn, on sockets and event streams, and nobody else's does", async () => {
    const authorization = `Bearer ${await server.token(600)}`;
    await using client = await ProtocolClient.ready(server.url, { authorization });
    await using partner = await ProtocolClient.ready(server.url, {});
    const stream = await streamed(authorization);
    client.subscribe("a", "subscription { ticks }");
    await server.ticker.opened(1);

    await server.writeKeys("jwks.json", (await generateKeyPair("ES256")).publicKey); // under the same name
    expect(await client.closed).toEqual({ code: 4403, reason: "Forbidden: TOKEN_REVOKED" });
    expect(await stream.text()).toContain('"code":"UNAUTHENTICATED","reason":"TOKEN_REVOKED"');
    expect((await server.whoami({ authorization })).status).toBe(401);
    expect(partner.socket.readyState).toBe(WebSocket.OPEN);

    await server.writeKeys("jwks.json", server.publicKey);
    await expect.poll(async () => (await server.whoami({ authorization })).status).toBe(200);
  });

  it("ends with its issuer, when that is taken off the list", async () => {
    const jwksFile = await server.writeKeys("city.json", server.publicKey);
    const list = (...issuers: string[]) =>
      server.folder.write(
        "issuers.json",
        JSON.stringify(issuers.map((issuer) => ({ issuer, audience: "yimen", jwksFile }))),
      );
    using listed = recogniseCallers(
      { callerSecret: server.callerSecret, issuer: "i", audience: "a", issuersFile: list("city", "province") },
      realClock,
      pino({ level: "silent" }),
    );
    const session = async (issuer: string) =>
      listed.authenticate({ authorization: `Bearer ${await server.token(600, issuer)}` });
    const [city, province] = [await session("city"), await session("province")];

    list("province");

    await expect.poll(() => city.revoked?.isRevoked).toBe(true);
    expect(province.revoked?.isRevoked).toBe(false);
    await expect(session("city")).rejects.toMatchObject({ reason: "TOKEN_INVALID" });
  });
});
