import { execFileSync, spawn } from "node:child_process";
import { join } from "node:path";
import { root, toolEnv } from "./places.mjs";
import { Problem } from "./problem.mjs";

/**
 * Runs one of our built programs on the Node that the lockfile pins, in the foreground.
 *
 * @returns its exit code
 */
export function runBuilt(program, args) {
  const child = spawn(pinnedNode(), ["--enable-source-maps", join(root, program), ...args], {
    env: toolEnv,
    stdio: ["inherit", "inherit", "inherit", "ipc"], // the channel closes when we are killed: then it stops by itself
  });
  const forward = (signal) => child.kill(signal);
  process.on("SIGTERM", forward).on("SIGINT", forward).on("SIGHUP", forward);
  if (process.env.npm_lifecycle_event) onParentEnd(() => forward("SIGTERM"));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

/** npm passes SIGTERM to the shell between us, and the shell takes it without a word to us. */
function onParentEnd(tell) {
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    tell();
  }, 500);
  look.unref();
}

function pinnedNode() {
  const pinned = join(root, "node_modules", ".bin", "node");
  for (const node of [pinned, process.execPath]) if (isRecent(node)) return node;
  throw new Problem(
    "随依赖安装的 Node.js 24 无法在本机运行。请安装 Node.js 24 后重试。",
    "The Node.js 24 that comes with the dependencies does not run on this machine: install Node.js 24 and try again.",
  );
}

function isRecent(node) {
  try {
    const version = execFileSync(node, ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    return Number.parseInt(version.slice(1), 10) >= 24;
  } catch {
    return false;
  }
}
