import { type Caller, serviceCaller } from "@yimen/kernel/caller";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findHistories } from "./store/caseLog.js";
import { connect, type Db } from "./store/db.js";
import { firstBroken } from "./store/hashChain.js";
import { offerFarm } from "./testing/aBundle.js";
import { answered, type TestCases } from "./testing/aStoredCase.js";
import { agriculture, bundleDecisions, named, type Part } from "./testing/decidedBundles.js";
import { applicant, officer } from "./testing/facts.js";
import { aTypedFile, farmPapers, onlineBundleActs } from "./testing/onlineBundles.js";
import { codeOf, startTestCases } from "./testing/startTestCases.js";
import { actOnDeadlines } from "./watchDeadlines.js";

let cases: TestCases;
let db: Db;
beforeAll(async () => {
  cases = await startTestCases();
  db = connect(cases.databaseUrl);
  cases.world.roles.set("director", "DIRECTOR");
});
beforeEach(() => {
  offerFarm(cases);
  at("2026-03-02T01:30:00.000Z"); // a Monday
});
afterAll(async () => {
  await db.$disconnect();
  await cases[Symbol.asyncDispose]();
});

const { at, step, done, read, accepted, decided, issued, deliver, seen } = bundleDecisions(() => cases);

describe("the end of a bundle that came online (R069, I-K12)", () => {
  it("is that of its last part, and tells every step in order (R211)", async () => {
    const { caseLogHead: after } = answered(await cases.ask<{ caseLogHead: string }>(officer, "{ caseLogHead }"));
    const bundle = await accepted();
    const stream =
      "subscription ($id: ID!, $after: String) { bundleEvents(bundleCaseId: $id, after: $after) { type case { id } } }";
    const variables = { id: bundle.id, after };
    await using events = await cases.subscribe<{ bundleEvents: object }>(applicant, stream, variables);
    for (const [part, granted, method] of [
      ["soil", true, "ELECTRONIC"],
      ["animals", false, "WINDOW"],
      ["abstraction", true, "EXPRESS"],
    ] as const) {
      expect(await issued(bundle, part, granted)).toBe("RESULT_ISSUED");
      expect((await seen(bundle.id)).closed).toBe(false);
      answered(await deliver(bundle[part].id, method));
    }

    const { closedAt, cases: parts } = await read(bundle.id);
    expect(closedAt).toBe(cases.world.now.toISOString());
    expect(parts.map(({ status, daysAtWindow }) => [status, daysAtWindow])).toEqual([
      ["DELIVERED", 1], // collected at the window
      ["DELIVERED", 0],
      ["DELIVERED", 0],
    ]);
    const all = [bundle.animals, bundle.abstraction, bundle.soil];
    const each = (type: string) => all.map(({ id }) => ({ type, case: { id } }));
    const steps = ["CasePickedUp", "CaseDecided", "ResultMade", "ResultIssued", "CaseDelivered"];
    const expected = [
      ...[{ type: "BundleSubmitted", case: null }, ...each("CaseOpened"), ...each("CaseTakenUp")],
      ...[{ type: "BundleTakenUp", case: null }, ...each("CaseAccepted")],
      ...[bundle.soil, bundle.animals, bundle.abstraction].flatMap(({ id }) =>
        steps.map((type) => ({ type, case: { id } })),
      ),
      { type: "BundleClosed", case: null },
    ];
    const told: object[] = [];
    while (told.length < expected.length) {
      told.push(((await events.next()) as { data: { bundleEvents: object } }).data.bundleEvents);
    }
    expect(told).toEqual(expected);
    for (const { id } of [bundle, ...all]) expect(firstBroken(await findHistories(db, [id]))).toBeNull();
  });

  it("comes once when the results of the last two parts are handed over at the same moment", async () => {
    const bundle = await accepted();
    for (const part of ["animals", "abstraction", "soil"] as const) await issued(bundle, part);
    answered(await deliver(bundle.soil.id));

    const last = await Promise.all([bundle.animals, bundle.abstraction].map(({ id }) => deliver(id)));

    for (const answer of last) answered(answer);
    const types = (await findHistories(db, [bundle.id])).map(({ type }) => type);
    expect(types).toEqual(["BundleSubmitted", "BundleTakenUp", "BundleClosed"]);
  });

  it("waits for what may follow: it is brought online and the result made, or that part is terminated (R060, I-K2)", async () => {
    const late = { materials: farmPapers.slice(0, 3).map(aTypedFile), committed: true };
    const [brought, missed] = [await accepted(late), await accepted(late)];
    for (const bundle of [brought, missed]) {
      for (const part of ["abstraction", "soil"] as const) {
        await issued(bundle, part);
        answered(await deliver(bundle[part].id));
      }
      await decided(bundle, "animals");
      const made = await step(agriculture, "makeResult", bundle.animals.id, { documentNo: "示例" });
      expect(codeOf(made)).toBe("DEFERRAL_OPEN");
    }
    const { reference, digest } = aTypedFile("RULES");
    const file = { requirementId: "a3", reference, digest };
    await done(applicant, "supplyMaterials", brought.animals.id, { materials: [file] });
    await done(agriculture, "makeResult", brought.animals.id, { documentNo: "示例" });
    at("2026-03-16T10:00:00.000Z");
    const look = () => actOnDeadlines(db, cases.world.now, (error) => expect(error).toBeUndefined());
    await look(); // reminds of its last day
    await look();

    const ended = ["DELIVERED", "DELIVERED"];
    expect(await seen(brought.id)).toMatchObject({ closed: false, statuses: ["RESULT_MADE", ...ended] });
    expect(await seen(missed.id)).toMatchObject({ closed: true, statuses: ["TERMINATED", ...ended] });
  });

  it("needs a window, also where nobody accepted it in time and the departments decided all the same (I-K6)", async () => {
    const { handedIn, takeUp } = onlineBundleActs(() => cases);
    const { bundleCase, receipt } = await handedIn();
    at("2026-03-09T10:00:00.000Z");
    await actOnDeadlines(db, cases.world.now, (error) => expect(error).toBeUndefined());
    const bundle = named(bundleCase, receipt);
    const parts = ["animals", "abstraction", "soil"] as const;
    for (const part of parts) await issued(bundle, part);
    expect(codeOf(await deliver(bundle.soil.id))).toBe("CASE_NOT_TAKEN_UP");

    answered(await takeUp(bundle.id));
    for (const part of parts) answered(await deliver(bundle[part].id));

    const statuses = parts.map(() => "DELIVERED");
    expect(await seen(bundle.id)).toEqual({ closed: true, dueOn: "2026-03-23", statuses }); // from Monday 2 March
  });

  it("gives the right to rate each part once it has ended, by the one receipt, of who decided it (R178, R211)", async () => {
    const bundle = await accepted();
    const { secret } = bundle.receipt;
    await issued(bundle, "animals");
    expect(await right(bundle.animals.caseNo, { secret })).toMatchObject({ ended: false, officerId: "approver" });
    answered(await deliver(bundle.animals.id, "ELECTRONIC"));

    const entitled = { caseId: bundle.animals.id, online: true, ended: true, officerId: "approver" };
    for (const by of [{ secret }, { applicantId: "applicant-1" }]) {
      expect(await right(bundle.animals.caseNo, by)).toEqual(entitled);
      expect(await right(bundle.soil.caseNo, by)).toMatchObject({ ended: false, officerId: "officer" });
    }
    expect(await right(bundle.animals.caseNo, { secret: "WRONGWRONG22" })).toBeNull();
    expect(await right(bundle.animals.caseNo, { applicantId: "applicant-2" })).toBeNull();
  });
  const right = async (caseNo: string, by: object) => {
    const query = `query ($caseNo: String!, $secret: String, $applicantId: ID) {
      matterEvaluationRight(caseNo: $caseNo, secret: $secret, applicantId: $applicantId) { caseId online ended officerId }
    }`;
    const answer = await cases.ask<{ matterEvaluationRight: object | null }>(serviceCaller("evaluation"), query, {
      caseNo,
      ...by,
    });
    return answered(answer).matterEvaluationRight;
  };

  it("is fed back part by part by the outlet, unless it was taken into the applicant's hands (R088, I-K21)", async () => {
    const bundle = await accepted();
    const tell = async (caller: Caller, part: Part) =>
      codeOf(await step(caller, "feedBackResult", bundle[part].id, { channel: "SMS" }));
    for (const part of ["animals", "soil"] as const) await issued(bundle, part);
    expect(await tell(officer, "animals")).toBe("CASE_TRANSITION_NOT_ALLOWED");
    answered(await deliver(bundle.animals.id, "ELECTRONIC"));
    answered(await deliver(bundle.soil.id));

    expect(await tell(agriculture, "animals")).toBe("NOT_YOUR_CASE");
    expect(await tell(officer, "animals")).toBe("done");
    for (const part of ["animals", "soil"] as const) expect(await tell(officer, part)).toBe("NOTHING_TO_FEED_BACK");
  });
});
