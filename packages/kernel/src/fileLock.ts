import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { commandLine, isAlive } from "./process.js";

/** Waits its turn and holds the lock until disposed of; a holder that died no longer holds it. */
export async function lock(file: string): Promise<Disposable> {
  for (;;) {
    const held = tryLock(file);
    if (held) return held;
    await delay(50);
  }
}

/** @returns null while another process holds it */
export function tryLock(file: string): Disposable | null {
  mkdirSync(dirname(file), { recursive: true });
  if (claim(file)) return release(file);
  // Only one at a time may clear a dead holder's lock away, or the second would clear away the first one's new lock.
  const clearing = `${file}.clearing`;
  if (holder(file) !== null || !claim(clearing)) return null;
  try {
    if (holder(file) === null) rmSync(file, { force: true });
    return claim(file) ? release(file) : null;
  } finally {
    rmSync(clearing, { force: true });
  }
}

/** The living process that holds the lock; its command is compared, because process numbers are used again. */
export function holder(file: string): number | null {
  try {
    const [pid, command] = readFileSync(file, "utf8").split("\n");
    return isAlive(Number(pid)) && commandLine(Number(pid)).replaceAll("\n", " ") === command ? Number(pid) : null;
  } catch {
    return null;
  }
}

const release = (file: string): Disposable => ({ [Symbol.dispose]: () => rmSync(file, { force: true }) });

/** A link appears with its content or not at all, unlike a file that is created and then written. */
function claim(file: string): boolean {
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, `${process.pid}\n${commandLine(process.pid).replaceAll("\n", " ")}`);
  try {
    linkSync(mine, file);
    return true;
  } catch (refusal) {
    if ((refusal as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw refusal;
  } finally {
    rmSync(mine);
  }
}
