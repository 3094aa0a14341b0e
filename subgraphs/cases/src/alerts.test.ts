import { anonymous, type Caller } from "@yimen/kernel/caller";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connect, type Db } from "./store/db.js";
import { answered, opened, type TestCases, underReview } from "./testing/aStoredCase.js";
import { applicant, approver, officer, otherSupervisor, stranger, supervisor } from "./testing/facts.js";
import { markLog } from "./testing/markLog.js";
import { startTestCases } from "./testing/startTestCases.js";
import { actOnDeadlines } from "./watchDeadlines.js";

interface Alert {
  readonly caseAlerts: {
    readonly cursor: string;
    readonly kind: string;
    readonly percent: number | null;
    readonly case: { readonly id: string } | null;
  };
}

const ALERTS = `subscription ($outletId: ID, $departmentId: ID, $after: String) {
  caseAlerts(outletId: $outletId, departmentId: $departmentId, after: $after) { cursor kind percent case { id } }
}`;

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

const follow = (caller: Caller, variables: Record<string, unknown> = {}) =>
  cases.subscribe<Alert>(caller, ALERTS, { after: "0", ...variables });
const lookAt = (at: string) => actOnDeadlines(db, new Date(at), (error) => expect(error).toBeUndefined());
const generalist: Caller = { ...officer, claims: { ...officer.claims, staffId: "generalist", role: "GENERALIST" } };

async function take(alerts: Awaited<ReturnType<typeof follow>>, count: number) {
  const taken: Alert["caseAlerts"][] = [];
  while (taken.length < count) taken.push(answered((await alerts.next()) as never as { data: Alert }).caseAlerts);
  return taken;
}
const kinds = async (caller: Caller, count: number, variables = {}) => {
  await using alerts = await follow(caller, variables);
  return (await take(alerts, count)).map(({ kind }) => kind);
};
async function decided() {
  const { case: found } = await underReview(cases);
  answered(await cases.act(approver, "decideCase", { caseId: found.id, granted: true }));
  return found.id;
}

describe("alerts, live and from the log", () => {
  it("tell of 80 % and 100 % of the promise, and go on after the last one seen (R131)", async () => {
    const { case: found } = await underReview(cases);
    await using live = await follow(officer, { outletId: "taoshan-hall" });
    for (const day of ["2026-03-06", "2026-03-09", "2026-03-20"]) await lookAt(`${day}T17:00:00+08:00`);

    const seen = await take(live, 2);

    expect(seen.map(({ kind, percent, case: about }) => [kind, percent, about?.id])).toEqual([
      ["PROMISE_WARNING", 80, found.id],
      ["PROMISE_WARNING", 100, found.id],
    ]);
    await using again = await follow(officer, { after: seen[0]?.cursor });
    expect(await take(again, 1)).toEqual(seen.slice(1));
  });

  it("tell on its last day of a deferral that expires, and of its end (I-K2)", async () => {
    const { case: found } = await opened(cases, { presentRequirementIds: ["m1", "m2"] });
    answered(await cases.act(officer, "acceptCase", { caseId: found.id, committed: true }));

    await lookAt("2026-03-05T08:30:00+08:00");
    await lookAt("2026-03-05T08:31:00+08:00");
    await lookAt("2026-03-05T17:00:00+08:00");

    expect(await kinds(approver, 2)).toEqual(["DEFERRAL_EXPIRING", "DEFERRAL_EXPIRED"]);
  });

  it("tell once of a result not delivered ten working days after the decision (I-K22)", async () => {
    const id = await decided();
    await lookAt("2026-03-16T16:59:59+08:00");
    expect(await db.caseEvent.count({ where: { streamId: id, type: "ReminderRaised" } })).toBe(0);

    for (const day of ["2026-03-16", "2026-03-17", "2026-06-30"]) await lookAt(`${day}T17:00:00+08:00`);

    expect(await db.caseEvent.count({ where: { streamId: id, type: "ReminderRaised" } })).toBe(1);
    expect(await kinds(supervisor, 1)).toEqual(["RESULT_NOT_DELIVERED"]);
  });

  it("tell once of a matter to be done at once that is not done when the office closes (I-K3)", async () => {
    const { matter } = cases.world;
    cases.world.matter = { ...matter, guide: { ...matter.guide, kind: "INSTANT" } };
    const { case: found } = await opened(cases);
    cases.world.matter = matter;
    answered(await cases.act(officer, "acceptCase", { caseId: found.id }));
    const told = () => db.caseEvent.count({ where: { streamId: found.id, type: "ReminderRaised" } });

    await lookAt("2026-03-02T16:59:59+08:00");
    expect(await told()).toBe(0);
    for (const time of ["2026-03-02T17:00:00", "2026-03-03T17:00:00"]) await lookAt(`${time}+08:00`);

    expect(await told()).toBe(1);
    expect((await kinds(supervisor, 1))[0]).toBe("INSTANT_NOT_CLOSED");
  });

  it("do not tell of a result that was delivered in time (I-K22)", async () => {
    const id = await decided();
    answered(await cases.act(approver, "makeResult", { caseId: id, documentNo: "示例-1" }));
    answered(await cases.act(approver, "issueResult", { caseId: id }));
    answered(await cases.act(officer, "deliverResult", { caseId: id }));

    expect(await lookAt("2026-06-30T17:00:00+08:00")).toBe(0);
  });

  it("are told to whose case it is, and to no stranger (R130)", async () => {
    const { case: found } = await underReview(cases);
    answered(await cases.act(supervisor, "urgeCase", { caseId: found.id, reason: "请在承诺时限内办结" }));
    for (const caller of [officer, approver, supervisor]) expect(await kinds(caller, 1)).toEqual(["CASE_URGED"]);

    for (const [caller, narrowed] of [
      [stranger, {}],
      [{ ...approver, claims: { ...approver.claims, departmentId: "taoshan-water" } }, {}],
      [supervisor, { outletId: "taoshan-street-1" }],
      [otherSupervisor, {}],
      [supervisor, { departmentId: "taoshan-water" }],
    ] as const) {
      await using alerts = await follow(caller, narrowed);
      const { outletId, departmentId }: Caller["claims"] = { ...caller.claims, ...narrowed };
      const own = { outletId: outletId ?? "taoshan-hall", departmentId: departmentId ?? "taoshan-civil-affairs" };
      await markLog(db, { ...own, type: "WarningRaised", data: { percent: 80 } });
      expect((await take(alerts, 1))[0]).toMatchObject({ kind: "PROMISE_WARNING", case: null });
    }
    for (const caller of [anonymous, applicant]) {
      await using alerts = await follow(caller);
      expect(JSON.stringify(await alerts.next().catch((refusal: unknown) => refusal))).toContain("STAFF_ONLY");
    }
  });
});

describe("urging a case (R110, R131)", () => {
  it("is for generalists of its outlet, coordinators and supervisors, and stands in its log", async () => {
    const { case: found } = await underReview(cases);
    const reason = "临近时限,请尽快办结";
    for (const caller of [
      officer,
      approver,
      { ...generalist, claims: { ...generalist.claims, outletId: "shanyang-centre" } },
    ]) {
      const { errors } = await cases.act(caller, "urgeCase", { caseId: found.id, reason });
      expect(errors?.[0]?.extensions).toMatchObject({ code: "NOT_YOURS_TO_URGE", rule: { id: "R110" } });
    }

    const urged = await cases.act(
      generalist,
      "urgeCase",
      { caseId: found.id, reason },
      "status urges { reason by { officer { id } } } log { type }",
    );

    expect(answered(urged)).toMatchObject({
      status: "UNDER_REVIEW",
      urges: [{ reason, by: { officer: { id: "generalist" } } }],
    });
    expect(JSON.stringify(urged.data)).toContain("CaseUrged");
  });
});
