import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Top folder of the clone. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Where a clone keeps what it makes at run time. */
export const stateFolder = join(root, ".yimen");

const installedCommands = join(root, "node_modules", ".bin");

/** Environment of what we start: the pinned tools first, and nobody is told that we use them. */
export const toolEnv = {
  ...process.env,
  PATH: `${installedCommands}${delimiter}${pathWithoutInstalled()}`,
  APOLLO_TELEMETRY_DISABLED: "1",
  CHECKPOINT_DISABLE: "1",
  TURBO_TELEMETRY_DISABLED: "1",
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
};

/** An install replaces node_modules, so nothing out of it may run the install. */
export const installEnv = { ...process.env, PATH: pathWithoutInstalled() };

function pathWithoutInstalled() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.filter((folder) => !folder.endsWith(join("node_modules", ".bin"))).join(delimiter);
}
