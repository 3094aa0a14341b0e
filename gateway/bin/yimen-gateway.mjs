#!/usr/bin/env node
// Runs the gateway on the Node that the workspace brings along when the one it was started with is older, and with a heap
// that fits it.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";

const PINNED = 24; // major version of the workspace's own Node
const main = new URL("../dist/main.js", import.meta.url);
const ours = fileURLToPath(new URL("../../node_modules/.bin/node", import.meta.url));

// What V8 guesses of a gateway's objects is wrong: which grow old, how large a young generation pays, how much may lie
// about uncollected. docs/engine.md has the figures.
const HEAP = [
  "--no-allocation-site-pretenuring",
  "--max-semi-space-size=8",
  "--heap-growing-percent=70",
  ...(availableParallelism() === 1 ? ["--no-parallel-scavenge"] : []), // whose helpers would only take turns
];
const ARENAS = { MALLOC_ARENA_MAX: "1" }; // V8's threads allocate little, but would each keep what they have freed

process.env.APOLLO_TELEMETRY_DISABLED ??= "1";
if (!existsSync(main)) {
  console.error("The gateway is not built yet: run `npm run build` first.");
  process.exit(1);
}
if (Number.parseInt(process.versions.node, 10) < PINNED && existsSync(ours)) runOn(ours);
else {
  becomeFitting();
  await import(main.href);
}

/** The heap is laid out when the process starts: replaces it by itself with the flags that it lacks, where that can be done. */
function becomeFitting() {
  const given = `${process.execArgv.join(" ")} ${process.env.NODE_OPTIONS ?? ""}`;
  const lacking = HEAP.filter((flag) => !given.includes(flag.split("=", 1)[0]));
  if (lacking.length === 0 || process.channel || process.platform === "win32" || !process.execve) return;
  const flags = [...process.execArgv, ...lacking];
  const env = { ...ARENAS, ...process.env };
  process.execve(process.execPath, [process.execPath, ...flags, ...process.argv.slice(1)], env);
}

/** Runs the same command on another Node, passing signals on and ending with it. */
function runOn(node) {
  const child = spawn(node, [...HEAP, fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    env: { ...ARENAS, ...process.env },
    stdio: ["inherit", "inherit", "inherit", "ipc"], // the channel's end tells the child when we are gone
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(signal ? 1 : code));
}
