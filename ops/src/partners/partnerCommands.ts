import { randomBytes } from "node:crypto";
import type { RegistryEntry } from "@yimen/gateway/partners/registryFile";
import { readRegistryFile } from "@yimen/gateway/partners/registryFile";
import { fileClock } from "@yimen/kernel/clock";
import type { Bilingual } from "@yimen/kernel/errors";
import { OperatorProblem } from "@yimen/kernel/operatorProblem";
import { addPartner, hashOfKey, type NewKey, revokeKeys, rotateKey } from "./changes.js";
import { changeOrigins, changeQuota, describePartner, removePartner } from "./entryChanges.js";
import { changeRegistry, registryPath } from "./registryOf.js";
import { hoursIn, kindIn, limitIn, originsIn, type Said, textIn, textsIn } from "./said.js";

export interface PartnerCommand extends Bilingual {
  /** Its options, as the help shows them. */
  readonly options: string;
  run(said: Said): Promise<void>;
}

const note = ({ zh, en }: Bilingual) => console.error(`· ${zh}  ${en}`);
const done: Bilingual = { zh: "已登记,网关即时生效", en: "Registered; a running gateway has it at once" };

const quotaIn = (said: Said) => ({
  requestsPerMinute: limitIn(said, "requests-per-minute"),
  costPerDay: limitIn(said, "cost-per-day"),
});

function newKey(said: Said): NewKey {
  const publishable = said.publishable === true;
  return { shown: `${publishable ? "yimen_pk_" : "yimen_sk_"}${randomBytes(32).toString("base64url")}`, publishable };
}

function show({ shown, publishable }: NewKey): void {
  note({ zh: "密钥只显示这一次,请放在请求头 x-api-key 中", en: "Shown this once; send it in the header x-api-key" });
  if (publishable) note({ zh: "此密钥只在已登记来源的网页中有效", en: "Good in pages of registered origins only" });
  console.log(shown);
}

async function add(said: Said): Promise<void> {
  const key = newKey(said);
  const partnerId = textIn(said, "id");
  const purpose = said.purpose === undefined ? {} : { purpose: textIn(said, "purpose") };
  const what = { kind: kindIn(said, "kind"), outletId: textIn(said, "outlet"), scopes: ["partner"], ...purpose };
  const origins = originsIn(said, "origin");
  await changeRegistry((registry) =>
    changeQuota(addPartner(registry, { partnerId, ...what, origins }, key), partnerId, quotaIn(said)),
  );
  show(key);
}

async function rotate(said: Said): Promise<void> {
  const key = newKey(said);
  const now = fileClock(process.env.YIMEN_CLOCK_FILE)();
  const notAfter = new Date(now.getTime() + hoursIn(said, "hours", 24) * 3_600_000);
  await changeRegistry((registry) => rotateKey(registry, textIn(said, "id"), key, notAfter));
  show(key);
}

async function revoke(said: Said): Promise<void> {
  const hash = said.key === undefined ? undefined : textIn(said, "key");
  await changeRegistry((registry) => revokeKeys(registry, textIn(said, "id"), hash));
  note({ zh: "已作废,即时生效", en: "Revoked, as of now" });
}

async function set(said: Said): Promise<void> {
  const what = {
    ...(said.kind !== undefined && { kind: kindIn(said, "kind") }),
    ...(said.outlet !== undefined && { outletId: textIn(said, "outlet") }),
    ...(said.purpose !== undefined && { purpose: textIn(said, "purpose") }),
  };
  await changeRegistry((registry) => describePartner(registry, textIn(said, "id"), what));
  note(done);
}

async function origins(said: Said): Promise<void> {
  const change = { add: originsIn(said, "add"), remove: textsIn(said, "remove") };
  await changeRegistry((registry) => changeOrigins(registry, textIn(said, "id"), change));
  note(done);
}

async function quota(said: Said): Promise<void> {
  const document = said.document === undefined ? undefined : textIn(said, "document");
  await changeRegistry((registry) => changeQuota(registry, textIn(said, "id"), quotaIn(said), document));
  note(done);
}

async function remove(said: Said): Promise<void> {
  await changeRegistry((registry) => removePartner(registry, textIn(said, "id")));
  note({ zh: "已移除,其密钥即时作废", en: "Removed; its keys have ended" });
}

async function list(): Promise<void> {
  for (const entry of readRegistryFile(registryPath()).partners) tell(entry);
}

async function showOne(said: Said): Promise<void> {
  const id = textIn(said, "id");
  const entry = readRegistryFile(registryPath()).partners.find(({ partnerId }) => partnerId === id);
  if (!entry)
    throw new OperatorProblem("PARTNER_UNKNOWN", { zh: `没有登记合作方 ${id}。`, en: `There is no partner ${id}.` });
  tell(entry);
  if (entry.purpose) console.log(`  purpose  ${entry.purpose}`);
  for (const origin of entry.origins ?? []) console.log(`  origin   ${origin}`);
  for (const { name, quota: limits } of [{ name: "", quota: entry.quota }, ...(entry.documents ?? [])])
    if (limits) console.log(`  quota    ${[name, JSON.stringify(limits)].filter(Boolean).join("  ")}`);
}

/** Never a key: the registry has none. */
function tell({ partnerId, kind, outletId, keys, documents = [] }: RegistryEntry): void {
  console.log(`${partnerId}  ${kind}  ${outletId}`);
  for (const key of keys) console.log(`  ${hashOfKey(key).slice(7, 19)}  ${described(key)}`);
  for (const { hash, name } of documents) console.log(`  ${hash.slice(0, 12)}  ${name}`);
}

function described(key: RegistryEntry["keys"][number]): string {
  if (typeof key === "string") return "secret";
  return `${key.publishable ? "publishable" : "secret"}${key.notAfter ? ` until ${key.notAfter}` : ""}`;
}

const LIMITS = "[--requests-per-minute <n|none>] [--cost-per-day <n|none>]";

export const partnerCommands: Readonly<Record<string, PartnerCommand>> = {
  add: {
    options: `--id <id> --kind <kind> --outlet <id> [--origin <origin>]… [--purpose <text>] [--publishable] ${LIMITS}`,
    zh: "登记合作方并生成首个密钥",
    en: "a partner with its first key",
    run: add,
  },
  list: { options: "", zh: "列出合作方、密钥哈希和文档", en: "partners, hashes of keys, documents", run: list },
  show: { options: "--id <id>", zh: "一个合作方的全部登记", en: "everything of one partner", run: showOne },
  set: {
    options: "--id <id> [--kind <kind>] [--outlet <id>] [--purpose <text>]",
    zh: "修改类型、网点、用途",
    en: "its kind, outlet, purpose",
    run: set,
  },
  origins: {
    options: "--id <id> [--add <origin>]… [--remove <origin>]…",
    zh: "增减可用公开密钥的网页来源",
    en: "origins whose pages may use publishable keys",
    run: origins,
  },
  quota: {
    options: `--id <id> [--document <name>] ${LIMITS}`,
    zh: "限制合作方或其一份文档的用量",
    en: "what it, or one document, may use",
    run: quota,
  },
  rotate: {
    options: "--id <id> [--hours 24] [--publishable]",
    zh: "换发密钥,旧密钥到期失效",
    en: "a new key; the old ones end after the overlap",
    run: rotate,
  },
  revoke: {
    options: "--id <id> [--key <beginning of its hash>]",
    zh: "即时作废一个或全部密钥",
    en: "takes one key away, or all, at once",
    run: revoke,
  },
  remove: { options: "--id <id>", zh: "移除合作方", en: "takes a partner away", run: remove },
};
