#!/usr/bin/env node
// Runs the gateway on the Node that the workspace brings along when the one it was started with is older.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const PINNED = 24; // major version of the workspace's own Node
const main = new URL("../dist/main.js", import.meta.url);
const ours = fileURLToPath(new URL("../../node_modules/.bin/node", import.meta.url));

process.env.APOLLO_TELEMETRY_DISABLED ??= "1";
if (!existsSync(main)) {
  console.error("The gateway is not built yet: run `npm run build` first.");
  process.exit(1);
}
if (Number.parseInt(process.versions.node, 10) >= PINNED || !existsSync(ours)) await import(main.href);
else runOn(ours);

/** Runs the same command on another Node, passing signals on and ending with it. */
function runOn(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: ["inherit", "inherit", "inherit", "ipc"], // the channel's end tells the child when we are gone
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(signal ? 1 : code));
}
