import type { Caller } from "@yimen/kernel/caller";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { offerFarm } from "./testing/aBundle.js";
import { answered, type TestCases } from "./testing/aStoredCase.js";
import { agriculture, bundleDecisions, ofDepartment, water } from "./testing/decidedBundles.js";
import { applicant, officer } from "./testing/facts.js";
import { codeOf, startTestCases } from "./testing/startTestCases.js";

let cases: TestCases;
beforeAll(async () => {
  cases = await startTestCases();
  cases.world.roles.set("director", "DIRECTOR");
});
beforeEach(() => {
  offerFarm(cases);
  at("2026-03-02T01:30:00.000Z"); // a Monday
});
afterAll(() => cases[Symbol.asyncDispose]());

const { at, step, done, takenUp, read, accepted, decided, issued, deliver, seen } = bundleDecisions(() => cases);

describe("the departments of a bundle that came online (R055, R069, R079)", () => {
  it("work on their parts after acceptance, each on its own and on no other's", async () => {
    const { bundle } = await takenUp();
    expect(codeOf(await step(agriculture, "pickUpCase", bundle.cases[0]?.id ?? ""))).toBe(
      "CASE_TRANSITION_NOT_ALLOWED",
    );

    const { id, animals, abstraction } = await accepted();
    expect(codeOf(await step(water, "pickUpCase", animals.id))).toBe("NOT_YOUR_CASE");
    expect(codeOf(await step(officer, "pickUpCase", animals.id))).toBe("NOT_YOUR_CASE");
    expect(codeOf(await step(agriculture, "decideCase", animals.id, { granted: true }))).toBe(
      "CASE_TRANSITION_NOT_ALLOWED",
    );
    expect(await done(agriculture, "pickUpCase", animals.id)).toBe("UNDER_REVIEW");
    expect(codeOf(await step(water, "decideCase", animals.id, { granted: true }))).toBe("NOT_YOUR_CASE");

    const documents = (caseId: string) =>
      cases.ask(water, `{ case(id: "${caseId}") { documents { reference } applicant { name } } }`);
    expect(codeOf(await documents(abstraction.id))).toBe("done");
    expect(codeOf(await documents(animals.id))).toBe("NOT_YOUR_CASE");
    expect((await seen(id)).statuses).toEqual(["UNDER_REVIEW", "ACCEPTED", "ACCEPTED"]);
  });

  it("decide none that they accepted themselves, and deny none without a reason (R085, R093)", async () => {
    const { animals } = await accepted();
    await done(agriculture, "pickUpCase", animals.id);
    const decide = async (caller: Caller, input: object) => codeOf(await step(caller, "decideCase", animals.id, input));

    expect(await decide(ofDepartment("agriculture", "officer"), { granted: true })).toBe("ACCEPTOR_MAY_NOT_DECIDE");
    expect(await decide(agriculture, { granted: false })).toBe("REASON_REQUIRED");
    expect(await decide(agriculture, { granted: true })).toBe("done");
  });

  it("seal a result by who has the right, which is one approved use, and make one on paper without (R126, R127, I-K17)", async () => {
    const bundle = await accepted();
    for (const part of ["animals", "soil"] as const) await decided(bundle, part, part === "animals");
    const result = { documentNo: bundle.animals.caseNo, electronic: true };
    expect(codeOf(await step(agriculture, "makeResult", bundle.animals.id, result))).toBe("SEAL_RIGHT_MISSING");
    const early = await step(water, "makeResult", bundle.abstraction.id, { documentNo: bundle.abstraction.caseNo });
    expect(codeOf(early)).toBe("CASE_TRANSITION_NOT_ALLOWED");

    expect(
      await done(ofDepartment("agriculture", "director", "DIRECTOR"), "makeResult", bundle.animals.id, result),
    ).toBe("RESULT_MADE");
    expect(await done(water, "makeResult", bundle.soil.id, { documentNo: bundle.soil.caseNo })).toBe("RESULT_MADE");

    const uses = `{ sealUses(first: 100) { documentNo approved alert { irregularity } case { id } } }`;
    const found = answered(await cases.ask<{ sealUses: { documentNo: string }[] }>(agriculture, uses)).sealUses;
    expect(found.filter(({ documentNo }) => documentNo === result.documentNo)).toEqual([
      { documentNo: result.documentNo, approved: true, alert: null, case: { id: bundle.animals.id } },
    ]);
    expect(answered(await cases.ask<{ sealUses: object[] }>(water, uses)).sealUses).toEqual([]); // on paper
  });
});

describe("the joint limit of a bundle that came online (R069, I-K12)", () => {
  it("runs from acceptance, not from when it came, and decisions and the end do not move it", async () => {
    const bundle = await accepted();
    const due = "2026-03-24"; // 15 working days after Tuesday 3 March
    expect((await read(bundle.id)).cases.map(({ dueOn }) => dueOn)).toEqual(["2026-03-12", due, "2026-03-10"]);
    expect((await seen(bundle.id)).dueOn).toBe(due);

    for (const [part, day] of [
      ["soil", "06"],
      ["animals", "10"],
      ["abstraction", "20"],
    ] as const) {
      at(`2026-03-${day}T02:00:00.000Z`);
      await issued(bundle, part);
      answered(await deliver(bundle[part].id));
      expect((await seen(bundle.id)).dueOn).toBe(due);
    }
    expect((await seen(bundle.id)).closed).toBe(true);
  });

  it("stands still with a part that is put right, so that no part is due later than all of it", async () => {
    const { id, abstraction } = await accepted();
    await done(water, "pickUpCase", abstraction.id);
    at("2026-03-05T02:00:00.000Z");
    await done(water, "requestCorrection", abstraction.id, { requirementIds: ["w2"], reason: "论证不全" });
    at("2026-03-10T02:00:00.000Z");
    const file = { requirementId: "w2", reference: "https://files.example/again", digest: "cd".repeat(32) };
    await done(applicant, "supplyMaterials", abstraction.id, { materials: [file] });

    const bundle = await read(id);
    expect(bundle.dueOn).toBe("2026-03-27"); // three working days later
    const last = bundle.cases.map(({ dueOn }) => dueOn ?? "").sort();
    expect(last.at(-1)).toBe(bundle.dueOn);
  });
});
