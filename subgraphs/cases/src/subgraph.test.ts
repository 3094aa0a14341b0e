import { anonymous } from "@yimen/kernel/caller";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applicant, approver, officer } from "./testing/facts.js";
import { startTestCases } from "./testing/startTestCases.js";

let cases: Awaited<ReturnType<typeof startTestCases>>;
beforeAll(async () => {
  cases = await startTestCases();
});
afterAll(() => cases[Symbol.asyncDispose]());

interface Opened {
  readonly case: { readonly id: string; readonly caseNo: string; readonly version: number };
  readonly receipt: { readonly secret: string };
}

const application = {
  windowId: "taoshan-w2",
  matterId: "taoshan-social-organisation-registration",
  applicant: { applicantId: "applicant-1", kind: "ORGANISATION", name: "示例社会团体" },
  presentRequirementIds: ["m1", "m2"],
};

describe("a case, from receipt to delivery (R079, R081)", () => {
  it("goes from the window to the department and back", async () => {
    const opened = await cases.act<Opened>(
      officer,
      "openCase",
      application,
      "case { id caseNo version } receipt { secret }",
    );
    expect(opened.errors).toBeUndefined();
    const { id: caseId, caseNo } = opened.data.case;

    const accepted = await cases.act<object>(
      officer,
      "acceptCase",
      { caseId, committed: true },
      "status dueOn deferral { dueOn }",
    );
    expect(accepted).toEqual({ data: { status: "ACCEPTED", dueOn: "2026-03-09", deferral: { dueOn: "2026-03-05" } } });

    for (const [caller, mutation, input, status] of [
      [approver, "pickUpCase", {}, "UNDER_REVIEW"],
      [approver, "requestCorrection", { requirementIds: ["m2"], reason: "章程缺少会费条款" }, "AWAITING_CORRECTION"],
      [officer, "receiveCorrection", {}, "UNDER_REVIEW"],
      [officer, "receiveMaterials", { requirementIds: ["m3"] }, "UNDER_REVIEW"],
      [approver, "decideCase", { granted: true }, "GRANTED"],
      [approver, "makeResult", { documentNo: "示例-2026-001" }, "RESULT_MADE"],
      [approver, "issueResult", {}, "RESULT_ISSUED"],
      [officer, "deliverResult", {}, "DELIVERED"],
    ] as const) {
      const answer = await cases.act<object>(caller, mutation, { caseId, ...input }, "status");
      expect([mutation, answer]).toEqual([mutation, { data: { status } }]);
    }

    const progress = await cases.ask<{ caseProgress: object }>(
      anonymous,
      `query ($caseNo: String!, $secret: String!) { caseProgress(caseNo: $caseNo, secret: $secret) { status steps { status } } }`,
      { caseNo, secret: opened.data.receipt.secret },
    );
    expect(progress.data.caseProgress).toMatchObject({ status: "DELIVERED" });

    const whole = await cases.ask<{ case: { log: { type: string; by: object }[] } }>(
      applicant,
      `query ($id: ID!) { case(id: $id) { applicant { name } clock { state explain { day reason note } } log { type hash by { officer { id } } } } }`,
      { id: caseId },
    );
    expect(whole.errors).toBeUndefined();
    expect(whole.data.case.log.map(({ type }) => type)).toEqual([
      "CaseOpened",
      "CaseAccepted",
      "CasePickedUp",
      "CorrectionRequested",
      "CorrectionReceived",
      "MaterialsReceived",
      "CaseDecided",
      "ResultMade",
      "ResultIssued",
      "CaseDelivered",
    ]);
    expect(cases.world.errors).toEqual([]);
  });
});
