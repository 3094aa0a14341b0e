import { existsSync, readFileSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { installEnv, root } from "./places.mjs";
import { Problem, say } from "./problem.mjs";
import { run } from "./run.mjs";

const NEEDED = 2_000_000_000; // bytes: what an install and the data of a first day take

/** Installs the dependencies that package-lock.json names, unless they are all there. */
export async function install() {
  if (isInstalled()) return;
  requireSpace();
  say("正在安装依赖，首次约需一两分钟……", "Installing dependencies; the first time takes a minute or two…");
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"];
  const code = await run(...npm(), args, { env: installEnv, tick: "安装中  installing" });
  if (code === 0) return;
  throw new Problem(
    "依赖安装失败，原因见上。请检查网络、npm 源和磁盘空间后再运行一次。",
    "The dependencies could not be installed, npm says why above: check network, npm registry and disk space, then run this again.",
  );
}

/** npm writes down what it installed, last of all: an interrupted install has no such list. */
function isInstalled() {
  const listed = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(listed)) return false;
  const installed = packages(listed);
  const wanted = Object.entries(packages(join(root, "package-lock.json")));
  return wanted.every(([path, want]) => {
    if (!path.includes("node_modules/")) return true; // our own folders
    const found = installed[path];
    return found ? found.version === want.version : Boolean(want.optional || want.peer);
  });
}

const packages = (file) => JSON.parse(readFileSync(file, "utf8")).packages;

/** The npm that runs us, if one does; else the one on the path. */
function npm() {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  if (script?.endsWith(".js") && node && !node.startsWith(root)) return [node, [script]];
  return [process.platform === "win32" ? "npm.cmd" : "npm", []];
}

function requireSpace() {
  const { bavail, bsize } = statfsSync(root);
  if (bavail * bsize >= NEEDED) return;
  throw new Problem(
    `磁盘空间不足：${root} 所在磁盘只剩 ${Math.round((bavail * bsize) / 1e6)} MB，安装需要约 2 GB。请先腾出空间。`,
    `The disk is nearly full: ${Math.round((bavail * bsize) / 1e6)} MB left where ${root} is, an install takes about 2 GB. Free some space first.`,
  );
}
