import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { staffingViolations } from "./domain/staffing.js";
import { readOutlets, readPosts, readStaffingRules, readWindows } from "./seedFile.js";

interface Broken {
  readonly ruleId: string;
  readonly subjectId: string;
  readonly actual: number;
  /** Posts whose holder is gone. */
  readonly leaving: readonly string[];
}
const broken: Broken[] = JSON.parse(
  readFileSync(new URL("../seed/broken/oneViolationEach.json", import.meta.url), "utf8"),
);

const windows = readWindows("shanyang");
const posts = readPosts("shanyang");
const establishment = {
  outlets: readOutlets("shanyang"),
  windows,
  windowDepartments: windows.flatMap(({ id: windowId, departments }) =>
    Object.entries(departments).map(([departmentId, mode]) => ({ windowId, departmentId, mode })),
  ),
  posts,
};
const rules = readStaffingRules().filter(({ regionId }) => regionId === "shanyang");
const violations = (leaving: readonly string[]) =>
  staffingViolations(
    rules,
    {
      ...establishment,
      holdings: posts
        .filter(({ id }) => !leaving.includes(id))
        .map(({ id, holder, heldFrom }) => ({ postId: id, staffId: holder, from: heldFrom, until: null })),
    },
    "2026-03-02",
  ).map(({ rule, subjectId, actual }) => ({ ruleId: rule.ruleId, subjectId, actual }));

describe("the staffing of 山阳区", () => {
  it("breaks no rule as shipped (R133–R137)", () => {
    expect(violations([])).toEqual([]);
  });

  it.each(broken)("breaks $ruleId alone when its people leave", ({ leaving, ...violation }) => {
    expect(violations(leaving)).toEqual([violation]);
  });

  it("breaks each rule once in the broken fixture", () => {
    const all = violations(broken.flatMap(({ leaving }) => leaving));

    expect(all.map(({ ruleId }) => ruleId).sort()).toEqual(["R133", "R134", "R135", "R136", "R137"]);
  });
});
