import { describe, expect, it } from "vitest";
import { after, caseIn, hours, usual } from "../testing/aCase.js";
import type { Case, CaseStatus } from "./case.js";
import type { CaseCommand } from "./caseCommand.js";
import { decide } from "./decide.js";
import { nationalStatus } from "./nationalStatus.js";

const given = (change: object = {}) => ({ ...usual("revoke", hours(2)), ...change }) as CaseCommand;
const revoked = (current: Case, change: object = {}) => after(current, given(change));

describe("revoking what was granted (I-K13, 行政许可法 第六十九条)", () => {
  it.each<CaseStatus>(["GRANTED", "RESULT_MADE", "RESULT_ISSUED", "DELIVERED"])("is possible from %s", (status) => {
    const current = caseIn(status);

    const next = revoked(current);

    expect(next).toMatchObject({ status: "REVOKED", revocation: { ground: "NOT_QUALIFIED", heard: "STATEMENT" } });
    expect(next.closedAt).toBe(current.closedAt ?? hours(2).toISOString());
    expect(nationalStatus(next)).toBe(15);
  });

  it.each([
    ["who does not head the department", { heads: false }, "REVOCATION_NOT_YOURS"],
    ["a notice before the decision", { noticedAt: hours(-1) }, "HOLDER_NOT_NOTICED"],
    ["a notice that is still to come", { noticedAt: hours(3) }, "HOLDER_NOT_NOTICED"],
    ["no reason", { reason: " " }, "REASON_REQUIRED"],
    ["no document", { documentNo: "" }, "REASON_REQUIRED"],
  ])("is refused with %s", (_, change, code) => {
    expect(() => decide(caseIn("DELIVERED"), given(change))).toThrow(expect.objectContaining({ code }));
  });

  it("is refused for a denial, delivered or not, and a second time", () => {
    const denial = after(caseIn("DENIED"), usual("makeResult"), usual("issueResult"), usual("deliver"));

    expect(() => decide(denial, given())).toThrow(expect.objectContaining({ code: "NOTHING_TO_REVOKE" }));
    for (const current of [caseIn("DENIED"), revoked(caseIn("DELIVERED"))]) {
      expect(() => decide(current, given())).toThrow(expect.objectContaining({ code: "CASE_TRANSITION_NOT_ALLOWED" }));
    }
  });
});
