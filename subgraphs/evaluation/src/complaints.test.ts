import { anonymous } from "@yimen/kernel/caller";
import { stableJson } from "@yimen/kernel/idempotency";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "./store/db.js";
import { findHistories } from "./store/evaluationLog.js";
import { applicant, director, officer, otherApplicant, stranger, supervisor } from "./testing/people.js";
import { codeOf, startTestEvaluation, type TestEvaluation } from "./testing/startTestEvaluation.js";

let evaluation: TestEvaluation;
beforeAll(async () => {
  evaluation = await startTestEvaluation();
});
afterAll(() => evaluation[Symbol.asyncDispose]());

const aComplaint = { category: "INTEGRITY", outletId: "taoshan-hall", text: "要求到指定复印店复印" };

describe("a complaint (R191)", () => {
  it("is accepted, investigated and answered, and the complainant reads the result", async () => {
    const filed = await evaluation.act<{ id: string }>(
      applicant,
      "fileComplaint",
      aComplaint,
      "id status dueOn realName",
    );
    const complaintId = filed.data.id;
    for (const [mutation, input] of [
      ["acceptComplaint", {}],
      ["investigateComplaint", { findings: "调阅监控,属实", substantiated: true }],
      ["answerComplaint", { answer: "已批评教育并退还费用" }],
    ] as const) {
      expect([mutation, codeOf(await evaluation.act(director, mutation, { complaintId, ...input }))]).toEqual([
        mutation,
        null,
      ]);
    }

    const query = `query ($id: ID!) { complaint(id: $id) { status substantiated answer overdue } }`;
    const read = await evaluation.ask(applicant, query, { id: complaintId });

    expect(filed.data).toMatchObject({ status: "FILED", dueOn: "2026-03-23", realName: true });
    expect(read.data).toEqual({
      complaint: { status: "ANSWERED", substantiated: true, answer: "已批评教育并退还费用", overdue: false },
    });
  });

  it("may be filed without a name, and not by staff", async () => {
    const filed = await evaluation.act(anonymous, "fileComplaint", { ...aComplaint, kind: "REPORT" }, "kind realName");

    expect(filed.data).toEqual({ kind: "REPORT", realName: false });
    expect(codeOf(await evaluation.act(officer, "fileComplaint", aComplaint))).toBe("ONLY_THE_PUBLIC_COMPLAINS");
  });

  it("is seen by its complainant and by those who handle it", async () => {
    const { data } = await evaluation.act<{ id: string }>(applicant, "fileComplaint", aComplaint);
    const query = `query ($id: ID!) { complaint(id: $id) { text } }`;
    const see = async (caller: typeof officer) =>
      (await evaluation.ask<{ complaint: object | null }>(caller, query, { id: data.id })).data.complaint !== null;

    const seen = await Promise.all(
      [applicant, director, supervisor, officer, stranger, otherApplicant, anonymous].map(see),
    );

    expect(seen).toEqual([true, true, true, false, false, false, false]);
  });

  it("is not closed before it was investigated (R187)", async () => {
    const { data } = await evaluation.act<{ id: string }>(applicant, "fileComplaint", aComplaint);

    const answer = await evaluation.act(director, "answerComplaint", { complaintId: data.id, answer: "已处理" });

    expect(answer.errors?.[0]?.extensions).toMatchObject({
      code: "COMPLAINT_STEP_NOT_ALLOWED",
      status: "FILED",
      rule: { id: "R191" },
    });
  });

  it("keeps who filed it out of the complaint and of the log", async () => {
    const named = { ...applicant, claims: { applicantId: "named-complainant" } };
    const { data } = await evaluation.act<{ id: string }>(named, "fileComplaint", aComplaint);
    const db = connect(evaluation.databaseUrl);

    const written = [
      await db.complaint.findUnique({ where: { id: data.id } }),
      (await findHistories(db, [data.id])).map(({ type, by, data: event }) => ({ type, by, event })),
    ];
    await db.$disconnect();

    expect(stableJson(written)).toContain("ComplaintFiled");
    expect(stableJson(written)).not.toContain("named-complainant");
  });
});

describe("an inspection (R192, R194)", () => {
  it("puts the outlet on notice of each finding until it is resolved", async () => {
    const opened = await evaluation.act<{ id: string }>(supervisor, "openInspection", {
      outletId: "taoshan-hall",
      mode: "UNDERCOVER",
      source: "ENVIRONMENT_SUPERVISOR",
    });
    const inspectionId = opened.data.id;
    const finding = { inspectionId, kind: "SERVICE_INADEQUATE", text: "代办员不在岗" };
    const unresolved = `{ inspections(outletId: "taoshan-hall", unresolved: true) { findings { no dueOn resolution } } }`;

    const byDirector = await evaluation.act(director, "recordFinding", finding);
    await evaluation.act(supervisor, "recordFinding", finding);
    const noticed = await evaluation.ask(officer, unresolved);
    await evaluation.act(director, "resolveFinding", { inspectionId, no: 1, resolution: "已补派代办员" });
    const remedied = await evaluation.ask(officer, unresolved);

    expect(codeOf(byDirector)).toBe("NOT_YOUR_WORK");
    expect(noticed.data).toEqual({ inspections: [{ findings: [{ no: 1, dueOn: "2026-03-09", resolution: null }] }] });
    expect(remedied.data).toEqual({ inspections: [] });
  });

  it("ticks the list of service norms; what is not kept is a finding (R176, R177)", async () => {
    const { data } = await evaluation.act<{ id: string }>(supervisor, "openInspection", {
      outletId: "taoshan-hall",
      mode: "OPEN",
      source: "COORDINATION_OFFICE",
    });
    const input = {
      inspectionId: data.id,
      checks: [
        { norm: "MANDARIN", kept: true },
        { norm: "ATTITUDE", kept: false, note: "答复生硬" },
      ],
    };
    const fields = "normScore checks { norm kept } findings { no kind text }";

    const byDirector = await evaluation.act(director, "checkNorms", input, fields);
    const checked = await evaluation.act(supervisor, "checkNorms", input, fields);
    const again = await evaluation.act(supervisor, "checkNorms", input, fields);

    expect(checked.data).toEqual({
      normScore: 0.5,
      checks: [
        { norm: "MANDARIN", kept: true },
        { norm: "ATTITUDE", kept: false },
      ],
      findings: [{ no: 1, kind: "NORM_NOT_KEPT", text: "接待服务对象应主动、礼貌、耐心、热情:答复生硬" }],
    });
    expect([byDirector, again].map(codeOf)).toEqual(["NOT_YOUR_WORK", "NORM_CHECKED_TWICE"]);
  });
});
