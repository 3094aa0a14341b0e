import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { realClock } from "@yimen/kernel/clock";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../fixtures/ask.js";
import { type Listening, listen } from "../fixtures/listening.js";
import { ProtocolClient } from "../fixtures/protocolClient.js";
import { type Recognition, recogniseCallers } from "./access.js";

const { privateKey, publicKey } = await generateKeyPair("ES256");
const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: "k1" }] });
const token = await new SignJWT({ kind: "STAFF" })
  .setProtectedHeader({ alg: "ES256", kid: "k1" })
  .setIssuer("yimen-dev")
  .setAudience("yimen")
  .setSubject("staff-03")
  .setExpirationTime("1h")
  .sign(privateKey);
const authorization = `Bearer ${token}`;

let isAway = true;
const issuer = createServer((_, response) => response.writeHead(isAway ? 502 : 200).end(isAway ? "" : keys));
let callers: Recognition;
let server: Listening;

beforeAll(async () => {
  await once(issuer.listen(0, "127.0.0.1"), "listening");
  const { port } = issuer.address() as AddressInfo;
  const access = {
    callerSecret: "a-secret-that-nobody-will-ever-guess",
    keys: new URL(`http://127.0.0.1:${port}/jwks`),
    issuer: "yimen-dev",
    audience: "yimen",
  };
  callers = recogniseCallers(access, realClock, pino({ level: "silent" }));
  server = await listen({ authenticate: callers.authenticate });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  callers[Symbol.dispose]();
  issuer.close();
});

describe("a token whose issuer does not answer", () => {
  it("is neither good nor bad: its client is told to try again, and may once the issuer is back", async () => {
    const refused = await ask(server.url, { query: "{ hello }" }, { authorization });
    await using socket = await ProtocolClient.connect(server.url);
    socket.send({ type: "connection_init", payload: { authorization } });

    expect(refused.status).toBe(503);
    expect(refused.headers.get("retry-after")).toBe("5");
    expect(refused.body.errors?.[0]?.extensions?.code).toBe("ISSUER_UNREACHABLE");
    expect(await socket.closed).toEqual({ code: 1013, reason: "Try again later: ISSUER_UNREACHABLE" });

    isAway = false;
    const answered = await ask(server.url, { query: "{ hello }" }, { authorization });

    expect(answered.body.errors).toBeUndefined();
  });

  it("is not taken for one that is wrong: what no key vouches for stays refused with 401", async () => {
    const [header, payload] = token.split(".");

    const { status, body } = await ask(
      server.url,
      { query: "{ hello }" },
      { authorization: `Bearer ${header}.${payload}.AAAA` },
    );

    expect(status).toBe(401);
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: "UNAUTHENTICATED", reason: "TOKEN_INVALID" });
  });
});
