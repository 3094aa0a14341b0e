import { anonymous, type Caller, serviceCaller } from "@yimen/kernel/caller";
import { describe, expect, it } from "vitest";
import { applicant, approver, officer, stranger } from "../testing/facts.js";
import { requireDepartmentStaff, requireOutletStaff, requireService, rowScope, visibility } from "./authority.js";
import { confidentialities } from "./case.js";

const keyed = { regionId: "taoshan", outletId: "taoshan-hall", departmentId: "taoshan-civil-affairs" };
const partner: Caller = {
  kind: "PARTNER",
  subject: "bank",
  scopes: [],
  claims: { partnerId: "bank", outletId: "taoshan-hall" },
};
const overseer = (role: string, claims: Record<string, string> = { regionIds: "taoshan" }): Caller => ({
  ...stranger,
  claims: { staffId: "s", role, ...claims },
});

/** A back office whose desks stand in the hall. */
const atTheHall = (departmentId: string): Caller => ({
  ...approver,
  claims: { ...approver.claims, outletId: keyed.outletId, departmentId },
});

describe("who sees a case (R130)", () => {
  it.each<[string, Caller, string, string]>([
    ["anybody", anonymous, "PUBLIC", "NONE"],
    ["a partner, even of the same outlet", partner, "PUBLIC", "NONE"],
    ["staff of elsewhere", stranger, "PUBLIC", "NONE"],
    ["another applicant", { ...applicant, claims: { applicantId: "applicant-2" } }, "PUBLIC", "NONE"],
    ["its applicant", applicant, "FULL", "FULL"],
    ["its outlet", officer, "FULL", "FULL"],
    ["its department", approver, "FULL", "FULL"],
    ["its department, from the hall that took it", atTheHall("taoshan-civil-affairs"), "FULL", "FULL"],
    ["another department in the hall that took it", atTheHall("taoshan-education"), "PUBLIC", "NONE"],
    ["a supervisor of the region", overseer("SUPERVISOR"), "FULL", "FULL"],
    ["a coordinator of the region", overseer("COORDINATOR"), "FULL", "FULL"],
    ["a supervisor of several", overseer("SUPERVISOR", { regionIds: "shanyang taoshan" }), "FULL", "FULL"],
    [
      "a supervisor of the outlet's region",
      overseer("SUPERVISOR", { overseenOutletIds: "a taoshan-hall" }),
      "FULL",
      "FULL",
    ],
    ["a supervisor of the neighbouring region", overseer("SUPERVISOR", { regionIds: "shanyang" }), "PUBLIC", "NONE"],
    ["a supervisor of no region", overseer("SUPERVISOR", {}), "PUBLIC", "NONE"],
    ["an officer who claims a region", overseer("WINDOW_OFFICER"), "PUBLIC", "NONE"],
    ["a partner who claims one", { ...partner, claims: overseer("SUPERVISOR").claims }, "PUBLIC", "NONE"],
    ["a sibling", serviceCaller("evaluation"), "FULL", "FULL"],
  ])("%s", (_, caller, open, confidential) => {
    for (const confidentiality of confidentialities) {
      expect(visibility(caller, { ...keyed, confidentiality }, "applicant-1")).toBe(
        confidentiality === "NONE" ? open : confidential,
      );
    }
  });

  it("is nobody's for want of an applicant or a claim", () => {
    expect(visibility({ ...applicant, claims: {} }, { ...keyed, confidentiality: "NONE" }, null)).toBe("PUBLIC");
    expect(
      visibility({ ...officer, claims: { staffId: "s" } }, { ...keyed, confidentiality: "STATE_SECRET" }, null),
    ).toBe("NONE");
  });
});

describe("an agent's outlet (R112)", () => {
  it("keeps sight of what it handed in elsewhere for somebody", () => {
    const ofAgent = { ...keyed, confidentiality: "PERSONAL_PRIVACY" as const, agentOutletId: "shanyang-centre" };

    expect(visibility(stranger, ofAgent, null)).toBe("FULL");
    expect(visibility(stranger, { ...ofAgent, agentOutletId: "elsewhere" }, null)).toBe("NONE");
    expect(visibility({ ...stranger, claims: { staffId: "s" } }, ofAgent, null)).toBe("NONE");
  });
});

describe("a list's rows (R130)", () => {
  it("are those that the visibility of single cases lets the caller see", () => {
    expect(rowScope(officer)).toEqual({ outletId: "taoshan-hall" });
    expect(rowScope(atTheHall("taoshan-education"))).toEqual({ departmentId: "taoshan-education" });
    expect(rowScope(overseer("SUPERVISOR", { regionIds: "a b", outletId: "o", overseenOutletIds: "p q" }))).toEqual({
      regionIds: ["a", "b"],
      outletIds: ["p", "q", "o"],
    });
    expect(rowScope(serviceCaller("evaluation"))).toBe("ALL");
    expect(rowScope(partner)).toBe("PUBLIC");
  });
});

describe("who may act on a case", () => {
  const refusal = (code: string) => expect.objectContaining({ code });

  it("is staff of the outlet at the window", () => {
    expect(requireOutletStaff(officer, keyed)).toBe("officer");
    expect(() => requireOutletStaff(stranger, keyed)).toThrow(refusal("NOT_YOUR_CASE"));
    expect(() => requireOutletStaff(approver, keyed)).toThrow(refusal("NOT_YOUR_CASE"));
    for (const caller of [anonymous, applicant, partner])
      expect(() => requireOutletStaff(caller, keyed)).toThrow(refusal("STAFF_ONLY"));
  });

  it("is an approver of the department behind it (R055, R079)", () => {
    expect(requireDepartmentStaff(approver, keyed)).toBe("approver");
    for (const role of ["WINDOW_OFFICER", "CHIEF_REPRESENTATIVE", "SUPERVISOR"]) {
      const other = { ...approver, claims: { ...approver.claims, role } };
      expect(() => requireDepartmentStaff(other, keyed)).toThrow(refusal("NOT_YOUR_CASE"));
    }
    expect(() => requireDepartmentStaff(approver, { departmentId: "taoshan-water" })).toThrow(refusal("NOT_YOUR_CASE"));
  });

  it("is a sibling for what siblings ask", () => {
    expect(() => requireService(serviceCaller("evaluation"))).not.toThrow();
    expect(() => requireService(officer)).toThrow(refusal("SERVICE_ONLY"));
  });
});
