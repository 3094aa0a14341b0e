import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, type Db } from "./store/db.js";
import { answered, type TestCases } from "./testing/aStoredCase.js";
import { applicant, officer, stranger } from "./testing/facts.js";
import { codeOf, startTestCases } from "./testing/startTestCases.js";

let cases: TestCases;
let db: Db;
beforeAll(async () => {
  cases = await startTestCases();
  db = connect(cases.databaseUrl);
});
afterAll(async () => {
  await db.$disconnect();
  await cases[Symbol.asyncDispose]();
});

interface Inquiry {
  readonly id: string;
  readonly outcome: string | null;
  readonly firstResponder: { readonly id: string };
}
const colleague = { ...officer, subject: "colleague", claims: { ...officer.claims, staffId: "colleague" } };
const FIELDS = "id outcome firstResponder { id } department { id } phone ticket { number }";
const act = (mutation: string, input: object, caller = officer) =>
  cases.act<Inquiry>(caller, mutation, input as Record<string, unknown>, FIELDS);
const asked = async () => answered(await act("openInquiry", { outletId: "taoshan-hall", question: "如何办理?" })).id;
const referral = { reason: "不属于本窗口职责", departmentId: "taoshan-water", phone: "0464-0000003" };

describe("an inquiry (R091, I-K11)", () => {
  it("keeps who received it first, whoever ends it, and cannot be given to somebody else", async () => {
    const inquiryId = await asked();

    const ended = answered(await act("answerInquiry", { inquiryId, answer: "请到综合窗口 2" }, colleague));

    expect(ended).toMatchObject({ outcome: "ANSWERED", firstResponder: { id: "officer" } });
    await expect(
      db.$executeRawUnsafe(`update "inquiry" set "first_responder_id" = 'x' where "id" = $1::uuid`, inquiryId),
    ).rejects.toThrow("does not change");
  });

  it("is sent on only with the reason, the department and its telephone (R092)", async () => {
    const inquiryId = await asked();
    for (const part of ["reason", "departmentId", "phone"]) {
      const { errors } = await act("referInquiry", { inquiryId, ...referral, [part]: " " });
      expect(errors?.[0]?.extensions).toMatchObject({ code: "REFERRAL_NOT_COMPLETE", missing: [part] });
    }
    expect(codeOf(await act("answerInquiry", { inquiryId, answer: "" }))).toBe("REASON_REQUIRED");

    expect(answered(await act("referInquiry", { inquiryId, ...referral }))).toMatchObject({
      outcome: "REFERRED",
      department: { id: "taoshan-water" },
      phone: "0464-0000003",
    });
    await expect(
      db.$executeRawUnsafe(`update "inquiry" set "phone" = null where "id" = $1::uuid`, inquiryId),
    ).rejects.toThrow("inquiry_outcome_check");
  });

  it("of a simple thing ends on the spot without a ticket (R095), of a complex one with one (R096)", async () => {
    const simple = await act("answerInquiry", { inquiryId: await asked(), answer: "已缴费", doneOnTheSpot: true });
    const complex = await act("queueInquiry", { inquiryId: await asked(), windowId: "taoshan-w2" });

    expect(answered(simple)).toMatchObject({ outcome: "DONE_ON_THE_SPOT", ticket: null });
    expect(answered(complex)).toMatchObject({ outcome: "QUEUED", ticket: { number: "A001" } });
  });

  it("ends once, however many end it at once, and a retry changes nothing", async () => {
    const inquiryId = await asked();
    const clientMutationId = randomUUID();
    const input = { clientMutationId, inquiryId, answer: "是" };

    const answers = await Promise.all([
      act("answerInquiry", input),
      act("answerInquiry", input),
      act("referInquiry", { inquiryId, ...referral }, colleague),
    ]);

    const codes = answers.map(codeOf);
    expect(["done,done,INQUIRY_NOT_OPEN", "INQUIRY_NOT_OPEN,INQUIRY_NOT_OPEN,done"]).toContain(codes.join());
    expect(await db.caseEvent.count({ where: { streamId: inquiryId, type: "InquiryClosed" } })).toBe(1);
  });

  it("is taken down and seen at its outlet, and by no stranger", async () => {
    const id = await asked();
    const list = (caller: typeof officer) =>
      cases.ask<{ inquiries: { id: string }[] }>(
        caller,
        `{ inquiries(outletId: "taoshan-hall", open: true, first: 100) { id } }`,
      );

    expect(answered(await list(officer)).inquiries.map((one) => one.id)).toContain(id);
    expect(codeOf(await list(stranger))).toBe("NOT_YOUR_CASE");
    expect(codeOf(await list(applicant))).toBe("STAFF_ONLY");
    expect(codeOf(await act("openInquiry", { outletId: "taoshan-hall", question: "?" }, stranger))).toBe(
      "NOT_YOUR_CASE",
    );
  });
});

describe("the rate of first contact (R094)", () => {
  it("counts what was resolved by who received it first, among what has ended", async () => {
    cases.world.now = new Date("2026-04-01T02:00:00.000Z");
    for (const caller of [officer, officer, colleague]) {
      answered(await act("answerInquiry", { inquiryId: await asked(), answer: "是" }, caller));
    }
    answered(await act("referInquiry", { inquiryId: await asked(), ...referral }));
    await asked();

    const { firstContact } = answered(
      await cases.ask<{ firstContact: object }>(
        officer,
        `{ firstContact(outletId: "taoshan-hall", from: "2026-04-01T00:00:00Z", to: "2026-04-02T00:00:00Z") {
          closed resolvedAtFirst rate } }`,
      ),
    );
    expect(firstContact).toEqual({ closed: 4, resolvedAtFirst: 2, rate: 0.5 });
  });
});
