import { hashOf } from "@yimen/gateway/caller/keyHash";
import type { RegistryFile } from "@yimen/gateway/partners/registryFile";
import { repository } from "@yimen/kernel/repository";
import { describe, expect, it } from "vitest";
import { withDemoPartner } from "./demoPartner.js";

const bank = {
  persona: "partner-bank",
  zh: "银行",
  en: "bank",
  partnerId: "taoshan-bank",
  kind: "BANK",
  outletId: "taoshan-bank",
  scopes: ["partner"],
};
const post = { partnerId: "post", kind: "POST", outletId: "post-1", keys: [hashOf("of the post")] };
const start = (registry: RegistryFile, isKeyNew = false) =>
  withDemoPartner(registry, bank, { root: repository, key: "of the bank", isKeyNew });
const entryOf = ({ partners }: RegistryFile) => partners.find(({ partnerId }) => partnerId === bank.partnerId);

describe("the demonstration's partner", () => {
  it("comes with its key and the documents of its folder", () => {
    const entry = entryOf(start({ partners: [] }, true));

    expect(entry?.keys).toEqual([hashOf("of the bank")]);
    expect(entry?.documents?.map(({ name }) => name)).toEqual(["CaseProgress", "MatterGuide", "NearestOutlets"]);
  });

  it("leaves partners and documents alone that were registered by command", () => {
    const before = start({ partners: [post] }, true);
    const own = { hash: "0".repeat(64), name: "Own", text: "query Own { outlet(id: 1) { name } }" };
    const changed = { partners: before.partners.map((entry) => ({ ...entry, documents: [own] })) };

    const after = start(changed);

    expect(after.partners).toContainEqual({ ...post, documents: [own] });
    expect(entryOf(after)?.documents).toContainEqual(own);
  });

  it("does not get a key back that was revoked", () => {
    const revoked = { partners: [{ ...post, partnerId: bank.partnerId, keys: [] }] };

    expect(entryOf(start(revoked))?.keys).toEqual([]);
  });
});
