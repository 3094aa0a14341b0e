import { mkdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { OperatorProblem } from "@yimen/kernel/operatorProblem";
import { repository } from "@yimen/kernel/repository";
import { issueToken, nowOnClock } from "./issueToken.js";
import { readPersonas } from "./personas.js";
import { complain } from "./say.js";
import { keepSecrets } from "./secrets.js";
import { stateOf } from "./state.js";

// npm run token -- --as <persona>: what that persona shows to the gateway, alone on standard output.
try {
  console.log(await credentials(process.env.YIMEN_ROOT ?? repository, asked()));
} catch (problem) {
  complain(problem);
  process.exitCode = 1;
}

function asked(): string | undefined {
  const { values, positionals } = parseArgs({ options: { as: { type: "string" } }, allowPositionals: true });
  return values.as ?? positionals[0];
}

async function credentials(root: string, name: string | undefined): Promise<string> {
  const state = stateOf(root);
  mkdirSync(state.folder, { recursive: true });
  const secrets = await keepSecrets(root, state);
  const { personas, partners } = readPersonas(root);
  const partner = partners.find(({ persona }) => persona === name);
  if (partner) {
    console.error("· 请放在请求头 x-api-key 中  Send it in the header x-api-key");
    return secrets.apiKeys[partner.partnerId] ?? "";
  }
  const persona = personas.find((candidate) => candidate.persona === name);
  if (persona) return issueToken(persona, secrets, nowOnClock(state.clock));
  const known = [...personas, ...partners].map(({ persona: each }) => each).join(" ");
  throw new OperatorProblem("PERSONA_UNKNOWN", {
    zh: `没有角色 ${name ?? "（未指定）"}。用法：npm run token -- --as <角色>，可选：${known}`,
    en: `There is no persona ${name ?? "(none named)"}. Usage: npm run token -- --as <persona>`,
  });
}
