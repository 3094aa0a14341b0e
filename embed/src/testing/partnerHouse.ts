import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { hashOf } from "@yimen/gateway/caller/keyHash";
import { startGateway } from "@yimen/gateway/gateway";
import { documentsIn } from "@yimen/gateway/partners/documentsIn";
import { fileSource } from "@yimen/gateway/supergraph/fileSource";
import { startDepartments } from "./departments.js";
import { type Site, startSite } from "./site.js";

const inRepository = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** A real gateway over the house's graph, one bank in its registry, and the bank's own website. */
export interface PartnerHouse extends AsyncDisposable {
  /** Where the gateway is. */
  readonly url: string;
  readonly secretKey: string;
  readonly publishableKey: string;
  /** The origin registered for the bank. */
  readonly bank: Site;
  /** Another website, which is not. */
  readonly stranger: Site;
  stop(): Promise<void>;
}

export async function startPartnerHouse(): Promise<PartnerHouse> {
  await using failed = new AsyncDisposableStack();
  const folder = mkdtempSync(join(tmpdir(), "yimen-embed-"));
  failed.defer(() => rmSync(folder, { recursive: true }));
  const [bank, stranger] = [failed.use(await startSite()), failed.use(await startSite())];
  const [secretKey, publishableKey] = [
    `yimen_sk_${randomBytes(32).toString("hex")}`,
    `yimen_pk_${randomBytes(32).toString("hex")}`,
  ];
  const entry = {
    partnerId: "taoshan-bank",
    kind: "BANK",
    outletId: "taoshan-bank",
    keys: [hashOf(secretKey), { hash: hashOf(publishableKey), publishable: true }],
    documents: [...documentsIn(inRepository("partners/taoshan-bank")), ...documentsIn(inRepository("embed/documents"))],
    origins: [bank.origin],
    quota: { requestsPerMinute: 1_000 },
  };
  const partnersFile = join(folder, "partners.json");
  writeFileSync(partnersFile, JSON.stringify({ partners: [entry] }));

  const callerSecret = randomBytes(32).toString("hex");
  const departments = await startDepartments(callerSecret);
  for (const department of departments.values()) failed.defer(() => department.stop());
  const gateway = await startGateway({
    supergraph: fileSource(inRepository("gateway/supergraph.graphql")),
    port: 0,
    urlOf: (name) => departments.get(name)?.url,
    access: { callerSecret, issuer: "i", audience: "a", partnersFile },
    introspection: false,
    embed: inRepository("embed/dist"),
  });
  failed.defer(() => gateway.stop());
  const everything = failed.move();
  const stop = () => everything.disposeAsync();
  const url = new URL(gateway.url).origin;
  return { url, secretKey, publishableKey, bank, stranger, stop, [Symbol.asyncDispose]: stop };
}
