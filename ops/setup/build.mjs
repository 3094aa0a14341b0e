import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, stateFolder, toolEnv } from "./places.mjs";
import { Problem, say } from "./problem.mjs";
import { run } from "./run.mjs";
import { workspacesWith } from "./workspaces.mjs";

const stampFile = join(stateFolder, "built");
const FOLDERS = ["packages", "subgraphs", "gateway", "board", "embed", "ops", "e2e"];
const FILES = ["package-lock.json", "turbo.json", "tsconfig.json"];
const OUTPUTS = new Set(["node_modules", "dist", "generated", ".turbo"]);

/** Generates and builds what changed since the last time; does nothing, and at once, when nothing did. */
export async function build() {
  const stamp = stampOfInputs();
  if (isBuilt(stamp)) return;
  say("正在生成代码并编译……", "Generating and building…");
  const turbo = join(root, "node_modules", ".bin", "turbo");
  const args = ["run", "build", "--output-logs=errors-only", "--env-mode=loose", "--ui=stream"];
  const code = await run(turbo, [], args, { env: toolEnv, tick: "编译中  building" });
  if (code !== 0) throw new Problem("编译失败，原因见上。", "The build failed, see above.");
  writeFileSync(stampFile, stamp);
}

function isBuilt(stamp) {
  if (!existsSync(stampFile) || readFileSync(stampFile, "utf8") !== stamp) return false;
  return workspacesWith("build").every((folder) => existsSync(join(folder, "dist")));
}

/** Names, sizes and times of everything a build reads; contents are turbo's business. */
function stampOfInputs() {
  const hash = createHash("sha256");
  for (const file of [...FILES, ...FOLDERS].map((name) => join(root, name))) addTo(hash, file);
  return hash.digest("hex");
}

function addTo(hash, path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return;
  if (!found.isDirectory()) return void hash.update(`${path} ${found.size} ${found.mtimeMs}\n`);
  for (const name of readdirSync(path).sort()) {
    if (!OUTPUTS.has(name) && !name.endsWith(".test.ts")) addTo(hash, join(path, name));
  }
}
