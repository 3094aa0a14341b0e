import { anonymous, type Caller } from "@yimen/kernel/caller";
import { describe, expect, it } from "vitest";
import { evaluator, mayDo, NotYourWork, workerFor } from "./authority.js";
import { StaffMayNotEvaluate } from "./evaluationRefusals.js";

const staff = (role: string, outletId = "taoshan-hall"): Caller => ({
  kind: "STAFF",
  subject: "s",
  scopes: [],
  claims: { staffId: "s", role, outletId },
});
const overseer = (overseenOutletIds: string): Caller => {
  const supervisor = staff("SUPERVISOR", "an office");
  return { ...supervisor, claims: { ...supervisor.claims, overseenOutletIds } };
};
const applicant: Caller = { kind: "APPLICANT", subject: "a", scopes: [], claims: { applicantId: "applicant-1" } };

describe("work on a bad review", () => {
  it.each([
    ["an officer of the outlet", staff("WINDOW_OFFICER"), true],
    ["an agent who assists there (R180)", staff("STREET_AGENT"), true],
    ["an officer of another outlet", staff("WINDOW_OFFICER", "shanyang-centre"), false],
    ["the director of another outlet", staff("CENTRE_DIRECTOR", "shanyang-centre"), false],
    ["a supervisor of the region", overseer("taoshan-street-1 taoshan-hall"), true],
    ["a supervisor of another region", overseer("shanyang-centre"), false],
    ["a supervisor elsewhere", staff("SUPERVISOR", "shanyang-centre"), false],
    ["an officer who claims to oversee it", { ...overseer("taoshan-hall"), kind: "PARTNER" as const }, false],
    ["an approver", staff("APPROVER"), false],
    ["an applicant who claims a role", { ...applicant, claims: { ...staff("SUPERVISOR").claims } }, false],
    ["anybody", anonymous, false],
  ])("is open to %s: %#", (_, caller, allowed) => {
    expect(mayDo("followUp", caller, "taoshan-hall")).toBe(allowed);
  });

  it("is checked by those above the window", () => {
    expect(() => workerFor("check", staff("WINDOW_OFFICER"), "taoshan-hall")).toThrow(NotYourWork);
    expect(workerFor("check", staff("CENTRE_DIRECTOR"), "taoshan-hall")).toBe("s");
  });
});

describe("evaluating (R179)", () => {
  it("is for applicants, known or holding the visit's token", () => {
    expect(evaluator(applicant)).toBe("applicant-1");
    expect(evaluator(anonymous)).toBeNull();
  });

  it.each(["STAFF", "PARTNER", "SERVICE"] as const)("is refused to a %s, whatever token it holds", (kind) => {
    expect(() => evaluator({ ...applicant, kind })).toThrow(StaffMayNotEvaluate);
  });
});
