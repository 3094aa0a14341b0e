import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findHistories } from "./store/caseLog.js";
import { getCase } from "./store/caseStore.js";
import { connect, type Db } from "./store/db.js";
import { aFile } from "./testing/aCase.js";
import { answered, application, opened, type TestCases, underReview } from "./testing/aStoredCase.js";
import { applicant, approver, head, officer, otherApplicant, stranger, supervisor } from "./testing/facts.js";
import { startTestCases } from "./testing/startTestCases.js";
import { actOnDeadlines } from "./watchDeadlines.js";

let cases: TestCases;
let db: Db;
beforeEach(async () => {
  cases = await startTestCases();
  db = connect(cases.databaseUrl);
});
afterEach(async () => {
  await db.$disconnect();
  await cases[Symbol.asyncDispose]();
});

const FIELDS = "id status version resultFeedback { channel at by { officer { id } } }";
const tell = (caller: typeof officer, caseId: string, change: object = {}) =>
  cases.act<object>(caller, "feedBackResult", { caseId, channel: "PHONE", ...change }, FIELDS);
const code = async (answer: Promise<{ errors?: readonly { extensions: Record<string, unknown> }[] }>) =>
  (await answer).errors?.[0]?.extensions.code;
const lookAt = (at: string) => actOnDeadlines(db, new Date(at), (error) => expect(error).toBeUndefined());
const remindersOf = async (id: string) =>
  (await findHistories(db, [id])).filter(({ type }) => type === "ReminderRaised").map(({ data }) => data);

async function withdrawn() {
  const { id } = (await opened(cases)).case;
  answered(await cases.act(officer, "withdrawCase", { caseId: id, reason: "申请人撤回" }));
  return id;
}
async function delivered(method: string) {
  const { id } = (await underReview(cases)).case;
  answered(await cases.act(approver, "decideCase", { caseId: id, granted: true }));
  answered(await cases.act(approver, "makeResult", { caseId: id, documentNo: "示例-1" }));
  answered(await cases.act(approver, "issueResult", { caseId: id }));
  answered(await cases.act(officer, "deliverResult", { caseId: id, method }));
  return id;
}
const indicator = async (caller: typeof officer) =>
  answered(
    await cases.ask<{ resultFeedback: { closed: number; fedBack: number; rate: number; missing: { id: string }[] } }>(
      caller,
      `{ resultFeedback(outletId: "taoshan-hall", from: "2026-03-01T00:00:00Z", to: "2026-04-01T00:00:00Z") { closed fedBack rate missing { id } } }`,
    ),
  ).resultFeedback;

describe("the result of a closed case (R088, I-K21)", () => {
  it("is fed back to the applicant once, with the channel and the time, also when nothing was granted", async () => {
    const id = await withdrawn();

    expect(answered(await tell(officer, id))).toMatchObject({
      status: "WITHDRAWN",
      resultFeedback: { channel: "PHONE", at: cases.world.now.toISOString(), by: { officer: { id: "officer" } } },
    });

    expect(await code(tell(officer, id))).toBe("NOTHING_TO_FEED_BACK");
    const seen = await cases.ask(applicant, `{ case(id: "${id}") { resultFeedback { channel } } }`);
    expect(answered(seen)).toMatchObject({ case: { resultFeedback: { channel: "PHONE" } } });
  });

  it("was fed back where it was handed over in person, and not where it was sent", async () => {
    const [taken, sent] = [await delivered("WINDOW"), await delivered("EXPRESS")];

    expect(await code(tell(officer, taken))).toBe("NOTHING_TO_FEED_BACK");
    expect(answered(await tell(officer, sent, { channel: "SMS" }))).toMatchObject({
      resultFeedback: { channel: "SMS" },
    });
  });

  it("is told by the outlet only, once the case is closed, and read by whose it is", async () => {
    const { id } = (await opened(cases)).case;
    expect(await code(tell(officer, id))).toBe("CASE_TRANSITION_NOT_ALLOWED");
    const closed = await withdrawn();

    for (const caller of [approver, stranger]) expect(await code(tell(caller, closed))).toBe("NOT_YOUR_CASE");
    expect(await code(tell(applicant, closed))).toBe("STAFF_ONLY");
    expect(await code(cases.ask(otherApplicant, `{ case(id: "${closed}") { resultFeedback { at } } }`))).toBe(
      "NOT_YOUR_CASE",
    );
  });

  it("is told by the agent who handed it in, and known to the applicant who withdrew it", async () => {
    cases.world.places.set("village", {
      outletId: "village",
      kind: "VILLAGE_STATION",
      regionId: "taoshan",
      parentId: null,
    });
    const agent = { ...officer, claims: { staffId: "agent", role: "VILLAGE_AGENT", outletId: "village" } };
    const { matterId } = application;
    const wish = {
      outletId: "village",
      matterId,
      mode: "ONLINE",
      channel: "ONSITE",
      services: ["PROXY"],
      name: "示例",
    };
    const asked = await cases.act<{ id: string }>(agent, "requestProxy", { ...wish, applicantId: "applicant-1" }, "id");
    const proxyRequestId = answered(asked).id;
    await cases.act(agent, "authoriseProxy", { proxyRequestId, documentNo: "委托-1", scope: "代为提交" }, "id");
    const applying = { matterId, outletId: "taoshan-hall", applicant: { kind: "PERSON", name: "示例" } };
    const handIn = async (caller: typeof officer, change: object) => {
      const given = { ...applying, materials: ["m1", "m2", "m3"].map(aFile), ...change };
      const handed = await cases.act<{ case: { id: string } }>(caller, "handInOnline", given, "case { id }");
      return answered(handed).case.id;
    };
    const [represented, own] = [await handIn(agent, { proxyRequestId }), await handIn(applicant, {})];
    answered(await cases.act(officer, "takeUpCase", { caseId: represented, windowId: "taoshan-w2" }));
    answered(await cases.act(officer, "refuseAcceptance", { caseId: represented, reason: "不符合条件" }));
    answered(await cases.act(applicant, "withdrawOwnCase", { caseId: own, reason: "不再办理" }));

    expect(await code(tell(stranger, represented))).toBe("NOT_YOUR_CASE");
    expect(answered(await tell(agent, represented))).toMatchObject({
      resultFeedback: { by: { officer: { id: "agent" } } },
    });
    expect(await code(tell(officer, own))).toBe("NOTHING_TO_FEED_BACK");
  });

  it("is told anew when the grant is revoked", async () => {
    const id = await delivered("WINDOW");
    const notice = { noticedAt: cases.world.now.toISOString(), ground: "NOT_QUALIFIED", heard: "WAIVED" };
    answered(await cases.act(head, "revokeCase", { caseId: id, ...notice, reason: "示例", documentNo: "示例" }));

    expect(answered(await tell(officer, id, { channel: "LETTER" }))).toMatchObject({
      resultFeedback: { channel: "LETTER" },
    });
  });
});

describe("a closed case that nobody fed back (R088, I-K21)", () => {
  it("alerts once, ten working days after its end", async () => {
    const id = await withdrawn();
    await lookAt("2026-03-16T16:59:59+08:00");
    expect(await remindersOf(id)).toEqual([]);

    for (const day of ["2026-03-16", "2026-03-17", "2026-06-30"]) await lookAt(`${day}T17:00:00+08:00`);

    expect(await remindersOf(id)).toMatchObject([{ about: "FEEDBACK" }]);
    const told = await cases.subscribe<object>(
      supervisor,
      'subscription { caseAlerts(after: "0") { kind case { id } } }',
    );
    await using alerts = told;
    expect(JSON.stringify(await alerts.next())).toContain("RESULT_NOT_FED_BACK");
    answered(await tell(officer, id)); // late, and still possible
    expect((await getCase(db, id)).status).toBe("WITHDRAWN");
  });

  it("does not alert when it was told in time", async () => {
    answered(await tell(officer, await withdrawn()));
    await delivered("WINDOW");

    expect(await lookAt("2026-06-30T17:00:00+08:00")).toBe(0);
  });

  it("stands in the indicator of its outlet until it is told, for the outlet and who oversees it", async () => {
    const [told, missing] = [await withdrawn(), await withdrawn()];
    await delivered("WINDOW");
    answered(await tell(officer, told));

    const seen = { closed: 3, fedBack: 2, rate: 2 / 3, missing: [{ id: missing }] };
    for (const caller of [officer, supervisor]) expect(await indicator(caller)).toEqual(seen);
    const query = `{ resultFeedback(outletId: "taoshan-hall", from: "2026-03-01T00:00:00Z", to: "2026-04-01T00:00:00Z") { closed } }`;
    expect(await code(cases.ask(stranger, query))).toBe("NOT_YOUR_CASE");
    expect(await code(cases.ask(applicant, query))).toBe("STAFF_ONLY");
  });
});
