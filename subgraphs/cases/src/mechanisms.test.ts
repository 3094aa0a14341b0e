import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ApprovalMechanism } from "./domain/mechanism.js";
import { answered, opened, type TestCases } from "./testing/aStoredCase.js";
import { approver, officer } from "./testing/facts.js";
import { startTestCases } from "./testing/startTestCases.js";

let cases: TestCases;
beforeAll(async () => {
  cases = await startTestCases();
});
beforeEach(() => by("ORDINARY"));
afterAll(() => cases[Symbol.asyncDispose]());

const by = (mechanism: ApprovalMechanism) => {
  cases.world.matter = { ...cases.world.matter, mechanism };
};
const FIELDS = "status mechanism acceptance { onCommitment } preReview { passed opinion by { officer { id } } }";
const act = async (caller: typeof officer, mutation: string, input: Record<string, unknown>) =>
  answered(await cases.act<Record<string, unknown>>(caller, mutation, input, FIELDS));

describe("the catalogue's mechanism of a matter, pinned when a case is collected (R042)", () => {
  it("has a case on an applicant's commitment decided as soon as it is accepted", async () => {
    by("INFORMED_COMMITMENT");
    const { id: caseId } = (await opened(cases)).case;
    by("ORDINARY");

    const accepted = await act(officer, "acceptCase", { caseId, committed: true });
    expect(accepted).toMatchObject({ mechanism: "INFORMED_COMMITMENT", acceptance: { onCommitment: true } });
    expect(await act(approver, "decideCase", { caseId, granted: true })).toMatchObject({ status: "GRANTED" });
  });

  it("has a case pre-reviewed by the department before the window accepts it", async () => {
    by("DEFERRAL_PREREVIEW");
    const { id: caseId } = (await opened(cases)).case;
    const review = { caseId, passed: true, opinion: "主要材料符合条件" };

    expect((await cases.act(officer, "preReviewCase", review)).errors?.[0]?.extensions.code).toBe("NOT_YOUR_CASE");
    expect(await act(approver, "preReviewCase", review)).toEqual({
      status: "COLLECTED",
      mechanism: "DEFERRAL_PREREVIEW",
      acceptance: null,
      preReview: { passed: true, opinion: "主要材料符合条件", by: { officer: { id: "approver" } } },
    });
    await act(officer, "acceptCase", { caseId, committed: true });
    expect(await act(approver, "decideCase", { caseId, granted: true })).toMatchObject({ status: "GRANTED" });
  });

  it("has its delivery mode recorded beside it (R050)", async () => {
    const { id: caseId } = (await opened(cases)).case;
    const answer = await cases.act<object>(
      officer,
      "acceptCase",
      { caseId, committed: true },
      "mechanism deliveryMode",
    );

    expect(answered(answer)).toEqual({ mechanism: "ORDINARY", deliveryMode: "ENTRUSTED_COLLECTION" });
  });

  it("has a filing recorded, and never denied", async () => {
    by("RECORD_FILING");
    const { id: caseId } = (await opened(cases)).case;
    await act(officer, "acceptCase", { caseId, committed: true });

    const denied = await cases.act(approver, "decideCase", { caseId, granted: false, reason: "示例" });
    expect(denied.errors?.[0]?.extensions).toMatchObject({ code: "FILING_IS_ONLY_RECORDED", rule: { id: "R042" } });
    expect(await act(approver, "decideCase", { caseId, granted: true })).toMatchObject({ status: "GRANTED" });
  });
});
