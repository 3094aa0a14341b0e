import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./places.mjs";

/** Folders of the workspaces whose package.json has this script. */
export function workspacesWith(script) {
  const { workspaces } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const folders = workspaces.flatMap((pattern) => (pattern.endsWith("/*") ? below(pattern.slice(0, -2)) : [pattern]));
  return folders.map((folder) => join(root, folder)).filter((folder) => hasScript(folder, script));
}

const below = (folder) => readdirSync(join(root, folder)).map((name) => join(folder, name));

function hasScript(folder, script) {
  const manifest = join(folder, "package.json");
  return existsSync(manifest) && script in (JSON.parse(readFileSync(manifest, "utf8")).scripts ?? {});
}
