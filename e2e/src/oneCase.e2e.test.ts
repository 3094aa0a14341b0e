import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actingIn, type Refusal } from "./acting.js";
import type { CaseEvent } from "./caseEvent.js";
import { MATTER } from "./counter.js";
import { CASE_EVENTS, GUIDE, PROGRESS, WHOLE_CASE } from "./documents.js";
import { personas } from "./personas.js";
import { BANK_KEY, type System, startSystem } from "./system.js";
import type { Watching } from "./watching.js";

const { officerW2, officerW2B, uncertifiedW2, centreDirector, approverCivil, applicant } = personas;
let system: System;
let acting: ReturnType<typeof actingIn>;
let board: Watching<CaseEvent>;
beforeAll(async () => {
  system = await startSystem({ now: "2026-03-02T09:00:00+08:00" }); // a Monday
  acting = actingIn(system);
  board = await system.subscribe<CaseEvent>(null, CASE_EVENTS, { outletId: "taoshan-hall", after: "0" });
});
afterAll(async () => {
  await board?.[Symbol.asyncDispose]();
  await system?.[Symbol.asyncDispose]();
});

const rule = ({ code, rule }: Refusal) => [code, rule?.id];

/** The case that must go through: one application, step by step; each step builds on the one before. */
describe("one case through the whole graph", () => {
  let materials: { id: string; name: string; deferrable: boolean }[];
  let caseId: string;
  let receipt: { caseNo: string; secret: string };
  let visitId: string;
  let token: string;
  let badReviewId: string;

  const opening = () => ({
    windowId: "taoshan-w2",
    matterId: MATTER,
    applicant: { applicantId: "applicant-1", kind: "ORGANISATION", name: "测试-桃山-社团-001", phone: "0464-0000001" },
    presentRequirementIds: materials.filter(({ deferrable }) => !deferrable).map(({ id }) => id),
  });

  it("1: anybody asks for a guide, the outlets that take it, and their ratings, in one query (R022, R203)", async () => {
    const { matter } = await acting.ask<{
      matter: { name: string; guide: { materials: typeof materials }; outlets: { id: string; openNow: boolean }[] };
    }>(null, GUIDE, { matterId: MATTER });
    materials = matter.guide.materials;
    expect(matter).toMatchObject({
      name: "社会团体成立登记",
      guide: { promisedLimit: { value: 5, unit: "WORKING_DAY" }, statutoryLimit: { value: 60 } },
    });
    expect(matter.outlets).toContainEqual(expect.objectContaining({ id: "taoshan-hall", openNow: true }));
  });

  it("2: refuses whoever may not accept it, and says which rule forbids it (R057, R147)", async () => {
    const open = (who: typeof officerW2 | typeof approverCivil) =>
      acting.refused(who, "openCase", opening(), "case { id }");
    expect(rule(await open(approverCivil))).toEqual(["ACCEPTANCE_IS_EXCLUSIVE", "R057"]);
    expect(rule(await open(uncertifiedW2))).toEqual(["NOT_CERTIFIED", "R147"]);
    expect(rule(await open(personas.shanyangOfficer))).toEqual(["NOT_YOUR_OUTLET", "R045"]);
  });

  it("2: an officer at window 2 collects it, but cannot accept it with a required material missing", async () => {
    const incomplete = { ...opening(), presentRequirementIds: [] };
    const { case: without } = await acting.act<{ case: { id: string } }>(
      officerW2,
      "openCase",
      incomplete,
      "case { id }",
    );
    const refusal = await acting.refused(officerW2, "acceptCase", { caseId: without.id, committed: true });
    expect(rule(refusal)).toEqual(["MATERIALS_MISSING", "R087"]);

    const opened = await acting.act<{ case: { id: string; visit: { id: string } }; receipt: typeof receipt }>(
      officerW2,
      "openCase",
      opening(),
      "case { id visit { id } } receipt { caseNo secret }",
    );
    caseId = opened.case.id;
    visitId = opened.case.visit.id;
    receipt = opened.receipt;
  });

  it("3: accepts it with one material to follow; the due dates come from the calendar (R060)", async () => {
    const accepted = await acting.act<object>(
      officerW2,
      "acceptCase",
      { caseId, committed: true },
      "status dueOn deferral { dueOn } clock { remainingDays explain { day counted reason } }",
    );
    expect(accepted).toMatchObject({
      status: "ACCEPTED",
      dueOn: "2026-03-09",
      deferral: { dueOn: "2026-03-05" },
      clock: { remainingDays: 5 },
    });
  });

  it("4: when A goes on leave B takes over at once, and the post is never left empty (R149–R151)", async () => {
    const leave = { from: "2026-03-03T00:30:00Z", until: "2026-03-03T09:00:00Z", reason: "出差" };
    const { id } = await acting.act<{ id: string }>(officerW2, "requestLeave", leave, "id");
    await acting.act(centreDirector, "approveLeave", { leaveId: id }, "id");

    const second = await acting.act<{ id: string }>(officerW2B, "requestLeave", leave, "id");
    const refusal = await acting.refused(centreDirector, "approveLeave", { leaveId: second.id });
    expect(rule(refusal)).toEqual(["LEAVE_WOULD_EMPTY_POST", "R151"]);

    await system.setClock("2026-03-03T09:00:00+08:00");
    for (const who of [officerW2B, approverCivil]) await acting.act(who, "signIn", { outletId: "taoshan-hall" }, "id");
    const { window } = await acting.ask<{
      window: { serving: { officer: { id: string }; actingFor: { id: string } | null }[] };
    }>(null, `{ window(id: "taoshan-w2") { serving { officer { id } actingFor { id } } } }`);
    expect(window.serving).toContainEqual({ officer: { id: officerW2B.sub }, actingFor: { id: officerW2.sub } });
  });

  it("5: the department corrects, decides; the window issues and delivers (R079, R081, R085)", async () => {
    const step = (who: typeof officerW2 | typeof approverCivil, mutation: string, input: object = {}) =>
      acting.act<{ status: string; clock: { state: string } }>(
        who,
        mutation,
        { caseId, ...input },
        "status clock { state }",
      );
    const deferred = materials.filter(({ deferrable }) => deferrable).map(({ id }) => id);

    expect(await step(approverCivil, "pickUpCase")).toMatchObject({ status: "UNDER_REVIEW" });
    const correction = { requirementIds: [materials[1]?.id], reason: "章程草案缺少会费标准" };
    expect(await step(approverCivil, "requestCorrection", correction)).toMatchObject({ clock: { state: "PAUSED" } });
    expect(await step(officerW2B, "receiveCorrection")).toMatchObject({ clock: { state: "RUNNING" } });
    await step(officerW2B, "receiveMaterials", { requirementIds: deferred });
    expect((await acting.refused(officerW2B, "decideCase", { caseId, granted: true })).code).toBe("NOT_YOUR_CASE");
    await step(approverCivil, "decideCase", { granted: true });
    expect((await acting.refused(officerW2B, "deliverResult", { caseId })).rule?.id).toBe("R081");
    await step(approverCivil, "makeResult", { documentNo: "示例-社团-2026-001" });
    await step(approverCivil, "issueResult");
    expect(await step(officerW2B, "deliverResult")).toMatchObject({ status: "DELIVERED", clock: { state: "STOPPED" } });
    const ended = await acting.act<{ evaluationToken: string }>(officerW2B, "endVisit", { visitId }, "evaluationToken");
    token = ended.evaluationToken;
  });

  it("6: a bad review opens its rectification, due in five working days, and runs to its end (R187, R188)", async () => {
    const rating = {
      visitId,
      grade: "DISSATISFIED",
      channel: "QR",
      tags: ["WAITING"],
      comment: "等候时间长",
      anonymous: false,
    };
    const both = await Promise.all(
      [1, 2].map(() =>
        system.ask<{ rateVisit: object } | null>(applicant, RATE, {
          input: { clientMutationId: crypto.randomUUID(), ...rating },
        }),
      ),
    );
    expect(both.filter(({ errors }) => !errors)).toHaveLength(1);
    expect(both.flatMap(({ errors }) => errors ?? []).map(({ extensions }) => extensions.code)).toEqual([
      "EVALUATION_ALREADY_GIVEN",
    ]);
    expect((await acting.refused(officerW2B, "rateVisit", { ...rating, token })).rule?.id).toBe("R179");

    const { badReviews } = await acting.ask<{
      badReviews: {
        nodes: { id: string; dueOn: string; status: string; evaluation: { visit: { id: string } | null } }[];
      };
    }>(
      centreDirector,
      `{ badReviews(outletId: "taoshan-hall", status: OPENED, first: 100) { nodes { id dueOn status evaluation { visit { id } } } } }`,
    );
    const mine = badReviews.nodes.find(({ evaluation }) => evaluation.visit?.id === visitId);
    expect(mine).toMatchObject({ dueOn: "2026-03-10" });
    badReviewId = mine?.id as string;

    await acting.act(centreDirector, "recordReturnVisit", { badReviewId, account: "已电话回访,情况属实" });
    await acting.act(officerW2B, "rectify", { badReviewId, measures: "增设取号引导" });
    await acting.act(centreDirector, "verifyRectification", { badReviewId });
    const closed = await acting.act<object>(
      centreDirector,
      "feedBack",
      { badReviewId, feedback: "已整改,谢谢监督" },
      "status",
    );
    expect(closed).toEqual({ status: "FED_BACK" });
  });

  it("7: a bank's outlet sees progress by number and secret, and nothing personal (R016, R211)", async () => {
    const bank = { apiKey: BANK_KEY };
    const seen = await acting.ask<{ caseProgress: object }>(bank, PROGRESS, receipt);
    expect(seen.caseProgress).toMatchObject({ status: "DELIVERED", matter: { name: "社会团体成立登记" } });
    const wrong = await acting.ask<{ caseProgress: object | null }>(bank, PROGRESS, {
      ...receipt,
      secret: "WRONGWRONG22",
    });
    expect(wrong.caseProgress).toBeNull();
    const { errors } = await system.ask(bank, `query ($id: ID!) { case(id: $id) { applicant { name } } }`, {
      id: caseId,
    });
    expect(errors?.[0]?.extensions.code).toBe("DOCUMENT_NOT_TRUSTED");
  });

  it("8: one query returns the whole case (R082)", async () => {
    const { case: whole } = await acting.ask<{ case: Record<string, unknown> }>(centreDirector, WHOLE_CASE, {
      id: caseId,
    });
    expect(whole).toMatchObject({
      status: "DELIVERED",
      matter: { name: "社会团体成立登记", department: { name: expect.stringContaining("民政") } },
      window: { name: "综合窗口2" },
      acceptance: { by: { officer: { name: expect.any(String) }, actingFor: null } },
      delivery: { by: { officer: { name: expect.any(String) }, actingFor: { name: expect.any(String) } } },
      clock: { state: "STOPPED", dueOn: "2026-03-09" },
      evaluations: [{ grade: "DISSATISFIED", badReview: { status: "FED_BACK" } }],
    });
  });

  it("9: a subscriber saw every step in order, none missing, none twice", async () => {
    const steps = [
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
    ];
    const ofCase = () => board.received.map(({ caseEvents }) => caseEvents).filter((event) => event.caseId === caseId);
    while (ofCase().length < steps.length) await board.until(board.received.length + 1);
    expect(ofCase().map(({ type }) => type)).toEqual(steps);
    expect(ofCase().map(({ version }) => version)).toEqual(steps.map((_, index) => index + 1));
    const cursors = board.received.map(({ caseEvents }) => BigInt(caseEvents.cursor));
    expect(cursors).toEqual([...new Set(cursors)].sort((one, other) => (one < other ? -1 : 1)));
    expect(ofCase().at(-1)).toMatchObject({
      case: { matter: { name: "社会团体成立登记" } },
      window: { name: "综合窗口2" },
      by: { officer: { name: expect.any(String) }, actingFor: { name: expect.any(String) } },
    });
  });
});

const RATE = "mutation ($input: RateVisitInput!) { rateVisit(input: $input) { id } }";
