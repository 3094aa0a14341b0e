import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actingIn } from "./acting.js";
import { MATTER } from "./counter.js";
import { PROGRESS } from "./documents.js";
import { aFile, guideOf, type HandedInBundle, handingIn, handingInBundle } from "./handingIn.js";
import { BUNDLE_PROGRESS, NOTICE, RESULT, STEPS } from "./onlineDocuments.js";
import { type Persona, personas } from "./personas.js";
import { BANK_KEY, type Credentials, type System, startSystem } from "./system.js";
import type { Watching } from "./watching.js";

const { officerW2, approverCivil, applicant, shanyangOfficer } = personas;
const neighbour: Persona = { sub: "applicant-2", kind: "APPLICANT", claims: { applicantId: "applicant-2" } };

interface Step {
  readonly caseEvents: { readonly type: string; readonly version: number; readonly window: { id: string } | null };
}
let system: System;
let acting: ReturnType<typeof actingIn>;
let mine: Watching<Step>;
beforeAll(async () => {
  system = await startSystem({ now: "2026-03-02T09:00:00+08:00" }); // a Monday
  acting = actingIn(system);
});
afterAll(async () => {
  await mine?.[Symbol.asyncDispose]();
  await system?.[Symbol.asyncDispose]();
});

/** 群众外网申报、审批线上流转、结果在线可查: nobody comes to a window, and each step builds on the one before. */
describe("one case without a visit (R064)", () => {
  let caseId: string;
  let receipt: { caseNo: string; secret: string };
  const ofCase = <T = { status: string }>(who: Credentials, mutation: string, input: object = {}, fields = "status") =>
    acting.act<T>(who, mutation, { caseId, ...input }, fields);

  it("1: the applicant learns from the guide that it goes online and where, and hands it in once (I-K15)", async () => {
    const matter = await guideOf(acting, MATTER);
    expect(matter.handlingForms).toContain("ONLINE");
    expect(matter.outlets.map(({ id }) => id)).toContain("taoshan-hall");

    const input = handingIn(MATTER, matter);
    const some = { ...input, clientMutationId: randomUUID(), materials: input.materials.slice(0, 1) };
    expect((await acting.refused(applicant, "handInOnline", some, "case { id }")).code).toBe("MATERIALS_MISSING");
    const nowhere = { ...input, clientMutationId: randomUUID(), outletId: "shanyang-centre" };
    expect((await acting.refused(applicant, "handInOnline", nowhere, "case { id }")).code).toBe(
      "OUTLET_DOES_NOT_TAKE_MATTER",
    );
    const byOfficer = await acting.refused(officerW2, "handInOnline", { ...input }, "case { id }");
    expect([byOfficer.code, byOfficer.rule?.id]).toEqual(["APPLICANT_OR_AGENT_ONLY", "R112"]);

    const both = await Promise.all(
      [1, 2].map(() =>
        acting.act<{ case: { id: string }; receipt: typeof receipt }>(
          applicant,
          "handInOnline",
          input,
          "case { id channel visit { id } window { id } } receipt { caseNo secret }",
        ),
      ),
    );
    expect(both[0]).toEqual(both[1]);
    expect(both[0]).toMatchObject({ case: { channel: "ONLINE", visit: null, window: null } });
    ({ id: caseId } = (both[0] as (typeof both)[0]).case);
    ({ receipt } = both[0] as (typeof both)[0]);
    mine = await system.subscribe<Step>(applicant, STEPS, { caseId, after: "0" });
  });

  it("2: it stands in the list of the window that may take it up, and nobody may act on it before", async () => {
    const list = `{ waitingOnline(windowId: "taoshan-w2") { id channel } cases(filter: { outletId: "taoshan-hall", channel: ONLINE }) { nodes { id } } }`;
    const listed = await acting.ask<{ waitingOnline: object[]; cases: { nodes: object[] } }>(officerW2, list);
    expect(listed.waitingOnline).toEqual([{ id: caseId, channel: "ONLINE" }]);
    expect(listed.cases.nodes).toEqual([{ id: caseId }]);

    expect((await acting.refused(officerW2, "acceptCase", { caseId })).code).toBe("CASE_NOT_TAKEN_UP");
    const atWindow = { caseId, windowId: "taoshan-w2" };
    expect((await acting.refused(shanyangOfficer, "takeUpCase", atWindow)).rule?.id).toBe("R045");
    expect((await acting.refused(approverCivil, "takeUpCase", atWindow)).rule?.id).toBe("R057");
  });

  it("3: the window takes it up and asks for everything to be put right at once; the applicant does, online (R089)", async () => {
    const taken = await ofCase(officerW2, "takeUpCase", { windowId: "taoshan-w2" }, "status window { name }");
    expect(taken).toEqual({ status: "COLLECTED", window: { name: "综合窗口2" } });
    const { guide } = await guideOf(acting, MATTER);
    const requirementIds = guide.materials.slice(0, 2).map(({ id }) => id);
    await ofCase(officerW2, "requestCorrection", { requirementIds, reason: "申请书未签章,章程草案缺少会费标准" });

    const told = await acting.ask<{ case: object }>(applicant, NOTICE, { id: caseId });
    expect(told.case).toEqual({
      status: "AWAITING_CORRECTION",
      corrections: [{ requirementIds, reason: "申请书未签章,章程草案缺少会费标准" }],
    });
    const supply = (who: Credentials) => ({ who, input: { caseId, materials: requirementIds.map(aFile) } });
    const { who, input } = supply(neighbour);
    expect((await acting.refused(who, "supplyMaterials", input)).code).toBe("NOT_YOUR_CASE");
    const supplied = await ofCase(applicant, "supplyMaterials", { materials: requirementIds.map(aFile) });
    expect(supplied).toEqual({ status: "COLLECTED" });
  });

  it("4: it is accepted and decided as any other; the promise runs from acceptance (R079, R085)", async () => {
    const accepted = await ofCase<object>(
      officerW2,
      "acceptCase",
      {},
      "status dueOn acceptance { by { officer { id } } }",
    );
    expect(accepted).toEqual({
      status: "ACCEPTED",
      dueOn: "2026-03-09",
      acceptance: { by: { officer: { id: officerW2.sub } } },
    });
    await ofCase(approverCivil, "pickUpCase");
    await ofCase(approverCivil, "decideCase", { granted: true });
    await ofCase(approverCivil, "makeResult", { documentNo: "示例-社团-2026-002" });
    await ofCase(approverCivil, "issueResult");
    const early = { caseNo: receipt.caseNo, grade: "SATISFIED", channel: "APP" };
    expect((await acting.refused(applicant, "rateMatter", early)).code).toBe("MATTER_NOT_FINISHED");
    expect(await ofCase(officerW2, "deliverResult", { method: "ELECTRONIC" })).toEqual({ status: "DELIVERED" });
  });

  it("5: the applicant reads the result and has not come once (R115); a neighbour reads nothing of it", async () => {
    const { case: found } = await acting.ask<{ case: object }>(applicant, RESULT, { id: caseId });
    expect(found).toEqual({
      status: "DELIVERED",
      decision: { outcome: "GRANTED" },
      result: { documentNo: "示例-社团-2026-002" },
      delivery: { method: "ELECTRONIC" },
      daysAtWindow: 0,
      visit: null,
      openedBy: null,
    });
    const { errors } = await system.ask(neighbour, RESULT, { id: caseId });
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(["NOT_YOUR_CASE"]));
    const seen = await acting.ask<{ caseProgress: object }>({ apiKey: BANK_KEY }, PROGRESS, receipt);
    expect(seen.caseProgress).toMatchObject({ status: "DELIVERED" });
  });

  it("6: it is rated once, by its applicant; a bad grade is followed up (一事一评, R178, R187, I-E1)", async () => {
    const rating = { caseNo: receipt.caseNo, grade: "DISSATISFIED", channel: "APP", tags: ["ONLINE_SYSTEM"] };
    expect((await acting.refused(neighbour, "rateMatter", rating)).code).toBe("NOT_YOUR_MATTER");
    expect((await acting.refused(officerW2, "rateMatter", { ...rating, secret: receipt.secret })).rule?.id).toBe(
      "R179",
    );

    const given = await acting.act<object>(applicant, "rateMatter", rating, "scope realName officer { id }");
    expect(given).toEqual({ scope: "MATTER", realName: true, officer: { id: approverCivil.sub } });
    expect((await acting.refused(null, "rateMatter", { ...rating, secret: receipt.secret })).code).toBe(
      "EVALUATION_ALREADY_GIVEN",
    );
    const { badReviews } = await acting.ask<{ badReviews: { nodes: object[] } }>(
      personas.centreDirector,
      `{ badReviews(outletId: "taoshan-hall", status: OPENED, first: 100) { nodes { status evaluation { cases { id } } } } }`,
    );
    expect(badReviews.nodes).toContainEqual({ status: "OPENED", evaluation: { cases: [{ id: caseId }] } });
  });

  it("7: its applicant saw every step in order, none missing, none twice", async () => {
    const steps = [
      ["CaseOpened", null],
      ["CaseTakenUp", "taoshan-w2"],
      ["CorrectionRequested", "taoshan-w2"],
      ["CorrectionReceived", "taoshan-w2"],
      ["CaseAccepted", "taoshan-w2"],
      ["CasePickedUp", "taoshan-w2"],
      ["CaseDecided", "taoshan-w2"],
      ["ResultMade", "taoshan-w2"],
      ["ResultIssued", "taoshan-w2"],
      ["CaseDelivered", "taoshan-w2"],
    ];
    const seen = (await mine.until(steps.length)).map(({ caseEvents }) => caseEvents);
    expect(seen.map(({ type, window }) => [type, window?.id ?? null])).toEqual(steps);
    expect(seen.map(({ version }) => version)).toEqual(steps.map((_, index) => index + 1));
  });
});

describe("a matter whose materials depend on the situation (R038, R203)", () => {
  const RIVER = "taoshan-river-construction";

  it.each(["yes", "no"])("asks online for what the guide asks for when the answer is %s", async (option) => {
    const situation = [{ question: "affects-others", option }];
    const matter = await guideOf(acting, RIVER, situation);

    const unanswered = handingIn(RIVER, matter);
    expect((await acting.refused(applicant, "handInOnline", unanswered, "case { id }")).code).toBe(
      "SITUATION_NOT_CLEAR",
    );
    const input = handingIn(RIVER, matter, { situation });
    const { case: found } = await acting.act<{ case: { materials: { requirementId: string; required: boolean }[] } }>(
      applicant,
      "handInOnline",
      input,
      "case { materials { requirementId required } situation { question option } }",
    );

    const required = found.materials.filter((line) => line.required).map(({ requirementId }) => requirementId);
    expect(required.sort()).toEqual(matter.guide.materialsFor.required.map(({ id }) => id).sort());
    expect(found).toMatchObject({ situation });
  });
});

/** 一表申请、一套材料、一次提交, and nobody comes to a window: each step builds on the one before. */
describe("one thing without a visit (R064, R069)", () => {
  const FIELDS = "bundleCase { id cases { id caseNo } } receipt { caseNo secret }";
  let handedIn: HandedInBundle;

  it("1: the applicant hands it in once, with one form and one set of materials, or not at all (I-K12)", async () => {
    const input = await handingInBundle(acting, "taoshan-livestock-farm");
    for (const [who, change, code] of [
      [officerW2, {}, "APPLICANT_ONLY"],
      [applicant, { outletId: "shanyang-centre" }, "OUTLET_DOES_NOT_TAKE_MATTER"],
      [applicant, { materials: input.materials.slice(1) }, "MATERIALS_MISSING"],
    ] as const) {
      expect((await acting.refused(who, "handInBundleOnline", { ...input, ...change }, FIELDS)).code).toBe(code);
    }

    const send = () => acting.act<HandedInBundle>(applicant, "handInBundleOnline", input, FIELDS);
    const both = await Promise.all([send(), send()]);
    expect(both[0]).toEqual(both[1]);
    handedIn = both[0];
    const mine = `{ bundleCases(filter: { mine: true, channel: ONLINE }) { id visit { id } window { id } bundle { handledOnline } } }`;
    const waiting = { id: handedIn.bundleCase.id, visit: null, window: null, bundle: { handledOnline: true } };
    expect(await acting.ask(applicant, mine)).toEqual({ bundleCases: [waiting] });
  });

  it("2: a window takes up all of it and accepts it, with one last day", async () => {
    const whole = { bundleCaseId: handedIn.bundleCase.id };
    const list = `{ bundlesWaitingOnline(windowId: "taoshan-w2") { id } }`;
    expect(await acting.ask(officerW2, list)).toEqual({ bundlesWaitingOnline: [{ id: whole.bundleCaseId }] });
    expect((await acting.refused(officerW2, "acceptBundle", whole)).code).toBe("CASE_NOT_TAKEN_UP");
    await acting.act(officerW2, "takeUpBundle", { ...whole, windowId: "taoshan-w2" }, "id");

    const accepted = await acting.act(officerW2, "acceptBundle", whole, "dueOn window { name } cases { status }");
    const status = { status: "ACCEPTED" };
    expect(accepted).toEqual({ dueOn: "2026-03-23", window: { name: "综合窗口2" }, cases: [status, status, status] });
  });

  it("3: it ends with its last part; the one receipt tells so, and lets each part be rated (R211, R178)", async () => {
    const { bundleCase, receipt } = handedIn;
    for (const { id } of bundleCase.cases)
      await acting.act(applicant, "withdrawOwnCase", { caseId: id, reason: "示例" }, "status");

    const { bundleProgress } = await acting.ask<{ bundleProgress: object }>(null, BUNDLE_PROGRESS, receipt);
    const status = { status: "WITHDRAWN" };
    expect(bundleProgress).toEqual({ closedAt: expect.any(String), cases: [status, status, status] });
    for (const { caseNo } of bundleCase.cases) {
      const rating = { caseNo, secret: receipt.secret, grade: "SATISFIED", channel: "APP" };
      expect(await acting.act(null, "rateMatter", rating, "scope")).toEqual({ scope: "MATTER" });
    }
  });
});
