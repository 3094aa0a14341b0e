import { createHash } from "node:crypto";
import { chownSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { OperatorProblem } from "../operatorProblem.js";
import { canReach } from "./reach.js";
import type { Runner } from "./runner.js";

/**
 * The folder that holds one server's data, password and, if need be, copies of the binaries. It is `wanted`, unless
 * PostgreSQL's account cannot get there (a clone under root's 0700 home): then it is one outside, written down in
 * `<wanted>.where` so that it stays the same if the permissions change later.
 */
export function openHome(wanted: string, runner: Runner): string {
  try {
    mkdirSync(dirname(wanted), { recursive: true });
    const home = remembered(wanted) ?? firstReachable(wanted, runner);
    writeFileSync(`${wanted}.where`, `${home}\n`);
    mkdirSync(home, { recursive: true, mode: 0o711 });
    if (runner.uid !== undefined && runner.gid !== undefined) chownSync(home, runner.uid, runner.gid);
    return home;
  } catch (cause) {
    if (cause instanceof OperatorProblem) throw cause;
    throw cannotWrite(wanted, cause);
  }
}

function remembered(wanted: string): string | null {
  try {
    return readFileSync(`${wanted}.where`, "utf8").trim() || null;
  } catch {
    return null; // the first start
  }
}

function firstReachable(wanted: string, runner: Runner): string {
  const mark = createHash("sha256").update(wanted).digest("hex").slice(0, 10);
  const outside = ["/var/lib", tmpdir()].map((folder) => join(folder, `yimen-${mark}`));
  const home = [wanted, ...outside].find((folder) => canReach(runner, folder));
  if (home) return home;
  throw new OperatorProblem("NO_REACHABLE_FOLDER", {
    zh: `PostgreSQL 的账户无法进入 ${[wanted, ...outside].join("、")} 中的任何一个。请把项目放到别处，或设置 DATABASE_URL。`,
    en: `PostgreSQL's account can reach none of ${[wanted, ...outside].join(", ")}: move the clone elsewhere, or set DATABASE_URL.`,
  });
}

function cannotWrite(folder: string, cause: unknown): OperatorProblem {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new OperatorProblem(
    "FOLDER_NOT_WRITABLE",
    {
      zh: `无法写入 ${folder}（${reason}）。请检查该文件夹的所有者和磁盘空间。`,
      en: `Cannot write to ${folder} (${reason}): check who owns the folder and whether the disk has space.`,
    },
    { cause },
  );
}
