import { once } from "node:events";
import { basename } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";
import { hashOf } from "./keyHash.js";
import { readPartners } from "./partnerRegistry.js";
import { partnerVerifier } from "./partners.js";

const bank = { partnerId: "bank", kind: "BANK", outletId: "bank-outlet", scopes: ["case:progress"] };
const registry = (keys: string[]) => JSON.stringify({ partners: [{ ...bank, keys: keys.map(hashOf) }] });

const folder = temporaryFolder();
afterAll(() => folder[Symbol.dispose]());
let files = 0;
const rewrite = (path: string, text: string) => folder.write(basename(path), text);
const registryFile = (text: string) => folder.write(`partners-${++files}.json`, text);

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

    rewrite(path, registry(["old", "new"]));
    await expect.poll(() => verify("new").caller.subject, { interval: 20 }).toBe("bank");
    expect(session.revoked?.aborted).toBe(false);

    rewrite(path, registry(["new"]));
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

    rewrite(path, "{");
    await refused.promise;

    expect(verify("secret-1").caller.subject).toBe("bank");
  });
});
