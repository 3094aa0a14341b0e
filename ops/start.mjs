import "./setup/requireNode.mjs";
import { runBuilt } from "./setup/pinnedNode.mjs";
import { prepare } from "./setup/prepare.mjs";
import { command } from "./setup/problem.mjs";

// npm start: from a clean clone to a running district.
await command(async () => {
  await prepare();
  return runBuilt("ops/dist/launch.js", process.argv.slice(2));
});
