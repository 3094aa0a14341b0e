import "./setup/requireNode.mjs";
import { prepare } from "./setup/prepare.mjs";
import { command } from "./setup/problem.mjs";

// Installs and builds, and nothing else: the first step of CI.
await command(prepare);
