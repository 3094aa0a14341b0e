import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from "jose";
import { describe, expect, it } from "vitest";
import { nowOnClock } from "./issueToken.js";
import { fakeClone } from "./testing/fakeClone.js";

const PERSONAS = {
  personas: [
    {
      persona: "officer",
      zh: "窗口",
      en: "officer",
      kind: "STAFF",
      subject: "s-1",
      scopes: ["a", "b"],
      claims: { outletId: "hall" },
    },
  ],
  partners: [
    { persona: "bank", zh: "银行", en: "bank", partnerId: "bank-1", kind: "BANK", outletId: "branch", scopes: [] },
  ],
};

async function aClone() {
  const clone = await fakeClone();
  writeFileSync(join(clone.root, "ops", "personas.json"), JSON.stringify(PERSONAS));
  return clone;
}

const token = (root: string, ...args: string[]) =>
  execFileSync(process.execPath, [join(import.meta.dirname, "../dist/token.js"), ...args], {
    env: { ...process.env, YIMEN_ROOT: root },
    encoding: "utf8",
    stdio: "pipe",
  }).trim();

const read = (root: string, file: string) => JSON.parse(readFileSync(join(root, ".yimen", file), "utf8"));

describe("npm run token", () => {
  it("prints a token that the published key verifies", async () => {
    await using clone = await aClone();
    const printed = token(clone.root, "--as", "officer");

    const keys = createLocalJWKSet(read(clone.root, "jwks.json") as JSONWebKeySet);
    const { payload } = await jwtVerify(printed, keys, { issuer: "yimen-dev", audience: "yimen" });

    expect(payload).toMatchObject({ sub: "s-1", kind: "STAFF", scope: "a b", outletId: "hall" });
  });

  it("keeps the private key out of what is published", async () => {
    await using clone = await aClone();
    token(clone.root, "--as", "officer");

    expect(read(clone.root, "jwks.json").keys[0]).not.toHaveProperty("d");
  });

  it("prints a partner's key, whose hash is in the registry", async () => {
    await using clone = await aClone();
    const printed = token(clone.root, "bank");

    expect(token(clone.root, "bank")).toBe(printed);
    expect(JSON.stringify(read(clone.root, "partners.json"))).not.toContain(printed);
    expect(read(clone.root, "partners.json").partners[0].keys[0]).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it("lists the personas when it does not know the one named", async () => {
    await using clone = await aClone();

    expect(() => token(clone.root, "--as", "nobody")).toThrow("officer bank");
  });

  it("goes by the clock that a demonstration set", async () => {
    await using clone = await aClone();
    const file = join(clone.root, "clock.json");
    writeFileSync(file, JSON.stringify({ real: Date.now(), virtual: Date.parse("2026-03-02T01:00:00Z"), speed: 1 }));

    expect(new Date(nowOnClock(file)).toISOString()).toContain("2026-03-02T01:00");
  });
});
