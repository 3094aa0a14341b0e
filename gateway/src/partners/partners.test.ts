import { realClock } from "@yimen/kernel/clock";
import { afterAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";
import { aRegistry } from "./fixtures/aRegistry.js";
import { followPartners } from "./partners.js";

const folder = temporaryFolder();
afterAll(() => folder[Symbol.dispose]());

describe("the registry's file", () => {
  it("is taken up when it changes, and left aside when it is bad", async () => {
    const refused = Promise.withResolvers<unknown>();
    using partners = followPartners(folder.write("partners.json", aRegistry()), realClock, refused.resolve);
    const changed = new Promise<void>((resolve) => {
      partners.onChange = resolve;
    });

    folder.write("partners.json", aRegistry({ origins: ["https://bank.example"], documents: ["{ a }"] }));
    await changed;
    expect(partners.allowsOrigin("https://bank.example")).toBe(true);
    expect(partners.documents()).toEqual(["{ a }"]);

    folder.write("partners.json", "{");
    await refused.promise;
    expect(partners.verify("key-of-the-bank", undefined).caller.subject).toBe("bank");
  });

  it("must be good when the gateway starts", () => {
    const file = folder.write("bad.json", "{}");

    expect(() => followPartners(file, realClock, () => {})).toThrow("partners");
  });
});
