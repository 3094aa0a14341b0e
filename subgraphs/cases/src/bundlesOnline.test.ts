import { type Caller, serviceCaller } from "@yimen/kernel/caller";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { DutyFacts } from "./domain/duty.js";
import { findHistories } from "./store/caseLog.js";
import { connect, type Db } from "./store/db.js";
import { firstBroken } from "./store/hashChain.js";
import { offerFarm, submitted } from "./testing/aBundle.js";
import { answered, type TestCases } from "./testing/aStoredCase.js";
import { applicant, approver, officer, otherApplicant, stranger } from "./testing/facts.js";
import { aTypedFile, farmPapers, onlineBundleActs } from "./testing/onlineBundles.js";
import { codeOf, startTestCases } from "./testing/startTestCases.js";
import { actOnDeadlines } from "./watchDeadlines.js";

let cases: TestCases;
let db: Db;
beforeAll(async () => {
  cases = await startTestCases();
  db = connect(cases.databaseUrl);
});
const certificates = ["taoshan-agriculture", "taoshan-water"].map((departmentId) => ({
  id: departmentId,
  departmentId,
}));
const clerk = (staffId: string): Caller => ({ ...officer, subject: staffId, claims: { ...officer.claims, staffId } });
beforeEach(() => {
  cases.world.duties.clear();
  offerFarm(cases);
  for (const staffId of ["officer", "colleague"]) cases.world.duties.set(staffId, { certificates });
  cases.world.now = new Date("2026-03-02T01:30:00.000Z"); // a Monday
});
afterAll(async () => {
  await db.$disconnect();
  await cases[Symbol.asyncDispose]();
});

const { handedIn, act, takeUp, takenUp, read, waitingAt } = onlineBundleActs(() => cases);
const typesOf = async (id: string) => (await findHistories(db, [id])).map(({ type }) => type);
const withdraw = (caseId: string | undefined) =>
  cases.act(applicant, "withdrawOwnCase", { caseId, reason: "示例" }, "status");

describe("a bundle that waits online (R064, R069)", () => {
  it("stands once in the list of the windows that may take it up, and its parts in none, until one does", async () => {
    const { bundleCase } = await handedIn();
    const parts = answered(
      await cases.ask<{ waitingOnline: { id: string }[] }>(
        officer,
        `{ waitingOnline(windowId: "taoshan-w2", first: 100) { id } }`,
      ),
    ).waitingOnline.map(({ id }) => id);

    expect((await waitingAt()).at(-1)).toBe(bundleCase.id);
    for (const { id } of bundleCase.cases) expect(parts).not.toContain(id);
    for (const [staffId, duty] of [
      ["half", { windowDepartmentIds: ["taoshan-water"] }],
      ["lane", { windowKind: "GREEN_LANE" }],
    ] as const) {
      cases.world.duties.set(staffId, duty);
      expect(await waitingAt("taoshan-w2", clerk(staffId))).toEqual([]);
    }
    const elsewhere = await cases.ask(stranger, `{ bundlesWaitingOnline(windowId: "taoshan-w2") { id } }`);
    expect(codeOf(elsewhere)).toBe("NOT_YOUR_OUTLET");

    answered(await takeUp(bundleCase.id));
    expect(await waitingAt()).not.toContain(bundleCase.id);
  });

  it("is nobody's to work on before a window has taken up all of it", async () => {
    const { bundleCase } = await handedIn();
    const [first] = bundleCase.cases;

    expect(codeOf(await act(officer, "acceptBundle", bundleCase.id))).toBe("CASE_NOT_TAKEN_UP");
    expect(codeOf(await act(officer, "receiveBundleMaterials", bundleCase.id, { materialTypes: ["RULES"] }))).toBe(
      "CASE_NOT_TAKEN_UP",
    );
    expect(codeOf(await cases.act(officer, "takeUpCase", { caseId: first?.id, windowId: "taoshan-w2" }))).toBe(
      "BUNDLE_TAKEN_UP_TOGETHER",
    );
    expect((await read(bundleCase.id)).cases.map(({ version }) => version)).toEqual([1, 1, 1]);
  });

  it("is taken up by whoever may take it in at that window, and by nobody else (R071, R147, I-K7)", async () => {
    const { bundleCase } = await handedIn();
    const take = async (caller: Caller, duty: Partial<DutyFacts> = {}) => {
      cases.world.duties.set(caller.claims.staffId ?? "", { certificates, ...duty });
      return codeOf(await takeUp(bundleCase.id, caller));
    };

    expect(await take(stranger, { outletId: "shanyang-centre" })).toBe("NOT_YOUR_CASE");
    expect(await take(stranger)).toBe("NOT_YOUR_OUTLET");
    expect(await take(applicant)).toBe("STAFF_ONLY");
    expect(await take(officer, { windowKind: "DEPARTMENT" })).toBe("WINDOW_TAKES_NO_BUNDLES");
    expect(await take(officer, { windowDepartmentIds: ["taoshan-water"] })).toBe("WINDOW_DOES_NOT_TAKE_MATTER");
    expect(await take(officer, { certificates: certificates.slice(1) })).toBe("NOT_CERTIFIED");
    expect(await take(officer, { present: false })).toBe("NOT_ON_DUTY");
    expect((await read(bundleCase.id)).cases.map(({ takenUp }) => takenUp)).toEqual([null, null, null]);

    expect(await take(officer, { windowKind: "ONE_THING" })).toBe("done");
    expect(await take(officer)).toBe("NOT_HANDED_IN_ONLINE"); // it has it already
    const { bundleCase: atWindow } = await submitted(cases);
    expect(codeOf(await takeUp(atWindow.id, officer, "taoshan-w3"))).toBe("NOT_HANDED_IN_ONLINE");
  });

  it("belongs with all its parts to that window and officer, and another window takes over all of it (0028)", async () => {
    const { bundle } = await takenUp();
    const over = answered(await takeUp(bundle.id, clerk("colleague"), "taoshan-w3"));

    for (const [found, windowId, officerId] of [
      [bundle, "taoshan-w2", "officer"],
      [over, "taoshan-w3", "colleague"],
    ] as const) {
      expect(found).toMatchObject({ window: { id: windowId }, visit: null, openedBy: null });
      for (const one of found.cases) {
        expect(one).toMatchObject({ status: "COLLECTED", window: { id: windowId }, visit: null, daysAtWindow: 0 });
        expect(one.takenUp?.by.officer.id).toBe(officerId);
      }
    }
    const history = await findHistories(db, [bundle.id]);
    expect(history.map(({ type, windowId }) => [type, windowId])).toEqual([
      ["BundleSubmitted", null],
      ["BundleTakenUp", "taoshan-w2"],
      ["BundleTakenUp", "taoshan-w3"],
    ]);
    expect(firstBroken(history)).toBeNull();
  });

  it("is taken up once when two officers do so at the same moment, and never in part", async () => {
    const { bundleCase } = await handedIn();

    const answers = await Promise.all(["officer", "colleague"].map((staffId) => takeUp(bundleCase.id, clerk(staffId))));

    const codes = answers.map(codeOf);
    expect(codes.filter((code) => code === "done")).toHaveLength(1);
    expect(["CASE_CHANGED_MEANWHILE", "NOT_HANDED_IN_ONLINE"]).toContain(codes.find((code) => code !== "done"));
    const { cases: parts } = await read(bundleCase.id);
    expect(new Set(parts.map((one) => one.takenUp?.by.officer.id)).size).toBe(1);
    expect(parts.map(({ version }) => version)).toEqual([2, 2, 2]);
    expect(await typesOf(bundleCase.id)).toEqual(["BundleSubmitted", "BundleTakenUp"]);
  });

  it("is taken up without the parts that were taken back, and not at all when all were", async () => {
    const { bundleCase } = await handedIn();
    const [first, ...rest] = bundleCase.cases;
    answered(await withdraw(first?.id));

    const taken = answered(await takeUp(bundleCase.id));
    expect(taken.cases.map((one) => [one.status, one.window?.id])).toEqual([
      ["WITHDRAWN", undefined],
      ["COLLECTED", "taoshan-w2"],
      ["COLLECTED", "taoshan-w2"],
    ]);

    const { bundleCase: other } = await handedIn();
    for (const { id } of other.cases) answered(await withdraw(id));
    expect((await read(other.id)).closedAt).not.toBeNull();
    expect(await waitingAt()).not.toContain(other.id);
    expect(codeOf(await takeUp(other.id))).toBe("BUNDLE_NOT_COLLECTED");
    for (const { id } of rest) answered(await withdraw(id));
    expect(await typesOf(bundleCase.id)).toEqual(["BundleSubmitted", "BundleTakenUp", "BundleClosed"]);
  });

  it("is deemed accepted after five days in which nobody does, and taken up whole even then (I-K6)", async () => {
    const { bundleCase } = await handedIn();
    cases.world.now = new Date("2026-03-10T01:30:00.000Z"); // Tuesday of the next week
    const errors: unknown[] = [];
    await actOnDeadlines(db, cases.world.now, (error) => errors.push(error));

    const taken = answered(await takeUp(bundleCase.id));
    expect(errors).toEqual([]);
    for (const one of taken.cases) expect(one).toMatchObject({ status: "ACCEPTED", window: { id: "taoshan-w2" } });
    expect(taken.dueOn).toBe("2026-03-23"); // 15 working days after Monday 2 March, when it came
    expect(codeOf(await act(officer, "acceptBundle", bundleCase.id))).toBe("BUNDLE_NOT_COLLECTED");
  });
});

describe("a bundle handed in online, once a window has it (R069)", () => {
  it("is accepted at once; the promise runs from then and the commitment is the applicant's (R060, I-K1)", async () => {
    const { bundle } = await takenUp({ materials: farmPapers.slice(0, 3).map(aTypedFile), committed: true });
    cases.world.now = new Date("2026-03-03T01:30:00.000Z");

    const accepted = answered(await act(officer, "acceptBundle", bundle.id));

    expect(accepted.dueOn).toBe("2026-03-24"); // 15 working days after Tuesday 3 March
    expect(accepted.cases.map(({ status }) => status)).toEqual(["ACCEPTED", "ACCEPTED", "ACCEPTED"]);
    expect(accepted.cases[0]?.materials.find(({ requirementId }) => requirementId === "a3")?.state).toBe("DEFERRED");
  });

  it("is told of step by step, and of its end; whoever holds the one receipt follows and rates it (R211, R178)", async () => {
    const { caseLogHead: after } = answered(await cases.ask<{ caseLogHead: string }>(officer, "{ caseLogHead }"));
    const { bundle, receipt } = await takenUp();
    await using events = await cases.subscribe<{ bundleEvents: { type: string; bundleCase: object } }>(
      applicant,
      "subscription ($id: ID!, $after: String) { bundleEvents(bundleCaseId: $id, after: $after) { type } }",
      { id: bundle.id, after },
    );
    answered(await act(officer, "acceptBundle", bundle.id));
    for (const { id } of bundle.cases) answered(await withdraw(id));

    const types: string[] = [];
    while (types.length < 15) {
      const { data } = (await events.next()) as { data: { bundleEvents: { type: string } } };
      types.push(data.bundleEvents.type);
    }
    const three = (type: string) => [type, type, type];
    expect(types).toEqual([
      ...["BundleSubmitted", ...three("CaseOpened"), ...three("CaseTakenUp"), "BundleTakenUp"],
      ...[...three("CaseAccepted"), ...three("CaseWithdrawn"), "BundleClosed"],
    ]);

    const PROGRESS =
      "query ($no: String!, $secret: String!) { bundleProgress(bundleNo: $no, secret: $secret) { cases { caseNo status } } }";
    const progress = await cases.ask<{ bundleProgress: { cases: { caseNo: string; status: string }[] } }>(
      otherApplicant,
      PROGRESS,
      { no: receipt.caseNo, secret: receipt.secret },
    );
    const followed = answered(progress).bundleProgress.cases;
    expect(followed.map(({ status }) => status)).toEqual(three("WITHDRAWN"));
    for (const { caseNo } of followed) {
      expect(await right(caseNo, receipt.secret)).toMatchObject({ online: true, ended: true, officerId: "officer" });
      expect(await right(caseNo, "WRONGWRONG22")).toBeNull();
    }
  });
  const right = async (caseNo: string, secret: string) =>
    answered(
      await cases.ask<{ matterEvaluationRight: object | null }>(
        serviceCaller("evaluation"),
        "query ($caseNo: String!, $secret: String) { matterEvaluationRight(caseNo: $caseNo, secret: $secret) { online ended officerId } }",
        { caseNo, secret },
      ),
    ).matterEvaluationRight;

  it("is put right before acceptance as any other, matter by matter (R089)", async () => {
    const { bundle } = await takenUp();
    const caseId = bundle.cases[0]?.id;
    answered(await cases.act(officer, "requestCorrection", { caseId, requirementIds: ["a2"], reason: "图纸未签章" }));
    const file = { requirementId: "a2", reference: "https://files.example/again", digest: "cd".repeat(32) };

    expect(codeOf(await cases.act(approver, "supplyMaterials", { caseId, materials: [file] }))).toBe("NOT_YOUR_CASE");
    answered(await cases.act(applicant, "supplyMaterials", { caseId, materials: [file] }));
    const accepted = answered(await act(officer, "acceptBundle", bundle.id));

    expect(accepted.cases.map(({ status }) => status)).toEqual(["ACCEPTED", "ACCEPTED", "ACCEPTED"]);
  });
});
