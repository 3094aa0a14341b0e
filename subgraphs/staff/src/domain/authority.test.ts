import type { Caller } from "@yimen/kernel/caller";
import { describe, expect, it } from "vitest";
import { requireDailyManager, requireOwningDepartment, requireOwnWorkplace, type Workplace } from "./authority.js";
import type { StaffMember } from "./staffMember.js";
import { asSeenBy } from "./visibility.js";

const staff = (staffId: string, role: string, given: Record<string, string> = {}): Caller => ({
  kind: "STAFF",
  subject: staffId,
  scopes: [],
  claims: { staffId, role, outletId: "hall", ...given },
});
const inFront: Workplace = { staffId: "a", outletIds: ["hall"], backOfficeOf: null, homeDepartmentId: null };
const inStreet: Workplace = { ...inFront, outletIds: ["street", "hall"] };
const behind: Workplace = { ...inFront, backOfficeOf: "civil-affairs", homeDepartmentId: "civil-affairs" };
const civil = { departmentId: "civil-affairs" };

describe("who approves leave (R164)", () => {
  it.each([
    ["the centre's director, in front", staff("d", "CENTRE_DIRECTOR"), inFront],
    ["the director of the centre above, at a street", staff("d", "CENTRE_DIRECTOR"), inStreet],
    ["the department's director, in its back office", staff("d", "DIRECTOR", civil), behind],
    ["the coordination office, for directors too", staff("d", "COORDINATOR"), behind],
  ])("is %s", (_, caller, workplace) => {
    expect(requireDailyManager(caller, workplace)).toBe("d");
  });

  it.each([
    ["oneself", staff("a", "CENTRE_DIRECTOR"), inFront],
    ["another outlet's director", staff("d", "CENTRE_DIRECTOR", { outletId: "street" }), inFront],
    ["a colleague", staff("b", "WINDOW_OFFICER"), inFront],
    ["the centre's director, in a back office", staff("d", "CENTRE_DIRECTOR"), behind],
    ["another department's director", staff("d", "DIRECTOR", { departmentId: "water" }), behind],
    ["an applicant with staff claims", { ...staff("d", "CENTRE_DIRECTOR"), kind: "APPLICANT" } as const, inFront],
  ])("is not %s", (_, caller, workplace) => {
    expect(() => requireDailyManager(caller, workplace)).toThrow(
      expect.objectContaining({ code: "NOT_DAILY_MANAGER" }),
    );
  });
});

describe("who certifies (R147)", () => {
  it.each(["DIRECTOR", "CHIEF_REPRESENTATIVE"])("is the owning department's %s", (role) => {
    expect(requireOwningDepartment(staff("d", role, civil), "civil-affairs")).toBe("d");
  });

  it.each([
    ["its approver", staff("d", "APPROVER", civil)],
    ["another department's director", staff("d", "DIRECTOR", { departmentId: "water" })],
    ["the centre's director", staff("d", "CENTRE_DIRECTOR")],
  ])("is not %s", (_, caller) => {
    expect(() => requireOwningDepartment(caller, "civil-affairs")).toThrow(
      expect.objectContaining({ code: "NOT_OWNING_DEPARTMENT" }),
    );
  });
});

describe("who signs in (R152)", () => {
  it("is somebody at the own outlet only", () => {
    expect(requireOwnWorkplace(staff("a", "WINDOW_OFFICER"), "hall")).toBe("a");
    expect(() => requireOwnWorkplace(staff("a", "WINDOW_OFFICER"), "street")).toThrow(
      expect.objectContaining({ code: "NOT_OWN_WORKPLACE" }),
    );
  });
});

describe("what is seen of a person (R119)", () => {
  const member: StaffMember = {
    id: "a",
    name: "测试",
    nameEn: "Test",
    employment: "PERMANENT",
    homeUnit: "示例",
    homeDepartmentId: null,
    mobile: "00000010003",
    idNumber: "999999198304040031",
    bornOn: "1983-04-04",
  };
  const anonymous: Caller = { kind: "ANONYMOUS", subject: null, scopes: [], claims: {} };

  it.each([
    ["anybody", anonymous],
    ["a colleague", staff("b", "WINDOW_OFFICER")],
    ["another outlet's director", staff("d", "CENTRE_DIRECTOR", { outletId: "street" })],
    ["a partner", { ...anonymous, kind: "PARTNER", claims: { outletId: "hall", role: "CENTRE_DIRECTOR" } } as Caller],
  ])("by %s is the public roster", (_, caller) => {
    expect(asSeenBy(member, caller, inFront)).toEqual({
      ...{ id: "a", name: "测试", nameEn: "Test", employment: null, homeUnit: null, homeDepartmentId: null },
      ...{ mobile: null, idNumber: null, bornOn: null, origin: null },
    });
  });

  it.each([
    ["oneself", staff("a", "WINDOW_OFFICER")],
    ["the centre's director", staff("d", "CENTRE_DIRECTOR")],
    ["supervision", staff("s", "SUPERVISOR")],
    ["a sibling service", { ...anonymous, kind: "SERVICE", subject: "cases" } as Caller],
  ])("by %s is everything", (_, caller) => {
    expect(asSeenBy(member, caller, inFront)).toEqual(member);
  });
});
