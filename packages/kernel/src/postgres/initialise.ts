import { spawn } from "node:child_process";
import { chownSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lastLines } from "../lastLines.js";
import { OperatorProblem } from "../operatorProblem.js";
import { majorVersion } from "./binaries.js";
import { explainPostgres } from "./explain.js";
import type { Runner } from "./runner.js";

export const SUPERUSER = "yimen";

/**
 * Makes the data folder unless there is one. It is made under another name and renamed when complete, so that an
 * interrupted first start leaves nothing that looks like a database.
 *
 * @returns the data folder
 * @throws OperatorProblem when the data was written by another major version
 */
export async function initialise(home: string, binaries: string, runner: Runner, password: string): Promise<string> {
  const data = join(home, "data");
  if (existsSync(data)) {
    requireSameVersion(data, majorVersion(binaries));
    return data;
  }
  for (const name of readdirSync(home)) {
    if (name.startsWith("unfinished-")) rmSync(join(home, name), { recursive: true });
  }
  const unfinished = join(home, `unfinished-${process.pid}`);
  await initdb(binaries, unfinished, runner, password);
  renameSync(unfinished, data);
  return data;
}

async function initdb(binaries: string, data: string, runner: Runner, password: string): Promise<void> {
  const passwordFile = `${data}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (runner.uid !== undefined && runner.gid !== undefined) chownSync(passwordFile, runner.uid, runner.gid);
  const locale = ["--no-locale", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--encoding=UTF8"];
  const args = [`--pgdata=${data}`, `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
  const child = spawn(join(binaries, "bin", "initdb"), [...args, ...locale], {
    ...runner,
    cwd: "/",
    env: { PATH: process.env.PATH, LC_ALL: "C" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = lastLines(child.stdout, child.stderr);
  const code = await new Promise((resolve, reject) => child.once("error", reject).once("close", resolve));
  rmSync(passwordFile, { force: true });
  if (code === 0) return;
  rmSync(data, { recursive: true, force: true });
  throw explainPostgres(said(), data);
}

function requireSameVersion(data: string, ours: string): void {
  const theirs = readFileSync(join(data, "PG_VERSION"), "utf8").trim();
  if (theirs === ours) return;
  throw new OperatorProblem("DATA_OF_ANOTHER_VERSION", {
    zh: `${data} 是 PostgreSQL ${theirs} 的数据，而本程序使用 PostgreSQL ${ours}。请先用旧版本导出，或将该文件夹移走后重新启动。`,
    en: `${data} was written by PostgreSQL ${theirs}, this is PostgreSQL ${ours}: export it with the old version, or move the folder away and start again.`,
  });
}
