import { describe, expect, it } from "vitest";
import { aCaller } from "./fixtures/callers.js";
import { readPolicies } from "./policies.js";

const policies = readPolicies(`{
  "staff": { "kind": ["STAFF"] },
  "audit": { "kind": ["STAFF"], "claims": { "role": ["SUPERVISOR", "COORDINATOR"] } },
  "pay": { "scopes": ["salary:read", "payroll"] }
}`);

describe("a policy", () => {
  it.each([
    ["staff", aCaller("STAFF"), true],
    ["staff", aCaller("PARTNER"), false],
    ["staff", aCaller("ANONYMOUS"), false],
    ["audit", aCaller("STAFF", { claims: { role: "SUPERVISOR" } }), true],
    ["audit", aCaller("STAFF", { claims: { role: "APPROVER" } }), false],
    ["audit", aCaller("STAFF"), false],
    ["audit", aCaller("APPLICANT", { claims: { role: "SUPERVISOR" } }), false],
    ["pay", aCaller("STAFF", { scopes: ["payroll", "salary:read"] }), true],
    ["pay", aCaller("STAFF", { scopes: ["payroll"] }), false],
    ["unheard of", aCaller("STAFF"), false],
    ["toString", aCaller("STAFF"), false],
  ])("%s holds for a caller who meets all of it (%#)", (policy, caller, holds) => {
    expect(policies.holds(policy, caller)).toBe(holds);
  });

  it.each([
    ['{"a": {}}', '"a": says nothing'],
    ['{"a": {"kind": "STAFF"}}', "kind must list"],
    ['{"a": {"kind": ["BOSS"]}}', "kind must list"],
    ['{"a": {"role": ["x"]}}', '"role" is not known'],
    ['{"a": {"claims": {"role": "x"}}}', "claims must give"],
    ["[]", "by name"],
  ])("is refused as %s", (text, problem) => {
    expect(() => readPolicies(text)).toThrow(problem);
  });
});
