import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.mjs";
import { install } from "./install.mjs";
import { exclusively } from "./lock.mjs";
import { stateFolder } from "./places.mjs";
import { Problem } from "./problem.mjs";

/** Makes a clone ready to run: dependencies installed, everything built. Quick when it is ready already. */
export async function prepare() {
  requireWritable();
  await exclusively(async () => {
    await install();
    await build();
  });
}

function requireWritable() {
  try {
    mkdirSync(stateFolder, { recursive: true });
    writeFileSync(join(stateFolder, ".gitignore"), "*\n");
  } catch (cause) {
    throw new Problem(
      `无法写入 ${stateFolder}（${cause.code}）。请检查该文件夹的所有者、权限和磁盘空间。`,
      `Cannot write to ${stateFolder} (${cause.code}): check the folder's owner, its permissions and the disk's space.`,
    );
  }
}
