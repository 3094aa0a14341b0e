import { describe, expect, it } from "vitest";
import { day } from "./badReview.example.js";
import { decideInspection, evolveInspection, type Inspection, type InspectionId } from "./inspection.js";
import { FindingAlreadyResolved, FindingNotFound } from "./inspectionRefusals.js";

const by = "taoshan-supervisor";
const opened: Inspection = evolveInspection(null, {
  type: "InspectionOpened",
  id: "inspection-1" as InspectionId,
  outletId: "taoshan-hall",
  mode: "UNDERCOVER",
  source: "ENVIRONMENT_SUPERVISOR",
  openedOn: day("2026-03-02"),
  openedBy: by,
});
const record = {
  type: "recordFinding",
  on: day("2026-03-03"),
  by,
  kind: "SERVICE_INADEQUATE",
  text: "代办员不在岗",
  dueOn: day("2026-03-10"),
} as const;
const resolve = { type: "resolveFinding", on: day("2026-03-09"), by, no: 1, resolution: "已补派" } as const;
const noticed = evolveInspection(opened, decideInspection(opened, record));

describe("a finding of an inspection (R192)", () => {
  it("puts the outlet on notice, numbered within its inspection", () => {
    const second = evolveInspection(noticed, decideInspection(noticed, record));

    expect(noticed.findings).toMatchObject([{ no: 1, noticedOn: "2026-03-03", dueOn: "2026-03-10", resolvedOn: null }]);
    expect(second.findings.map(({ no }) => no)).toEqual([1, 2]);
  });

  it("stays open until it is resolved, once", () => {
    const resolved = evolveInspection(noticed, decideInspection(noticed, resolve));

    expect(resolved.findings).toMatchObject([{ no: 1, resolution: "已补派", resolvedOn: "2026-03-09" }]);
    expect(() => decideInspection(resolved, resolve)).toThrow(FindingAlreadyResolved);
  });

  it("must be there to be resolved", () => {
    expect(() => decideInspection(opened, resolve)).toThrow(FindingNotFound);
  });
});
