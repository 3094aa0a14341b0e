import type { Caller } from "@yimen/kernel/caller";
import { serviceCaller } from "@yimen/kernel/caller";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { raiseReminders } from "./reminderActs.js";
import { connect, type Db } from "./store/db.js";
import { answered, application, opened, type TestCases, underReview } from "./testing/aStoredCase.js";
import { applicant, approver, head, officer, otherApplicant, stranger, supervisor } from "./testing/facts.js";
import { startTestCases } from "./testing/startTestCases.js";

let cases: TestCases;
let db: Db;
beforeAll(async () => {
  cases = await startTestCases();
  db = connect(cases.databaseUrl);
});
beforeEach(() => db.licenceReminder.deleteMany());
afterAll(async () => {
  await db.$disconnect();
  await cases[Symbol.asyncDispose]();
});

const adapter: Caller = { ...officer, scopes: ["reminders:deliver"], claims: { staffId: "sms-gateway" } };
const DUE = new Date("2026-12-02T09:00:00+08:00"); // thirty days before thirty days before the end
const EARLY = new Date(DUE.getTime() - 1);
const code = async (answer: Promise<{ errors?: readonly { extensions: Record<string, unknown> }[] }>) =>
  (await answer).errors?.[0]?.extensions.code;

/** A licence that ends on 31 January 2027, in its holder's hands. */
async function licence() {
  const { id } = (await underReview(cases)).case;
  answered(await cases.act(approver, "decideCase", { caseId: id, granted: true }));
  answered(await cases.act(approver, "makeResult", { caseId: id, documentNo: "示例-1", validUntil: "2027-01-31" }));
  answered(await cases.act(approver, "issueResult", { caseId: id }));
  answered(await cases.act(officer, "deliverResult", { caseId: id }));
  return id;
}
const remindersOf = (caseId: string) => db.licenceReminder.findMany({ where: { caseId }, orderBy: { channel: "asc" } });
const toldOf = async (caseId: string) => {
  const ids = (await remindersOf(caseId)).map(({ id }) => id);
  return db.caseEvent.findMany({ where: { streamId: { in: ids }, type: "LicenceReminded" } });
};
const acknowledge = (caller: Caller, reminderId: string) =>
  cases.act<object>(caller, "acknowledgeReminder", { reminderId }, "id channel sentAt");

/** A licence and its reminder by text message, raised. */
async function reminded() {
  const caseId = await licence();
  await raiseReminders(db, DUE);
  const [sms] = await db.licenceReminder.findMany({ where: { caseId, channel: "SMS" } });
  return { caseId, sms: sms?.id ?? "" };
}

describe("before a licence ends (R124)", () => {
  it("its holder is reminded once by each of the three channels, however many processes look", async () => {
    const id = await licence();
    await raiseReminders(db, EARLY);
    expect(await toldOf(id)).toEqual([]);

    await Promise.all(Array.from({ length: 4 }, () => raiseReminders(db, DUE)));
    await raiseReminders(db, new Date("2027-01-31T00:00:00Z"));

    expect((await toldOf(id)).map(({ data }) => (data as { channel: string }).channel).sort()).toEqual([
      "ALIPAY_CITY",
      "SMS",
      "WECHAT_MINI_PROGRAM",
    ]);
    expect(cases.world.errors).toEqual([]);
  });

  it("nobody is reminded of what was revoked", async () => {
    const id = await licence();
    const notice = { noticedAt: cases.world.now.toISOString(), ground: "NOT_QUALIFIED", heard: "WAIVED" };
    answered(await cases.act(head, "revokeCase", { caseId: id, ...notice, reason: "示例", documentNo: "示例" }));

    expect(await raiseReminders(db, DUE)).toBe(0);
  });

  it("each channel is handed its own, with whom to tell, once and again after the last cursor", async () => {
    const after = answered(await cases.ask<{ caseLogHead: string }>(officer, "{ caseLogHead }")).caseLogHead;
    const follow = (cursor: string) =>
      cases.subscribe<{ licenceReminders: { cursor: string } }>(
        adapter,
        `subscription ($after: String) { licenceReminders(channel: SMS, after: $after) { cursor reminder { channel endsOn lastToApply recipient { phone } matter { id } case { id } } } }`,
        { after: cursor },
      );
    await using live = await follow(after);
    const first = await reminded();

    const { data } = (await live.next()) as unknown as {
      data: { licenceReminders: { cursor: string; reminder: object } };
    };
    expect(data.licenceReminders.reminder).toMatchObject({
      ...{ channel: "SMS", endsOn: "2027-01-31", lastToApply: "2027-01-01" },
      ...{
        recipient: { phone: application.applicant.phone },
        matter: { id: application.matterId },
        case: { id: first.caseId },
      },
    });
    const second = await reminded();
    await using again = await follow(data.licenceReminders.cursor);
    expect(JSON.stringify(await again.next())).toContain(second.caseId);
  });

  it("a channel says once that it has sent one, and nobody else does", async () => {
    const { sms } = await reminded();
    for (const caller of [officer, applicant, supervisor])
      expect(await code(acknowledge(caller, sms))).toBe("REMINDER_ADAPTER_ONLY");

    const { now } = cases.world;
    cases.world.now = DUE;
    expect(answered(await acknowledge(adapter, sms))).toMatchObject({ id: sms, sentAt: DUE.toISOString() });
    expect(await code(acknowledge(serviceCaller("sms"), sms))).toBe("REMINDER_NOT_OPEN");
    cases.world.now = now;
  });

  it("its holder sees the reminders, and nobody else does", async () => {
    await reminded();
    const mine = async (caller: Caller) =>
      answered(await cases.ask<{ myReminders: object[] }>(caller, "{ myReminders { endsOn recipient { name } } }"))
        .myReminders;

    expect(await mine(applicant)).toHaveLength(3);
    expect([await mine(otherApplicant), await mine(officer)]).toEqual([[], []]);
    await using refused = await cases.subscribe(
      applicant,
      "subscription { licenceReminders(channel: SMS) { cursor } }",
    );
    expect(JSON.stringify(await refused.next().catch((refusal: unknown) => refusal))).toContain(
      "REMINDER_ADAPTER_ONLY",
    );
  });
});

describe("a case that begins from a reminder (依提醒办件, R124)", () => {
  const FIELDS = "id reminder { id channel startedCase { id } }";

  it("is linked to it, once, and counts as its conversion", async () => {
    const { sms } = await reminded();
    await licence(); // of this nobody was reminded
    const started = await opened(cases, { reminderId: sms });

    const seen = await cases.ask(officer, `{ case(id: "${started.case.id}") { ${FIELDS} } }`);

    expect(answered(seen)).toMatchObject({
      case: { reminder: { id: sms, channel: "SMS", startedCase: { id: started.case.id } } },
    });
    const again = cases.act(officer, "openCase", { ...application, reminderId: sms }, "case { id }");
    expect(await code(again)).toBe("REMINDER_NOT_OPEN");
    const rate = `{ reminderConversion(outletId: "taoshan-hall", from: "2026-12-01T00:00:00Z", to: "2027-01-01T00:00:00Z") { reminded started rate } }`;
    for (const caller of [officer, supervisor])
      expect(answered(await cases.ask(caller, rate))).toEqual({
        reminderConversion: { reminded: 1, started: 1, rate: 1 },
      });
    expect(await code(cases.ask(stranger, rate))).toBe("NOT_YOUR_CASE");
  });

  it("is not begun from somebody else's, from one that was not raised, nor from none; nothing is opened then", async () => {
    const { sms } = await reminded();
    const planned = (await remindersOf(await licence()))[0]?.id;
    const before = await db.case.count();
    const other = { ...application.applicant, applicantId: "applicant-2" };

    for (const change of [{ reminderId: sms, applicant: other }, { reminderId: planned }, { reminderId: "没有" }])
      expect(await code(cases.act(officer, "openCase", { ...application, ...change }, "case { id }"))).toBe(
        "REMINDER_NOT_OPEN",
      );
    expect(await db.case.count()).toBe(before);
  });
});
