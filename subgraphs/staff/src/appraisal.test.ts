import { randomUUID } from "node:crypto";
import { anonymous, type Caller } from "@yimen/kernel/caller";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aspects } from "./domain/appraisal.js";
import {
  centreDirector,
  coordinator,
  directorCivil,
  officerA,
  officerB,
  stranger,
  supervisor,
} from "./testing/cast.js";
import { startTestStaff } from "./testing/startTestStaff.js";

let staff: Awaited<ReturnType<typeof startTestStaff>>;
beforeEach(async () => {
  staff = await startTestStaff();
});
afterEach(() => staff[Symbol.asyncDispose]());

interface Recorded {
  readonly id: string;
  readonly consequence: string;
  readonly followUps: readonly { readonly id: string; readonly kind: string; readonly dueOn: string }[];
}
const scores = aspects.map((aspect) => ({ aspect, score: 50 }));
const appraise = (quarter: number | null, passed: boolean, caller: Caller = centreDirector, more: object = {}) =>
  staff.act<Recorded>(
    caller,
    "recordAppraisal",
    { staffId: "taoshan-staff-03", year: 2025, quarter, scores, passed, ...more },
    "id body consequence attendance { late leftEarly absent } followUps { id kind dueOn }",
  );
const code = ({ errors }: { errors?: readonly { extensions: Record<string, unknown> }[] }) =>
  errors?.[0]?.extensions.code;
const postsOf = (staffId: string) => staff.db.postHolding.count({ where: { staffId, validUntil: null } });

describe("a failed quarter (R172)", () => {
  it("opens a talk and a time-limited rectification", async () => {
    const { data } = await appraise(3, false);

    expect(data).toMatchObject({
      body: "CENTRE",
      consequence: "ADMONITION",
      followUps: [
        { kind: "ADMONITION_TALK", dueOn: "2026-03-09" },
        { kind: "RECTIFICATION", dueOn: "2026-03-30" },
      ],
    });
    const followUpId = data.followUps[0]?.id;
    expect(code(await staff.act(officerA, "completeFollowUp", { followUpId }))).toBe("NOT_APPRAISER");
    expect(code(await staff.act(centreDirector, "completeFollowUp", { followUpId }))).toBeUndefined();
    expect(code(await staff.act(centreDirector, "completeFollowUp", { followUpId }))).toBe("FOLLOW_UP_ALREADY_DONE");
  });

  it("is recorded once for a person and quarter, also when two are sent at once (R169, I-S9)", async () => {
    const answers = await Promise.all([appraise(3, false), appraise(3, true)]);

    expect(answers.map(code).sort()).toEqual(["ALREADY_APPRAISED", undefined]);
    expect(await staff.db.appraisal.count({ where: { staffId: "taoshan-staff-03" } })).toBe(1);
  });

  it("has one effect for one client key (I-K15)", async () => {
    const clientMutationId = randomUUID();
    await appraise(3, false, centreDirector, { clientMutationId });
    await appraise(3, false, centreDirector, { clientMutationId });

    expect(await staff.db.followUp.count({ where: { doneAt: null, dueOn: { gt: "2026-03-02" } } })).toBe(2);
  });

  it("is refused from others, for a quarter still running, and without the five aspects", async () => {
    expect(code(await appraise(3, false, directorCivil))).toBe("NOT_APPRAISER");
    expect(code(await appraise(3, false, officerA))).toBe("NOT_APPRAISER");
    expect(code(await appraise(1, false, centreDirector, { year: 2026 }))).toBe("APPRAISAL_PERIOD_INVALID");
    expect(code(await appraise(3, false, centreDirector, { scores: scores.slice(1) }))).toBe(
      "APPRAISAL_ASPECTS_INVALID",
    );
  });
});

describe("two consecutive failed quarters (R173)", () => {
  it("return the person: B takes over at once, somebody is selected and is on post only when approved", async () => {
    await appraise(3, false);
    expect((await appraise(4, false)).data.consequence).toBe("RETURNED");

    expect(await postsOf("taoshan-staff-03")).toBe(0);
    const takeover = { postId: "taoshan-w2-a", endedAt: null };
    expect(await staff.db.dutySpell.findMany({ where: takeover })).toMatchObject([
      { kind: "TAKEOVER", staffId: "taoshan-staff-04", actingForId: null },
    ]);

    await staff.db.staffMember.create({
      data: { id: "newcomer", name: "测试新人", nameEn: "Newcomer", employment: "CONTRACT", homeUnit: "示例" },
    });
    const replacement = await staff.db.replacement.findFirstOrThrow();
    const input = { replacementId: replacement.id };
    const sender = replacement.homeDepartmentId === null ? centreDirector : directorCivil;
    expect(code(await staff.act(centreDirector, "approveReplacement", input))).toBe("REPLACEMENT_NOT_ALLOWED");
    const returned = { ...input, staffId: "taoshan-staff-03" };
    expect(code(await staff.act(sender, "nominateReplacement", returned))).toBe("REPLACEMENT_NOT_ALLOWED");
    await staff.act(sender, "nominateReplacement", { ...input, staffId: "newcomer" });
    expect(await postsOf("newcomer")).toBe(0);
    expect(code(await staff.act(officerB, "approveReplacement", input))).toBe("REPLACEMENT_NOT_ALLOWED");

    expect(code(await staff.act(centreDirector, "approveReplacement", input))).toBeUndefined();

    expect(await postsOf("newcomer")).toBe(1);
  });

  it("raise a vacancy alert where B is away (R151)", async () => {
    await staff.act(officerB, "signOut", { outletId: "taoshan-hall" });
    await appraise(3, false);
    await appraise(4, false);

    const spells = await staff.db.dutySpell.findMany({ where: { postId: "taoshan-w2-a", endedAt: null } });
    expect(spells).toMatchObject([{ kind: "VACANCY", staffId: null, actingForId: null }]);
  });

  it("are two also when nobody appraised the quarters between them, which are named", async () => {
    await appraise(1, false);
    const { data } = await staff.act(
      centreDirector,
      "recordAppraisal",
      { staffId: "taoshan-staff-03", year: 2025, quarter: 4, scores, passed: false },
      "consequence missingQuarters",
    );

    expect(data).toEqual({ consequence: "RETURNED", missingQuarters: ["2025-Q2", "2025-Q3"] });
  });

  it("are not two with a passed one between them", async () => {
    await appraise(1, false);
    await appraise(2, true);

    expect((await appraise(3, false)).data.consequence).toBe("ADMONITION");
    expect(await postsOf("taoshan-staff-03")).toBe(1);
  });
});

describe("who sees results (R130)", () => {
  const QUERY = `{ staffMember(id: "taoshan-staff-03") { appraisals { quarter passed } } }`;
  const seen = async (caller: Caller) =>
    (await staff.ask<{ staffMember: { appraisals: object[] } }>(caller, QUERY)).data.staffMember.appraisals.length;

  it("is the person, the appraising body, supervision and coordination, and nobody else", async () => {
    await appraise(3, false);

    for (const caller of [officerA, centreDirector, supervisor, coordinator]) expect(await seen(caller)).toBe(1);
    for (const caller of [officerB, directorCivil, stranger, anonymous]) expect(await seen(caller)).toBe(0);
  });
});
