import type { PlainDate } from "@yimen/workdays/plainDate";
import { describe, expect, it } from "vitest";
import { activate, type Entrustment, EntrustmentTransitionNotAllowed, end, isEffective } from "./entrustment.js";

const day = (text: string) => text as PlainDate;
const today = day("2026-03-02");
const announced = (given: Partial<Entrustment> = {}): Entrustment => ({
  id: "e",
  regionId: "taoshan",
  departmentId: "taoshan-water",
  mode: "ENTRUSTED",
  status: "ANNOUNCED",
  announcedOn: day("2026-02-01"),
  announcement: "自2026年3月2日起由综合窗口2统一受理",
  checklist: ["申请书"],
  samples: ["申请书样表"],
  chiefRepresentativeId: "taoshan-staff-21",
  activatedOn: null,
  endedOn: null,
  version: 1,
  ...given,
});

describe("an entrustment", () => {
  it("takes effect when it is complete and announced (R057, R058)", () => {
    const active = activate(announced(), [], today);

    expect(active).toMatchObject({ status: "ACTIVE", activatedOn: today, version: 2 });
    expect(isEffective(active)).toBe(true);
    expect(isEffective(announced())).toBe(false);
  });

  it.each([
    ["the guide of a matter", announced(), ["m"], "GUIDE", "R058"],
    ["a checklist", announced({ checklist: [] }), [], "CHECKLIST", "R058"],
    ["samples", announced({ samples: [] }), [], "SAMPLES", "R058"],
    ["a chief representative", announced({ chiefRepresentativeId: null }), [], "CHIEF_REPRESENTATIVE", "R058"],
    ["an announcement", announced({ announcement: " " }), [], "ANNOUNCEMENT", "R057"],
    ["an announcement already made", announced({ announcedOn: day("2026-03-03") }), [], "ANNOUNCEMENT", "R057"],
  ] as const)("without %s does not take effect (I-C7)", (_, current, withoutGuide, part, rule) => {
    expect(() => activate(current, withoutGuide, today)).toThrow(
      expect.objectContaining({
        code: "ENTRUSTMENT_INCOMPLETE",
        details: expect.objectContaining({ missing: [part] }),
        rule: expect.objectContaining({ id: rule }),
      }),
    );
  });

  it("with the department's own people at the window needs no announcement (R054)", () => {
    expect(activate(announced({ mode: "STATIONED", announcement: "", checklist: [] }), [], today).status).toBe(
      "ACTIVE",
    );
  });

  it("is neither activated twice nor ended twice", () => {
    const ended = end(announced({ status: "ACTIVE" }), today);

    expect(() => activate(announced({ status: "ACTIVE" }), [], today)).toThrow(EntrustmentTransitionNotAllowed);
    expect(() => activate(ended, [], today)).toThrow(EntrustmentTransitionNotAllowed);
    expect(() => end(ended, today)).toThrow(EntrustmentTransitionNotAllowed);
  });
});
