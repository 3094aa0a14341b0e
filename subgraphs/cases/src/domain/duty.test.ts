import { describe, expect, it } from "vitest";
import { officerDuty, socialOrganisation } from "../testing/facts.js";
import { type DutyFacts, type MatterFacts, requireMayAccept } from "./duty.js";

const mayAccept = (duty: Partial<DutyFacts> = {}, matter: Partial<MatterFacts> = {}, outletId = "taoshan-hall") =>
  requireMayAccept({ ...officerDuty, ...duty }, { ...socialOrganisation, ...matter }, outletId);

const ofCivilAffairs = { homeDepartmentId: "taoshan-civil-affairs", certificates: [] };
const stationed = { presenceMode: "STATIONED", entrustmentEffective: false } as const;

describe("accepting at a window", () => {
  it("relies on the department's certificate (R147)", () => {
    expect(mayAccept()).toBe("certificate-1");
  });

  it("needs none of the department's own staff where it is stationed (R054)", () => {
    expect(mayAccept(ofCivilAffairs, stationed)).toBeNull();
    expect(mayAccept({ ...ofCivilAffairs, windowKind: "DEPARTMENT" }, stationed)).toBeNull();
  });

  it("stays with the department until the entrustment is in force (R057)", () => {
    expect(mayAccept(ofCivilAffairs, { entrustmentEffective: false })).toBeNull();
  });

  it.each<[string, string, string, Partial<DutyFacts>, Partial<MatterFacts>?, string?]>([
    [
      "by the department that entrusted it",
      "R057",
      "ACCEPTANCE_IS_EXCLUSIVE",
      { homeDepartmentId: "taoshan-civil-affairs" },
    ],
    [
      "by that department even with a certificate and an outlet of its own",
      "R057",
      "ACCEPTANCE_IS_EXCLUSIVE",
      { homeDepartmentId: "taoshan-civil-affairs" },
      {},
      "elsewhere",
    ],
    [
      "at another than a comprehensive window once entrusted (R056)",
      "R057",
      "ACCEPTANCE_IS_EXCLUSIVE",
      { windowKind: "DEPARTMENT" },
    ],
    ["outside the officer's own hall", "R045", "NOT_YOUR_OUTLET", {}, {}, "shanyang-centre"],
    [
      "at a window that does not serve the entrusting department",
      "R055",
      "WINDOW_DOES_NOT_TAKE_MATTER",
      { windowDepartmentIds: ["taoshan-water"] },
    ],
    [
      "at a window where the stationed department does not sit",
      "R054",
      "WINDOW_DOES_NOT_TAKE_MATTER",
      { windowDepartmentIds: [] },
      stationed,
    ],
    ["before signing in", "R151", "NOT_ON_DUTY", { present: false }],
    ["without a post at the window", "R151", "NOT_ON_DUTY", { postId: null }],
    ["without the department's certificate", "R147", "NOT_CERTIFIED", { certificates: [] }],
    [
      "with another department's certificate",
      "R147",
      "NOT_CERTIFIED",
      { certificates: [{ id: "c", departmentId: "taoshan-water" }] },
    ],
    [
      "with another department's certificate as its own staff",
      "R147",
      "NOT_CERTIFIED",
      { homeDepartmentId: "taoshan-water", certificates: [] },
    ],
  ])("is refused %s (%s)", (_, rule, code, duty, matter, outletId) => {
    expect(() => mayAccept(duty, matter, outletId)).toThrow(
      expect.objectContaining({ code, rule: expect.objectContaining({ id: rule }) }),
    );
  });

  it("is refused to a caller of no outlet (R045)", () => {
    expect(() => requireMayAccept(officerDuty, socialOrganisation, undefined)).toThrow(
      expect.objectContaining({ code: "NOT_YOUR_OUTLET" }),
    );
  });
});
