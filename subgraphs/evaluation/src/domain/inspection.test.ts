import { describe, expect, it } from "vitest";
import { day } from "./badReview.example.js";
import { decideInspection, evolveInspection, type Inspection, type InspectionId } from "./inspection.js";
import { FindingAlreadyResolved, FindingNotFound, NormCheckedTwice } from "./inspectionRefusals.js";
import { TextMissing } from "./requireText.js";
import { type NormCheck, normScore } from "./serviceNorm.js";

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

describe("the list of service norms (R148, R176, R177)", () => {
  const dueOn = day("2026-03-10");
  const check = (current: Inspection, ...checks: NormCheck[]) =>
    evolveInspection(
      current,
      decideInspection(current, { type: "checkNorms", on: day("2026-03-03"), by, checks, dueOn }),
    );
  const kept: NormCheck = { norm: "DRESS", kept: true, note: "" };
  const broken: NormCheck = { norm: "INTEGRITY", kept: false, note: "要求到指定店复印" };

  it("makes a finding of each norm that is not kept, and of no other", () => {
    const checked = check(noticed, kept, broken, { norm: "FOUR_ZERO_PROMISE", kept: false, note: "二次跑腿" });

    expect(checked.findings.slice(1)).toMatchObject([
      { no: 2, kind: "NORM_NOT_KEPT", dueOn, resolvedOn: null },
      { no: 3, kind: "PROMISE_BROKEN", dueOn, resolvedOn: null },
    ]);
    expect(checked.findings[1]?.text).toBe("要廉洁自律,不得吃、拿、卡、要,为难服务对象:要求到指定店复印");
    expect(normScore(checked.checks ?? [])).toBe(1 / 3);
    expect(normScore([])).toBeNull();
  });

  it("is ticked once for each norm, with words where it was not kept", () => {
    expect(() => check(check(opened, kept), kept)).toThrow(NormCheckedTwice);
    expect(() => check(opened)).toThrow(NormCheckedTwice);
    expect(() => check(opened, { ...broken, note: " " })).toThrow(TextMissing);
  });
});
