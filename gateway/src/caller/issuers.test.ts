import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";
import { issuedTokens, readIssuers } from "./issuers.js";

const folder = temporaryFolder();
afterAll(() => folder[Symbol.dispose]());

const province = await generateKeyPair("ES256");
const city = await generateKeyPair("ES256");
const next = await generateKeyPair("ES256");
const jwks = async (...keys: (readonly [kid: string, key: CryptoKey])[]) =>
  JSON.stringify({ keys: await Promise.all(keys.map(async ([kid, key]) => ({ ...(await exportJWK(key)), kid }))) });
const provinceFile = folder.write("province.json", await jwks(["p1", province.publicKey]));
const cityFile = folder.write("city.json", await jwks(["c1", city.publicKey]));

const tokens = issuedTokens(
  [
    { issuer: "province", audience: "yimen", keys: provinceFile },
    { issuer: "city", audience: "halls", keys: cityFile },
  ],
  () => new Date(),
  () => () => {},
);
afterAll(() => tokens[Symbol.dispose]());

const token = (iss: string, aud: string, kid: string, key: CryptoKey) =>
  new SignJWT({ kind: "STAFF" })
    .setProtectedHeader({ alg: "ES256", kid })
    .setIssuer(iss)
    .setAudience(aud)
    .setSubject(`${iss}-1`)
    .setExpirationTime("1h")
    .sign(key);

describe("tokens of several issuers", () => {
  it("are each taken for its own audience, with its own keys", async () => {
    const good = await Promise.all([
      token("province", "yimen", "p1", province.privateKey).then(tokens.verify),
      token("city", "halls", "c1", city.privateKey).then(tokens.verify),
    ]);

    expect(good.map(({ caller }) => caller.subject)).toEqual(["province-1", "city-1"]);
  });

  it.each([
    ["one issuer's keys under another's name", () => token("province", "yimen", "c1", city.privateKey)],
    ["another issuer's audience", () => token("city", "yimen", "c1", city.privateKey)],
    ["an issuer nobody knows", () => token("elsewhere", "yimen", "p1", province.privateKey)],
    ["what is no token", async () => "abc"],
  ])("are refused with %s", async (_, make) => {
    await expect(make().then(tokens.verify)).rejects.toMatchObject({ reason: "TOKEN_INVALID" });
  });

  it("go over to new keys, and the old ones end with their file", async () => {
    const old = await token("city", "halls", "c1", city.privateKey);
    const fresh = await token("city", "halls", "c2", next.privateKey);
    await tokens.verify(old);

    folder.write("city.json", await jwks(["c1", city.publicKey], ["c2", next.publicKey]));
    await expect
      .poll(() =>
        tokens.verify(fresh).then(
          () => true,
          () => false,
        ),
      )
      .toBe(true);
    await expect(tokens.verify(old)).resolves.toBeDefined(); // both stand while one replaces the other

    folder.write("city.json", await jwks(["c2", next.publicKey]));
    await expect
      .poll(() =>
        tokens.verify(old).then(
          () => true,
          () => false,
        ),
      )
      .toBe(false);
    await expect(tokens.verify(fresh)).resolves.toBeDefined();
  });

  it("end with their issuer, and those of the others go on", async () => {
    const [one, other] = ["one", "other"].map((issuer) => ({ issuer, audience: "yimen", keys: provinceFile }));
    if (!one || !other) throw new Error("Two are made.");
    using listed = issuedTokens(
      [one, other],
      () => new Date(),
      () => () => {},
    );
    const sessions = await Promise.all(
      ["one", "other"].map((iss) => token(iss, "yimen", "p1", province.privateKey).then(listed.verify)),
    );

    listed.replace([other]);

    expect(sessions.map(({ revoked }) => revoked?.isRevoked)).toEqual([true, false]);
    await expect(token("one", "yimen", "p1", province.privateKey).then(listed.verify)).rejects.toThrow();
    expect(() => listed.replace([{ ...one, keys: "nowhere.json" }])).toThrow();
    await expect(token("other", "yimen", "p1", province.privateKey).then(listed.verify)).resolves.toBeDefined();
  });
});

describe("a list of issuers", () => {
  it.each([
    ["{}", "must be a list"],
    ['[{"audience": "a", "jwksFile": "f"}]', "issuer is missing"],
    ['[{"issuer": "i", "jwksFile": "f"}]', "audience is missing"],
    ['[{"issuer": "i", "audience": "a", "jwksUrl": "nowhere"}]', "jwksFile or jwksUrl"],
    ['[{"issuer": "i", "audience": "a", "jwksFile": "f"}, {"issuer": "i", "audience": "b", "jwksFile": "g"}]', "twice"],
  ])("is refused as %s", (text, problem) => {
    expect(() => readIssuers(text)).toThrow(problem);
  });
});
