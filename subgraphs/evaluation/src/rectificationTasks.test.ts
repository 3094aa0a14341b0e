import { randomUUID } from "node:crypto";
import type { Caller } from "@yimen/kernel/caller";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { escalateOverdue } from "./escalateOverdue.js";
import { connect } from "./store/db.js";
import { applicant, director, officer, stranger, supervisor } from "./testing/people.js";
import { codeOf, startTestEvaluation, type TestEvaluation } from "./testing/startTestEvaluation.js";

let evaluation: TestEvaluation;
beforeAll(async () => {
  evaluation = await startTestEvaluation();
});
afterAll(() => evaluation[Symbol.asyncDispose]());

const chief: Caller = {
  ...officer,
  subject: "taoshan-staff-22",
  claims: {
    staffId: "taoshan-staff-22",
    outletId: "taoshan-hall",
    role: "CHIEF_REPRESENTATIVE",
    departmentId: "taoshan-civil-affairs",
  },
};
const otherSupervisor: Caller = {
  ...supervisor,
  subject: "taoshan-staff-46",
  claims: { ...supervisor.claims, staffId: "taoshan-staff-46" },
};
const aTask = (given: object = {}) => ({
  source: "INSPECTION",
  sourceId: randomUUID(),
  outletId: "taoshan-hall",
  departmentId: "taoshan-civil-affairs",
  title: "代办员不在岗",
  demand: "补派代办员并公示",
  teamName: "帮办代办整改小组",
  leaderId: "taoshan-staff-22",
  ...given,
});
interface Task {
  readonly id: string;
  readonly version: number;
}
const order = (given: object = {}, caller = supervisor, fields = "id version dueOn") =>
  evaluation.act<Task>(caller, "openRectificationTask", aTask(given), fields);

describe("an ordered rectification", () => {
  it("is followed up, reported by its team, and verified by somebody else (R184, R190, R193)", async () => {
    const { data } = await order();
    const taskId = data.id;

    const followed = await evaluation.act(otherSupervisor, "followUpRectification", { taskId, note: "正在补派" });
    const byStranger = await evaluation.act(officer, "reportRectification", { taskId, report: "已补派" });
    const reported = await evaluation.act(chief, "reportRectification", { taskId, report: "已补派并公示" }, "status");
    const verified = await evaluation.act(
      supervisor,
      "verifyTask",
      { taskId },
      "status followUps { note } report teamName leader { id } department { id }",
    );

    expect(data).toMatchObject({ dueOn: "2026-03-09" });
    expect([followed, reported, verified].map(codeOf)).toEqual([null, null, null]);
    expect(codeOf(byStranger)).toBe("NOT_YOUR_RECTIFICATION");
    expect(verified.data).toEqual({
      status: "CLOSED",
      followUps: [{ note: "正在补派" }],
      report: "已补派并公示",
      teamName: "帮办代办整改小组",
      leader: { id: "taoshan-staff-22" },
      department: { id: "taoshan-civil-affairs" },
    });
  });

  it("is ordered by those who supervise, once for each source", async () => {
    const sourceId = randomUUID();

    const first = await order({ sourceId });
    const again = await order({ sourceId });

    expect(codeOf(first)).toBeNull();
    expect(again.errors?.[0]?.extensions).toMatchObject({
      code: "RECTIFICATION_ALREADY_ORDERED",
      taskId: first.data.id,
      rule: { id: "R184" },
    });
    expect(codeOf(await order({}, director))).toBe("NOT_YOUR_WORK");
    expect(codeOf(await order({ dueOn: "2026-03-01" }))).toBe("DUE_DAY_INVALID");
  });

  it("is seen by its owner and by those who supervise, and by nobody else on any path", async () => {
    const { data } = await order();
    const query = `query ($id: ID!) { rectificationTask(id: $id) { title } }`;
    const see = async (caller: Caller) =>
      (await evaluation.ask<{ rectificationTask: object | null }>(caller, query, { id: data.id })).data
        .rectificationTask !== null;

    const seen = await Promise.all([chief, director, supervisor, officer, stranger, applicant].map(see));
    const list = `{ rectificationTasks(departmentId: "taoshan-civil-affairs", status: OPEN) { nodes { id } } }`;
    const listed = await evaluation.ask<{ rectificationTasks: { nodes: Task[] } }>(chief, list);

    expect(seen).toEqual([true, true, true, false, false, false]);
    expect(listed.data.rectificationTasks.nodes.map(({ id }) => id)).toContain(data.id);
    expect(codeOf(await evaluation.ask(stranger, list))).toBe("NOT_YOUR_WORK");
  });

  it("is marked once when it is late, and a circular gives a new term (R195, R198)", async () => {
    const { data } = await order({ dueOn: "2026-03-02", summaryDueOn: "2026-03-03" });
    const db = connect(evaluation.databaseUrl);
    const clock = () => new Date("2026-03-04T01:30:00.000Z");
    await Promise.all([escalateOverdue(db, clock), escalateOverdue(db, clock)]);
    await escalateOverdue(db, clock);
    const marked = await db.evaluationEvent.count({ where: { streamId: data.id, type: "RectificationOverdue" } });
    await db.$disconnect();
    const escalate = (level: string) =>
      evaluation.act(
        supervisor,
        "escalateRectification",
        { taskId: data.id, level, reason: "推进不力" },
        "level dueOn",
      );

    const skipped = await escalate("ACCOUNTABILITY");
    const circulated = await escalate("CIRCULATED");

    expect(marked).toBe(1);
    expect(codeOf(skipped)).toBe("LEVEL_OUT_OF_ORDER");
    expect(circulated.data).toEqual({ level: "CIRCULATED", dueOn: "2026-03-09" });
  });

  it("has one effect for one key, and the second of two who act loses visibly", async () => {
    const { data } = await order();
    const report = { taskId: data.id, version: data.version, report: "已补派", clientMutationId: randomUUID() };

    const [one, same] = await Promise.all([
      evaluation.act(chief, "reportRectification", report),
      evaluation.act(chief, "reportRectification", report),
    ]);
    const late = await evaluation.act(supervisor, "followUpRectification", {
      taskId: data.id,
      version: data.version,
      note: "督导",
    });

    expect([one, same].map(codeOf)).toEqual([null, null]);
    expect(one.data).toEqual(same.data);
    expect(codeOf(late)).toBe("CHANGED_MEANWHILE");
  });
});

describe("a complaint that was found to hold (R184)", () => {
  it("is put right by a day, led by who investigated it", async () => {
    const filed = await evaluation.act<Task>(applicant, "fileComplaint", {
      category: "INTEGRITY",
      outletId: "taoshan-hall",
      text: "要求到指定复印店复印",
    });
    const complaintId = filed.data.id;
    await evaluation.act(director, "acceptComplaint", { complaintId });
    await evaluation.act(director, "investigateComplaint", { complaintId, findings: "属实", substantiated: true });

    const query = `{ rectificationTasks(outletId: "taoshan-hall", status: OPEN, first: 100) { nodes { source sourceId demand title leader { id } } } }`;
    const { data } = await evaluation.ask<{ rectificationTasks: { nodes: { sourceId: string }[] } }>(director, query);

    expect(data.rectificationTasks.nodes.find(({ sourceId }) => sourceId === complaintId)).toEqual({
      source: "COMPLAINT",
      sourceId: complaintId,
      demand: "属实",
      title: "吃拿卡要",
      leader: { id: "taoshan-staff-09" },
    });
  });
});

describe("the year's results (R196)", () => {
  it("are for those who inspect", async () => {
    const query = `{ rectificationSummary(regionId: "taoshan", year: 2026) { department { id } outlet { id } opened closed closedInTime } }`;

    const { data } = await evaluation.ask<{ rectificationSummary: { opened: number }[] }>(supervisor, query);

    expect(data.rectificationSummary[0]).toMatchObject({ department: { id: "taoshan-civil-affairs" }, closed: 1 });
    expect(codeOf(await evaluation.ask(director, query))).toBe("NOT_YOUR_WORK");
  });
});
