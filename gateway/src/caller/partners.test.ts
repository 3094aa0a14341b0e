import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hashOf } from "./keyHash.js";
import { readPartners } from "./partnerRegistry.js";
import { partnerVerifier } from "./partners.js";

const bank = { partnerId: "bank", kind: "BANK", outletId: "bank-outlet", scopes: ["case:progress"] };
const registry = (keys: string[]) => JSON.stringify({ partners: [{ ...bank, keys: keys.map(hashOf) }] });

function registryFile(text: string) {
  const path = join(mkdtempSync(join(tmpdir(), "partners-")), "partners.json");
  writeFileSync(path, text);
  return path;
}

const unexpectedly = (reason: unknown) => {
  throw reason;
};

describe("a partner", () => {
  it("is known by its key", () => {
    using verify = partnerVerifier(registryFile(registry(["secret-1"])), unexpectedly);

    expect(verify("secret-1").caller).toEqual({
      kind: "PARTNER",
      subject: "bank",
      scopes: ["case:progress"],
      claims: { partnerId: "bank", outletId: "bank-outlet", partnerKind: "BANK" },
    });
  });

  it("is refused with any other key", () => {
    using verify = partnerVerifier(registryFile(registry(["secret-1"])), unexpectedly);

    expect(() => verify("secret-2")).toThrow(
      expect.objectContaining({ code: "UNAUTHENTICATED", reason: "API_KEY_INVALID" }),
    );
    expect(() => verify(hashOf("secret-1"))).toThrow(); // what the registry stores opens nothing
  });

  it("keeps its session while one key replaces the other, and loses it when its key is taken away", async () => {
    const path = registryFile(registry(["old"]));
    using verify = partnerVerifier(path, unexpectedly);
    const session = verify("old");

    writeFileSync(path, registry(["old", "new"]));
    await expect.poll(() => verify("new").caller.subject, { interval: 20 }).toBe("bank");
    expect(session.revoked?.aborted).toBe(false);

    writeFileSync(path, registry(["new"]));
    await once(session.revoked as AbortSignal, "abort");
    expect(() => verify("old")).toThrow();
  });
});

describe("a partner registry", () => {
  it.each([
    ["is no list", "{}", 'a list "partners"'],
    ["names nobody", '{"partners":[{"kind":"BANK"}]}', "partnerId is missing"],
    [
      "holds a key instead of its hash",
      '{"partners":[{"partnerId":"a","kind":"BANK","outletId":"o","keys":["secret"]}]}',
      "hashes",
    ],
  ])("is refused when it %s", (_, text, message) => {
    expect(() => readPartners(text)).toThrow(message);
  });

  it("that becomes bad leaves the one before in force", async () => {
    const path = registryFile(registry(["secret-1"]));
    const refused = Promise.withResolvers<unknown>();
    using verify = partnerVerifier(path, refused.resolve);

    writeFileSync(path, "{");
    await refused.promise;

    expect(verify("secret-1").caller.subject).toBe("bank");
  });
});
