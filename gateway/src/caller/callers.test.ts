import { callerVerifier } from "@yimen/kernel/caller";
import { realClock } from "@yimen/kernel/clock";
import { createClient } from "graphql-ws";
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from "jose";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { ask, codesOf } from "../fixtures/ask.js";
import { type Listening, listen } from "../fixtures/listening.js";
import { ProtocolClient } from "../fixtures/protocolClient.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";
import { aRegistry } from "../partners/fixtures/aRegistry.js";
import { recogniseCallers } from "./access.js";
import { signedAttachments } from "./attachments.js";

const folder = temporaryFolder();
const { privateKey, publicKey } = await generateKeyPair("ES256");
const secret = "a-secret-that-nobody-will-ever-guess";

const token = (seconds: number) =>
  new SignJWT({ kind: "STAFF" })
    .setProtectedHeader({ alg: "ES256", kid: "k1" })
    .setIssuer("yimen-dev")
    .setAudience("yimen")
    .setSubject("staff-03")
    .setExpirationTime(new Date(Date.now() + seconds * 1_000))
    .sign(privateKey);

let server: Listening;
let callers: ReturnType<typeof recogniseCallers>;
beforeAll(async () => {
  const jwks = folder.write("jwks.json", JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: "k1" }] }));
  const partnersFile = folder.write("partners.json", aRegistry({ documents: ["{ whoami }"] }));
  callers = recogniseCallers(
    {
      callerSecret: secret,
      keys: jwks,
      issuer: "yimen-dev",
      audience: "yimen",
      partnersFile,
    },
    realClock,
    pino({ level: "silent" }),
  );
  server = await listen({ authenticate: callers.authenticate, errors: { verbose: false } });
});
afterAll(async () => {
  await server.stop();
  callers[Symbol.dispose]();
  folder[Symbol.dispose]();
});

const whoami = (headers: Readonly<Record<string, string>>) => ask(server.url, { query: "{ whoami }" }, headers);

describe("a caller over HTTP", () => {
  it("is who its token says", async () => {
    const { body } = await whoami({ authorization: `Bearer ${await token(60)}` });

    expect(body.data).toEqual({ whoami: "STAFF staff-03" });
  });

  it("is the partner whose key it shows", async () => {
    expect((await whoami({ "x-api-key": "key-of-the-bank" })).body.data).toEqual({ whoami: "PARTNER bank" });
  });

  it("is anonymous when it shows nothing", async () => {
    expect((await whoami({})).body.data).toEqual({ whoami: "ANONYMOUS null" });
  });

  it.each([
    ["a token that is none", { authorization: "Bearer abc" }],
    ["another scheme", { authorization: "Basic YTpi" }],
    ["a key nobody has", { "x-api-key": "guess" }],
    ["a token and a key", { authorization: "Bearer abc", "x-api-key": "key-of-the-bank" }],
  ])("is refused, not taken as anonymous, with %s", async (_, headers) => {
    const answer = await whoami(headers);

    expect([answer.status, ...codesOf(answer.body)]).toEqual([401, "UNAUTHENTICATED"]);
    expect(answer.body.data).toBeUndefined();
  });

  it("is refused with a token that has ended, and told so", async () => {
    const { body } = await whoami({ authorization: `Bearer ${await token(-60)}` });

    expect(body.errors?.[0]?.extensions).toEqual({ code: "UNAUTHENTICATED", reason: "TOKEN_EXPIRED" });
  });
});

describe("a caller over a websocket", () => {
  it.each([
    ["its token", async () => ({ authorization: `Bearer ${await token(60)}` }), "STAFF staff-03"],
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

  it("is closed with 4403 when its token ends, so that it connects again with a fresh one", async () => {
    await using client = await ProtocolClient.ready(server.url, { authorization: `Bearer ${await token(1)}` });
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
      connectionParams: async () => ({ authorization: `Bearer ${await token(seconds.shift() ?? 60)}` }),
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
      headers: { accept: "text/event-stream", authorization: `Bearer ${await token(1)}` },
    });

    const stream = await response.text();

    expect(stream).toContain('"code":"UNAUTHENTICATED","reason":"TOKEN_EXPIRED"');
    expect(server.ticker.open()).toBe(0);
  });
});

describe("a partner's socket", () => {
  it("is closed with 4403 when its key is taken away", async () => {
    await using client = await ProtocolClient.ready(server.url, { apiKey: "key-of-the-bank" });

    folder.write("partners.json", '{"partners":[]}');

    expect(await client.closed).toEqual({ code: 4403, reason: "Forbidden: API_KEY_INVALID" });
    expect((await whoami({ "x-api-key": "key-of-the-bank" })).status).toBe(401);
  });
});

describe("what a key vouched for", () => {
  const published = async (key: CryptoKey) =>
    folder.write("jwks.json", JSON.stringify({ keys: [{ ...(await exportJWK(key)), kid: "k1" }] }));
  const streamed = (authorization: string) =>
    fetch(`${server.url}?query=subscription{ticks}`, { headers: { accept: "text/event-stream", authorization } });

  it("ends with a reason when the key is withdrawn, on sockets and event streams, and nobody else's does", async () => {
    const authorization = `Bearer ${await token(600)}`;
    await using client = await ProtocolClient.ready(server.url, { authorization });
    await using partner = await ProtocolClient.ready(server.url, {});
    const stream = await streamed(authorization);
    client.subscribe("a", "subscription { ticks }");
    await server.ticker.opened(1);

    await published((await generateKeyPair("ES256")).publicKey); // under the same name
    expect(await client.closed).toEqual({ code: 4403, reason: "Forbidden: TOKEN_REVOKED" });
    expect(await stream.text()).toContain('"code":"UNAUTHENTICATED","reason":"TOKEN_REVOKED"');
    expect((await whoami({ authorization })).status).toBe(401);
    expect(partner.socket.readyState).toBe(WebSocket.OPEN);

    await published(publicKey);
    await expect.poll(async () => (await whoami({ authorization })).status).toBe(200);
  });

  it("ends with its issuer, when that is taken off the list", async () => {
    const keys = folder.write("city.json", JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: "k1" }] }));
    const list = (...issuers: string[]) =>
      folder.write(
        "issuers.json",
        JSON.stringify(issuers.map((issuer) => ({ issuer, audience: "a", jwksFile: keys }))),
      );
    using listed = recogniseCallers(
      { callerSecret: secret, issuer: "i", audience: "a", issuersFile: list("city", "province") },
      realClock,
      pino({ level: "silent" }),
    );
    const session = (issuer: string) =>
      new SignJWT({ kind: "STAFF", sub: "s" })
        .setProtectedHeader({ alg: "ES256", kid: "k1" })
        .setIssuer(issuer)
        .setAudience("a")
        .setExpirationTime("1h")
        .sign(privateKey)
        .then((jwt) => listed.authenticate({ authorization: `Bearer ${jwt}` }));
    const [city, province] = [await session("city"), await session("province")];

    list("province");

    await expect.poll(() => city.revoked?.isRevoked).toBe(true);
    expect(province.revoked?.isRevoked).toBe(false);
    await expect(session("city")).rejects.toMatchObject({ reason: "TOKEN_INVALID" });
  });
});

describe("what subgraphs are told", () => {
  const context = {
    session: {
      caller: { kind: "STAFF", subject: "s", scopes: [], claims: {} },
      expiresAt: null,
      authorization: null,
      revoked: null,
    },
    requestId: "r",
  } as const;

  it("is the caller, signed for that subgraph only", async () => {
    const { headers, extensions } = signedAttachments(secret);
    const signed = (await headers(context, "cases"))["x-yimen-caller"];

    expect(await callerVerifier("cases", secret)(signed)).toEqual(context.session.caller);
    await expect(callerVerifier("staff", secret)(signed)).rejects.toMatchObject({ code: "CALLER_NOT_TRUSTED" });
    // The same signature serves for a while, and a socket's log lines need the request's id as those of HTTP do.
    expect(await extensions(context, "cases")).toEqual({ caller: signed, requestId: "r" });
  });

  it("on a socket that serves many callers is that the gateway opened it", async () => {
    const { connectionParams } = signedAttachments(secret);
    const { caller } = await connectionParams("cases");

    expect(await callerVerifier("cases", secret)(caller as string)).toMatchObject({
      kind: "SERVICE",
      subject: "gateway",
    });
  });
});
