import { describe, expect, it } from "vitest";
import { after, collected, hours, usual } from "../testing/aCase.js";
import { always } from "../testing/caseHistories.js";
import type { CaseCommand, CaseCommandType } from "./caseCommand.js";
import { decide } from "./decide.js";
import { type ApprovalMechanism, approvalMechanisms, mechanismOf, needsNoReview } from "./mechanism.js";
import { allowedFrom } from "./transitions.js";

const everything = ["m1", "m2", "m3"];
const caseOf = (mechanism: ApprovalMechanism) => collected({ mechanism, present: everything });
const accepted = (mechanism: ApprovalMechanism, accept: object = {}) =>
  after(caseOf(mechanism), { ...usual("accept"), ...accept } as CaseCommand);
const refusal = (code: string) =>
  expect.objectContaining({ code, rule: expect.objectContaining({ id: "R042" }) as unknown });
const notYet = expect.objectContaining({ code: "CASE_TRANSITION_NOT_ALLOWED" });

describe("an approval mechanism drives the path of a case (R042)", () => {
  it("is the ordinary one for a case that was opened before it was asked", () => {
    const { mechanism: _, ...guide } = collected().guide;

    expect(mechanismOf({ guide })).toBe("ORDINARY");
  });

  it("ordinarily has the department pick the case up before it decides", () => {
    expect(() => decide(accepted("ORDINARY"), usual("decide"))).toThrow(notYet);
  });

  it("decides at once on the applicant's written commitment, and reviews without one", () => {
    expect(decide(accepted("INFORMED_COMMITMENT"), usual("decide"))).toMatchObject({ outcome: "GRANTED" });
    expect(() => decide(accepted("INFORMED_COMMITMENT", { committed: false }), usual("decide"))).toThrow(notYet);
  });

  it("takes no commitment of whom their credit bars: such a case is reviewed", () => {
    const barred = accepted("INFORMED_COMMITMENT", { barred: true });

    expect(barred.acceptance?.onCommitment).toBeUndefined();
    expect(() => decide(barred, usual("decide"))).toThrow(notYet);
  });

  it("reviews before acceptance what may be incomplete, and decides once the rest is there", () => {
    const preReviewed = after(collected({ mechanism: "DEFERRAL_PREREVIEW" }), usual("preReview"));
    expect(preReviewed).toMatchObject({ status: "COLLECTED", preReview: { passed: true } });

    const complete = after(preReviewed, usual("receiveMaterials"), usual("accept", hours(2)));
    expect(decide(complete, usual("decide", hours(3)))).toMatchObject({ outcome: "GRANTED" });
  });

  it("reviews again what did not pass its pre-review", () => {
    const failed = after(caseOf("DEFERRAL_PREREVIEW"), { ...usual("preReview"), passed: false } as CaseCommand);

    expect(() => decide(after(failed, usual("accept")), usual("decide"))).toThrow(notYet);
  });

  it("says what a pre-review came to (R093)", () => {
    const silent = { ...usual("preReview"), opinion: " " } as CaseCommand;

    expect(() => decide(caseOf("DEFERRAL_PREREVIEW"), silent)).toThrow(
      expect.objectContaining({ code: "REASON_REQUIRED" }),
    );
  });

  it.each(approvalMechanisms.filter((one) => one !== "DEFERRAL_PREREVIEW"))("has no pre-review by %s", (mechanism) => {
    expect(() => decide(caseOf(mechanism), usual("preReview"))).toThrow(refusal("PREREVIEW_NOT_OFFERED"));
  });

  it("records a complete filing without a review", () => {
    expect(decide(accepted("RECORD_FILING"), usual("decide"))).toMatchObject({ outcome: "GRANTED" });
  });

  it.each<[string, CaseCommandType, object]>([
    ["denied", "decide", { granted: false }],
    ["put through a special procedure", "startSpecialProcedure", {}],
    ["prolonged", "extend", {}],
    ["reported", "reportUp", {}],
  ])("has no filing %s", (_, type, change) => {
    const reviewed = after(accepted("RECORD_FILING"), usual("pickUp"));

    expect(() => decide(reviewed, { ...usual(type), ...change } as CaseCommand)).toThrow(
      refusal("FILING_IS_ONLY_RECORDED"),
    );
  });

  it("lets a case be decided unreviewed only where its mechanism says so, whatever is done to it", () => {
    always(({ states, events }) => {
      const index = events.findIndex(({ type }) => type === "CaseDecided");
      const before = states[index - 1];
      if (!before) return;
      if (!(allowedFrom.decide as readonly string[]).includes(before.status)) {
        expect([before.status, needsNoReview(before)]).toEqual(["ACCEPTED", true]);
      }
      if (mechanismOf(before) === "RECORD_FILING") expect(states[index]?.decision?.outcome).not.toBe("DENIED");
    });
  });
});
