import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { checkDocuments } from "@yimen/gateway/partners/checkDocuments";
import { documentsIn } from "@yimen/gateway/partners/documentsIn";
import { OperatorProblem } from "@yimen/kernel/operatorProblem";
import { repository } from "@yimen/kernel/repository";
import { registerDocuments } from "./partners/changes.js";
import { changeRegistry } from "./partners/registryOf.js";
import { complain, say } from "./say.js";

// npm run documents -- --partner taoshan-bank --from partners/taoshan-bank: registers what the folder has, if it may be.
try {
  await run();
} catch (problem) {
  complain(problem);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const { partner, from } = said();
  const documents = readDocuments(from);
  const supergraph = process.env.GATEWAY_SUPERGRAPH ?? join(repository, "gateway", "supergraph.graphql");
  const objections = await checkDocuments(documents, readFileSync(supergraph, "utf8"));
  if (objections.length > 0) {
    const told = objections.map(({ document, message }) => `\n  ${document}: ${message}`).join("");
    throw new OperatorProblem("DOCUMENT_NOT_IN_CONTRACT", {
      zh: `文档超出合作方可用范围，未登记。${told}`,
      en: "Nothing was registered: these documents go beyond the partners' contract.",
    });
  }
  await changeRegistry((registry) => registerDocuments(registry, partner, documents));
  for (const { hash, name } of documents) console.log(`${hash}  ${name}`);
  say({
    zh: `已为 ${partner} 登记 ${documents.length} 份文档。`,
    en: "Registered; a running gateway has them at once.",
  });
}

function said(): { readonly partner: string; readonly from: readonly string[] } {
  const options = { partner: { type: "string" }, from: { type: "string", multiple: true } } as const;
  try {
    const { partner, from = [] } = parseArgs({ options }).values;
    if (partner && from.length > 0) return { partner, from };
  } catch {
    // an option that there is not
  }
  throw usage();
}

function readDocuments(folders: readonly string[]): ReturnType<typeof documentsIn> {
  try {
    return folders.flatMap((folder) => documentsIn(folder));
  } catch (problem) {
    const { message } = problem as Error;
    throw new OperatorProblem("DOCUMENTS_UNREADABLE", {
      zh: `文档无法读取,未登记任何一份:${message}`,
      en: "Nothing was registered: each .graphql file of the folder needs one operation, with a name.",
    });
  }
}

function usage(): OperatorProblem {
  return new OperatorProblem("USAGE", {
    zh: "用法：npm run documents -- --partner <编号> --from <文件夹>",
    en: "Usage: npm run documents -- --partner <id> --from <folder>",
  });
}
