import { existsSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "./places.mjs";
import { workspacesWith } from "./workspaces.mjs";

/** Where vitest writes what it counted, below each workspace. */
export const REPORT = join(".turbo", "vitest.json");

export const forgetReports = () => {
  for (const folder of workspacesWith("test")) rmSync(join(folder, REPORT), { force: true });
};

/** What each workspace's tests came to; a workspace without a report did not get to run its tests, which is a failure. */
export const readReports = () =>
  workspacesWith("test").map((folder) => {
    const workspace = relative(root, folder);
    const file = join(folder, REPORT);
    if (!existsSync(file)) return { workspace, passed: 0, failed: 1, note: "没有报告  no report" };
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(file, "utf8"));
    const failed = testResults.filter(({ status }) => status === "failed");
    // A file that could not be loaded, or set up, fails without a failed test in it.
    const broken = failed.filter(({ assertionResults }) => !assertionResults.some(({ status }) => status === "failed"));
    const note = failed.map(({ name }) => relative(folder, name)).join(" ");
    return { workspace, passed: numPassedTests, failed: numFailedTests + broken.length, note };
  });
