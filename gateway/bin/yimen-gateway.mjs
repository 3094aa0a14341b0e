#!/usr/bin/env node
// Runs the gateway on the Node that the workspace brings along when the one it was started with is older, and with a heap
// that fits it.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const PINNED = 24; // major version of the workspace's own Node
const main = new URL("../dist/main.js", import.meta.url);
const ours = fileURLToPath(new URL("../../node_modules/.bin/node", import.meta.url));

// Requests leave little behind them, so that a smaller young generation is collected as cheaply, and memory that was used
// once need not be kept for long: docs/engine.md has the figures.
const HEAP = ["--max-semi-space-size=24", "--heap-growing-percent=200"];

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
  process.execve(process.execPath, [process.execPath, ...process.execArgv, ...lacking, ...process.argv.slice(1)]);
}

/** Runs the same command on another Node, passing signals on and ending with it. */
function runOn(node) {
  const child = spawn(node, [...HEAP, fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: ["inherit", "inherit", "inherit", "ipc"], // the channel's end tells the child when we are gone
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(signal ? 1 : code));
}
