import { statSync } from "node:fs";
import { dirname } from "node:path";
import type { Runner } from "./runner.js";

/** Whether the runner may pass through every folder down to and including `folder`; missing ones are ours to make. */
export function canReach({ uid, gid }: Runner, folder: string): boolean {
  if (uid === undefined) return true;
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found) {
    const bit = found.uid === uid ? 0o100 : found.gid === gid ? 0o010 : 0o001;
    if (!(found.mode & bit)) return false;
  }
  return folder === dirname(folder) || canReach({ uid, gid }, dirname(folder));
}
