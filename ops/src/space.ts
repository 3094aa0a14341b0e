import { statfsSync } from "node:fs";
import { OperatorProblem } from "@yimen/kernel/operatorProblem";

const NEEDED = 300_000_000; // bytes: a fresh database with the seed, its log, and room to work

/** @throws OperatorProblem before anything half-made is left on a full disk */
export function requireSpace(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  const megabytes = Math.round((bavail * bsize) / 1e6);
  if (bavail * bsize >= NEEDED) return;
  throw new OperatorProblem("NO_DISK_SPACE", {
    zh: `磁盘空间不足：${folder} 所在磁盘只剩 ${megabytes} MB，至少需要 300 MB。请腾出空间后重新启动。`,
    en: `The disk is nearly full: ${megabytes} MB left where ${folder} is, 300 MB are needed. Free some space and start again.`,
  });
}
