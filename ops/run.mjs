import "./setup/requireNode.mjs";
import { runBuilt } from "./setup/pinnedNode.mjs";
import { prepare } from "./setup/prepare.mjs";
import { command, Problem } from "./setup/problem.mjs";

// node ops/run.mjs <program> [arguments]: one of the programs below, on a clone that is made ready first.
const PROGRAMS = ["token", "demo", "clock", "migration", "checkMigrations", "partner", "documents"];

await command(async () => {
  const [program, ...args] = process.argv.slice(2);
  if (!PROGRAMS.includes(program)) {
    throw new Problem(`请指定命令：${PROGRAMS.join("、")}。`, `Name a command: ${PROGRAMS.join(", ")}.`);
  }
  await prepare();
  return runBuilt(`ops/dist/${program}.js`, args);
});
