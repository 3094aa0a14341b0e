import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { tokenVerifier } from "./tokens.js";

const now = new Date("2026-03-02T01:00:00Z");
const keys = {
  ours: await generateKeyPair("ES256"),
  foreign: await generateKeyPair("ES256"),
  otherwise: await generateKeyPair("ES384"),
};

let verify: ReturnType<typeof tokenVerifier>;
let clock = now;
beforeAll(async () => {
  const jwk = { ...(await exportJWK(keys.ours.publicKey)), kid: "k1", alg: "ES256" };
  verify = tokenVerifier({
    keys: createLocalJWKSet({ keys: [jwk, { ...(await exportJWK(keys.otherwise.publicKey)), kid: "k2" }] }),
    issuer: "yimen-dev",
    audience: "yimen",
    clock: () => clock,
  });
});

const inAnHour = Math.floor(now.getTime() / 1_000) + 3_600;

const tokenOf = (
  claims: JWTPayload,
  key = keys.ours.privateKey,
  header: { alg: string; kid?: string } = { alg: "ES256", kid: "k1" },
) =>
  new SignJWT({ iss: "yimen-dev", aud: "yimen", sub: "staff-03", kind: "STAFF", exp: inAnHour, ...claims })
    .setProtectedHeader(header)
    .sign(key);

describe("a token", () => {
  it("says who calls, with which scopes and claims, and until when", async () => {
    const token = await tokenOf({ scope: "case:accept case:read", outletId: "hall", role: "WINDOW_OFFICER", jti: "7" });

    expect(await verify(token)).toEqual({
      caller: {
        kind: "STAFF",
        subject: "staff-03",
        scopes: ["case:accept", "case:read"],
        claims: { outletId: "hall", role: "WINDOW_OFFICER" },
      },
      expiresAt: new Date(inAnHour * 1_000),
      authorization: null,
      revoked: expect.objectContaining({ isRevoked: false }),
    });
  });

  it("is refused when it is signed in a way that is not taken, though the key is published", async () => {
    const token = tokenOf({}, keys.otherwise.privateKey, { alg: "ES384", kid: "k2" });

    await expect(token.then(verify)).rejects.toMatchObject({ reason: "TOKEN_INVALID" });
  });

  it.each([
    ["another issuer", { iss: "somebody" }, "TOKEN_INVALID"],
    ["another audience", { aud: "elsewhere" }, "TOKEN_INVALID"],
    ["no subject", { sub: undefined }, "TOKEN_INVALID"],
    ["no end", { exp: undefined }, "TOKEN_INVALID"],
    ["an end that has passed", { exp: inAnHour - 3_700 }, "TOKEN_EXPIRED"],
    ["a beginning to come", { nbf: inAnHour }, "TOKEN_INVALID"],
    ["a subject that is no text", { sub: 7 as never }, "TOKEN_INVALID"],
    ["an end beyond all calendars", { exp: 1e300 }, "TOKEN_INVALID"],
    ["no kind", { kind: undefined }, "TOKEN_INVALID"],
    ["a kind that tokens cannot give", { kind: "SERVICE" }, "TOKEN_INVALID"],
  ])("is refused with %s", async (_, claims, reason) => {
    await expect(tokenOf(claims).then(verify)).rejects.toMatchObject({ code: "UNAUTHENTICATED", reason });
  });

  it("is refused when another key signed it", async () => {
    await expect(tokenOf({}, keys.foreign.privateKey).then(verify)).rejects.toMatchObject({ reason: "TOKEN_INVALID" });
  });

  it("is refused when it asks for no signature, or for one by a shared secret", async () => {
    const [, payload] = (await tokenOf({})).split(".");
    const unsigned = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${payload}.`;
    const shared = await new SignJWT({ sub: "a", kind: "STAFF" })
      .setProtectedHeader({ alg: "HS256", kid: "k1" })
      .setExpirationTime(inAnHour)
      .sign(new TextEncoder().encode("a".repeat(32)));

    await expect(verify(unsigned)).rejects.toMatchObject({ reason: "TOKEN_INVALID" });
    await expect(verify(shared)).rejects.toMatchObject({ reason: "TOKEN_INVALID" });
  });

  it("that was good is refused once it has ended", async () => {
    const token = await tokenOf({ jti: "short" });
    await verify(token);

    clock = new Date((inAnHour + 6) * 1_000);
    await expect(verify(token)).rejects.toMatchObject({ reason: "TOKEN_EXPIRED" });
    clock = now;
  });

  it("may end a few seconds ago by our clock", async () => {
    await expect(tokenOf({ exp: Math.floor(now.getTime() / 1_000) - 3 }).then(verify)).resolves.toBeDefined();
  });
});
