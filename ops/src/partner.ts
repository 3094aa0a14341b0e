import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { readRegistryFile } from "@yimen/gateway/partners/registryFile";
import { fileClock } from "@yimen/kernel/clock";
import { OperatorProblem } from "@yimen/kernel/operatorProblem";
import { addPartner, hashOfKey, type NewKey, revokeKeys, rotateKey } from "./partners/changes.js";
import { changeRegistry, registryPath } from "./partners/registryOf.js";
import { complain } from "./say.js";

// npm run partner -- add|rotate|revoke|list: a new key alone on standard output, this once and never again.
try {
  run();
} catch (problem) {
  complain(problem);
  process.exitCode = 1;
}

function run(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      id: { type: "string" },
      kind: { type: "string" },
      outlet: { type: "string" },
      origin: { type: "string", multiple: true },
      purpose: { type: "string" },
      publishable: { type: "boolean" },
      hours: { type: "string" },
      key: { type: "string" },
    },
  });
  const { id = "", kind = "", outlet = "", origin = [], purpose, publishable = false, hours = "24", key } = values;
  switch (positionals[0]) {
    case "add": {
      const added = newKey(publishable);
      const entry = { partnerId: id, kind, outletId: outlet, scopes: ["partner"], origins: origin };
      changeRegistry((registry) => addPartner(registry, { ...entry, ...(purpose && { purpose }) }, added));
      show(added);
      break;
    }
    case "rotate": {
      const added = newKey(publishable);
      const now = fileClock(process.env.YIMEN_CLOCK_FILE)();
      const notAfter = new Date(now.getTime() + Number(hours) * 3_600_000);
      changeRegistry((registry) => rotateKey(registry, id, added, notAfter));
      show(added);
      break;
    }
    case "revoke":
      changeRegistry((registry) => revokeKeys(registry, id, key));
      console.error("· 已作废，即时生效  Revoked, as of now");
      break;
    case "list":
      list();
      break;
    default:
      throw usage();
  }
}

function newKey(publishable: boolean): NewKey {
  const prefix = publishable ? "yimen_pk_" : "yimen_sk_";
  return { shown: `${prefix}${randomBytes(32).toString("base64url")}`, publishable };
}

function show({ shown }: NewKey): void {
  console.error("· 密钥只显示这一次，请放在请求头 x-api-key 中  Shown this once; send it in the header x-api-key");
  console.log(shown);
}

function list(): void {
  for (const { partnerId, kind, outletId, keys, documents = [] } of readRegistryFile(registryPath()).partners) {
    console.log(`${partnerId}  ${kind}  ${outletId}`);
    for (const key of keys) console.log(`  ${hashOfKey(key).slice(7, 19)}  ${describe(key)}`);
    for (const { hash, name } of documents) console.log(`  ${hash.slice(0, 12)}  ${name}`);
  }
}

function describe(key: Parameters<typeof hashOfKey>[0]): string {
  if (typeof key === "string") return "secret";
  return `${key.publishable ? "publishable" : "secret"}${key.notAfter ? ` until ${key.notAfter}` : ""}`;
}

function usage(): OperatorProblem {
  return new OperatorProblem("USAGE", {
    zh: "用法：npm run partner -- add --id <编号> --kind BANK --outlet <网点> [--origin <来源>] [--publishable] | rotate --id <编号> [--hours 24] | revoke --id <编号> [--key <哈希开头>] | list",
    en: "Usage: npm run partner -- add|rotate|revoke|list; docs/partners.md says more",
  });
}
