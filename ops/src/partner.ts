import { parseArgs } from "node:util";
import { OperatorProblem } from "@yimen/kernel/operatorProblem";
import { partnerCommands } from "./partners/partnerCommands.js";
import type { Said } from "./partners/said.js";
import { complain } from "./say.js";

// npm run partner -- <command>: a new key alone on standard output, this once and never again.
try {
  const [name = "help", ...args] = process.argv.slice(2);
  await run(name, args);
} catch (problem) {
  complain(problem);
  process.exitCode = 1;
}

async function run(name: string, args: readonly string[]): Promise<void> {
  if (name === "help" || name === "--help") return console.log(usage());
  const command = partnerCommands[name];
  if (!command) {
    throw new OperatorProblem(
      "USAGE",
      { zh: `没有命令 ${name}。`, en: `There is no command ${name}.` },
      { cause: usage() },
    );
  }
  if (args.includes("--help")) return console.log(lineOf(name));
  await command.run(parsed(name, args));
}

function parsed(name: string, args: readonly string[]): Said {
  const text = { type: "string" } as const;
  const texts = { type: "string", multiple: true } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        ...{ id: text, kind: text, outlet: text, purpose: text, hours: text, key: text, document: text },
        ...{ origin: texts, add: texts, remove: texts, publishable: { type: "boolean" } },
        ...{ "requests-per-minute": text, "cost-per-day": text },
      },
    }).values as Said;
  } catch (problem) {
    const { message } = problem as Error;
    throw new OperatorProblem(
      "USAGE",
      { zh: `无法识别的选项。${message}`, en: "Options are not right." },
      { cause: lineOf(name) },
    );
  }
}

function usage(): string {
  const names = Object.keys(partnerCommands);
  return ["用法 Usage: npm run partner -- <command>", ...names.map(lineOf)].join("\n");
}

function lineOf(name: string): string {
  const { options = "", zh = "", en = "" } = partnerCommands[name] ?? {};
  return `  ${`${name} ${options}`.trim()}\n      ${zh}  ${en}`;
}
