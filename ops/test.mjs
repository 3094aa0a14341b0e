import "./setup/requireNode.mjs";
import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { root, stateFolder, toolEnv } from "./setup/places.mjs";
import { prepare } from "./setup/prepare.mjs";
import { command } from "./setup/problem.mjs";
import { forgetReports, REPORT, readReports } from "./setup/reports.mjs";
import { run } from "./setup/run.mjs";

// npm test: from a clean clone to the result of every workspace's tests. Arguments go to turbo: --filter=@yimen/cases
await command(async () => {
  await prepare();
  forgetReports();
  const started = Date.now();
  const turbo = join(root, "node_modules", ".bin", "turbo");
  const flags = ["--continue", "--ui=stream", "--log-order=grouped", "--env-mode=loose"];
  const breadth = `--concurrency=${Math.max(2, Math.floor(availableParallelism() / 2))}`;
  const vitest = ["--reporter=default", "--reporter=json", `--outputFile.json=${REPORT}`];
  const args = ["run", "test", ...flags, breadth, ...process.argv.slice(2), "--", ...vitest];
  const code = await run(turbo, [], args, { env: toolEnv, tick: "测试中  testing", output: 1 });
  return summarise(code, Math.round((Date.now() - started) / 1_000));
});

function summarise(code, seconds) {
  const partial = process.argv.some((argument) => argument.startsWith("--filter"));
  const reports = readReports().filter(({ note }) => !partial || !note.includes("no report"));
  console.log("");
  for (const { workspace, passed, failed, note } of reports) {
    console.log(`  ${failed ? "✗" : "✓"} ${workspace.padEnd(22)} ${passed} passed, ${failed} failed  ${note}`);
  }
  const sum = (key) => reports.reduce((total, report) => total + report[key], 0);
  const counts = `${sum("passed")} passed, ${sum("failed")} failed`;
  writeFileSync(join(stateFolder, "tests"), `${counts}\n`);
  console.log(`\n  ${seconds} s`);
  console.log(counts);
  return code === 0 && sum("failed") === 0 && sum("passed") > 0 ? 0 : 1;
}
