import { linkSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { stateFolder } from "./places.mjs";
import { say } from "./problem.mjs";

const STALE = 30_000; // a living holder shows itself every second

/** Runs `work` while no other command of this clone does the same: two at once would spoil an install. */
export async function exclusively(work) {
  const file = join(stateFolder, "setup.lock");
  mkdirSync(stateFolder, { recursive: true });
  for (let told = false; !claim(file); told = true) {
    if (!told) say("另一个命令正在安装或编译，等待中……", "Another command is installing or building; waiting…");
    await delay(200);
    if (isStale(file)) clear(file);
  }
  const sign = setInterval(() => utimesSync(file, new Date(), new Date()), 1_000);
  try {
    return await work();
  } finally {
    clearInterval(sign);
    rmSync(file, { force: true });
  }
}

/** A link appears with its content or not at all. */
function claim(file) {
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    linkSync(mine, file);
    return true;
  } catch (refusal) {
    if (refusal.code === "EEXIST") return false;
    throw refusal;
  } finally {
    rmSync(mine);
  }
}

function isStale(file) {
  try {
    return Date.now() - statSync(file).mtimeMs > STALE || !isAlive(Number(readFileSync(file, "utf8")));
  } catch {
    return false; // let go in this moment
  }
}

/** Only one may clear a dead holder's lock away, or a second would clear away the first one's new lock. */
function clear(file) {
  const clearing = `${file}.clearing`;
  if (!claim(clearing)) return;
  if (isStale(file)) rmSync(file, { force: true });
  rmSync(clearing);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (refusal) {
    return refusal.code === "EPERM";
  }
}
