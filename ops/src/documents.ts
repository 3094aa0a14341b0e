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
  const { values } = parseArgs({
    options: { partner: { type: "string" }, from: { type: "string", multiple: true } },
  });
  const { partner, from = [] } = values;
  if (!partner || from.length === 0) throw usage();
  const documents = from.flatMap((folder) => documentsIn(folder));
  const supergraph = process.env.GATEWAY_SUPERGRAPH ?? join(repository, "gateway", "supergraph.graphql");
  const objections = await checkDocuments(documents, readFileSync(supergraph, "utf8"));
  if (objections.length > 0) {
    const told = objections.map(({ document, message }) => `\n  ${document}: ${message}`).join("");
    throw new OperatorProblem("DOCUMENT_NOT_IN_CONTRACT", {
      zh: `文档超出合作方可用范围，未登记。${told}`,
      en: "Nothing was registered: these documents go beyond the partners' contract.",
    });
  }
  changeRegistry((registry) => registerDocuments(registry, partner, documents));
  for (const { hash, name } of documents) console.log(`${hash}  ${name}`);
  say({
    zh: `已为 ${partner} 登记 ${documents.length} 份文档。`,
    en: "Registered; a running gateway has them at once.",
  });
}

function usage(): OperatorProblem {
  return new OperatorProblem("USAGE", {
    zh: "用法：npm run documents -- --partner <编号> --from <文件夹>",
    en: "Usage: npm run documents -- --partner <id> --from <folder>",
  });
}
