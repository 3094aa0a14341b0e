import { spawn } from "node:child_process";
import { root } from "./places.mjs";

const TICK = 10_000; // milliseconds between signs of life where no terminal shows the program's own

/**
 * Runs a program to its end in the clone's top folder. What it says goes to our standard error, unless `output` is 1:
 * standard output is for results.
 *
 * @returns its exit code; 1 when a signal ended it or it does not exist
 */
export function run(program, before, args, { env, tick, output = 2 }) {
  const started = Date.now();
  const elapsed = () => `${Math.round((Date.now() - started) / 1_000)} s`;
  const sign = setInterval(() => console.error(`  ${tick} … ${elapsed()}`), TICK);
  if (!tick || process.stderr.isTTY) clearInterval(sign);
  return new Promise((resolve) => {
    const child = spawn(program, [...before, ...args], { cwd: root, env, stdio: ["ignore", output, 2] });
    const forward = (signal) => child.kill(signal);
    process.on("SIGTERM", forward).on("SIGINT", forward);
    const end = (code) => {
      clearInterval(sign);
      process.off("SIGTERM", forward).off("SIGINT", forward);
      resolve(code ?? 1);
    };
    child.once("error", (cause) => {
      console.error(`  ${program}: ${cause.message}`);
      end(1);
    });
    child.once("exit", end);
  });
}
