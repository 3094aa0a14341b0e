import { describe, expect, it } from "vitest";
import { hashOf } from "../caller/keyHash.js";
import type { Session } from "../caller/session.js";
import { aDocument, aRegistry } from "./fixtures/aRegistry.js";
import { partnerKeys } from "./partnerKeys.js";
import { readPartners } from "./registry.js";

let now = new Date("2026-03-02T01:00:00Z");
const openWith = (registry: string) => {
  const keys = partnerKeys(() => now);
  keys.replace(readPartners(registry));
  return keys;
};
const isOver = ({ revoked }: Session) => revoked?.isRevoked;

describe("a partner", () => {
  it("is known by its key", () => {
    const { verify } = openWith(aRegistry({ scopes: ["case:progress"], purpose: "代办查询" }));

    expect(verify("key-of-the-bank", undefined)).toMatchObject({
      caller: {
        kind: "PARTNER",
        subject: "bank",
        scopes: ["case:progress"],
        claims: { partnerId: "bank", outletId: "bank-outlet", partnerKind: "BANK" },
      },
      purpose: "代办查询",
    });
  });

  it("is refused with any other key, and with what the registry stores", () => {
    const { verify } = openWith(aRegistry());
    const refusal = expect.objectContaining({ code: "UNAUTHENTICATED", reason: "API_KEY_INVALID" });

    expect(() => verify("another", undefined)).toThrow(refusal);
    expect(() => verify(hashOf("key-of-the-bank"), undefined)).toThrow(refusal);
  });

  it("keeps its sessions while one key replaces the other, and loses those of the key that is taken away", () => {
    const keys = openWith(aRegistry({ keys: ["old"] }));
    const session = keys.verify("old", undefined);

    keys.replace(readPartners(aRegistry({ keys: ["old", "new"] })));
    const next = keys.verify("new", undefined);
    expect(isOver(session)).toBe(false);

    keys.replace(readPartners(aRegistry({ keys: ["new"] })));
    expect(isOver(session)).toBe(true);
    expect(isOver(next)).toBe(false);
    expect(() => keys.verify("old", undefined)).toThrow();
  });

  it("is told when a key will end, and is refused from then on", () => {
    now = new Date("2026-03-02T01:00:00Z");
    const notAfter = "2026-03-02T02:00:00.000Z";
    const { verify } = openWith(aRegistry({ keys: [{ hash: hashOf("old"), notAfter }, "new"] }));

    expect(verify("old", undefined).expiresAt).toEqual(new Date(notAfter));
    expect(verify("new", undefined).expiresAt).toBeNull();
    now = new Date(notAfter);
    expect(() => verify("old", undefined)).toThrow(expect.objectContaining({ reason: "API_KEY_INVALID" }));
    expect(verify("new", undefined)).toBeDefined();
  });

  it("goes on when documents are added, and is cut off when one is taken away", () => {
    const keys = openWith(aRegistry({ documents: ["{ a }"] }));
    const session = keys.verify("key-of-the-bank", undefined);

    keys.replace(readPartners(aRegistry({ documents: ["{ a }", "{ b }"] })));
    expect(isOver(session)).toBe(false);
    expect(session.partner?.documents.size).toBe(2);

    keys.replace(readPartners(aRegistry({ documents: ["{ b }"] })));
    expect(isOver(session)).toBe(true);
  });

  it.each([
    ["its scopes change", { scopes: ["more"] }],
    ["it stands for another outlet", { outletId: "elsewhere" }],
  ])("is cut off when %s", (_, change) => {
    const keys = openWith(aRegistry());
    const session = keys.verify("key-of-the-bank", undefined);

    keys.replace(readPartners(aRegistry(change)));

    expect(isOver(session)).toBe(true);
  });
});

describe("a publishable key", () => {
  const origins = ["https://bank.example"];
  const { verify } = openWith(aRegistry({ keys: [{ hash: hashOf("shown"), publishable: true }], origins }));
  const refusal = expect.objectContaining({ code: "ORIGIN_NOT_ALLOWED", status: 403 });

  it("is good in pages of the partner's origins", () => {
    expect(verify("shown", "https://bank.example").caller.subject).toBe("bank");
  });

  it.each([["https://evil.example"], ["https://bank.example.evil.example"], ["null"], [undefined]])(
    "is refused from %s",
    (origin) => {
      expect(() => verify("shown", origin)).toThrow(refusal);
    },
  );
});

describe("a partner registry", () => {
  it.each([
    ["is no list", "{}", 'a list "partners"'],
    ["names nobody", '{"partners":[{"kind":"BANK"}]}', "partnerId must be"],
    ["has a kind nobody knows", aRegistry({ kind: "CASINO" }), "kind must be one of BANK"],
    ["holds a key instead of its hash", aRegistry().replace(/sha256:\w+/, "secret"), "hashes"],
    ["has a key that ends on no day", aRegistry({ keys: [{ hash: hashOf("k"), notAfter: "soon" }] }), "hashes"],
    ["has a document under another's hash", aRegistry({ documents: [aDocument("{ a }", { text: "{ b }" })] }), "hash"],
    ["has an origin with a path", aRegistry({ origins: ["https://a.example/page"] }), "origins"],
    ["has a quota that is none", aRegistry({ quota: { requestsPerMinute: 0 } }), "quotas"],
    ["gives one key twice", aRegistry({ keys: ["same", "same"] }), "a key twice"],
  ])("is refused when it %s", (_, text, message) => {
    expect(() => readPartners(text)).toThrow(message);
  });
});
