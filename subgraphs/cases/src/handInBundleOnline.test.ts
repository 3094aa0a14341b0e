import { randomUUID } from "node:crypto";
import { anonymous, type Caller } from "@yimen/kernel/caller";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { MatterForCase } from "./catalogueClient.js";
import { connect, type Db } from "./store/db.js";
import { farm, offerFarm } from "./testing/aBundle.js";
import { answered, type TestCases } from "./testing/aStoredCase.js";
import { applicant, approver, officer, officerDuty, otherApplicant, stranger, supervisor } from "./testing/facts.js";
import { aTypedFile, farmPapers, onlineBundleActs } from "./testing/onlineBundles.js";
import { codeOf, startTestCases } from "./testing/startTestCases.js";

let cases: TestCases;
let db: Db;
beforeAll(async () => {
  cases = await startTestCases();
  db = connect(cases.databaseUrl);
});
beforeEach(() => {
  offerFarm(cases);
  cases.world.outletsTaking = ["taoshan-hall"];
  cases.world.windows = [{ kind: "COMPREHENSIVE", departmentIds: officerDuty.windowDepartmentIds }];
});
afterAll(async () => {
  await db.$disconnect();
  await cases[Symbol.asyncDispose]();
});

const { handIn, handedIn, read } = onlineBundleActs(() => cases);
const counts = () =>
  Promise.all([db.bundleCase.count(), db.case.count(), db.caseEvent.count(), db.caseDocument.count()]);
/** The farm's bundle with its first matter changed. */
const offerFirst = (change: Partial<MatterForCase>) => {
  const [first, ...rest] = farm.matters;
  cases.world.bundle = { ...farm, matters: [{ ...(first as MatterForCase), ...change }, ...rest] };
};
const guideOfFirst = (change: Partial<MatterForCase["guide"]>) =>
  offerFirst({ guide: { ...(farm.matters[0] as MatterForCase).guide, ...change } });

describe("one thing handed in once, online (R064, R069, I-K12)", () => {
  it("makes exactly one sub-case for each matter, without a visit and a window, and counts each file for all of them", async () => {
    const { bundleCase, receipt } = await handedIn();

    expect(bundleCase).toMatchObject({ channel: "ONLINE", window: null, visit: null, openedBy: null, dueOn: null });
    expect(receipt).toMatchObject({ caseNo: bundleCase.bundleNo, secret: expect.stringMatching(/^[2-9A-Z]{12}$/) });
    expect(bundleCase.cases.map(({ matter }) => matter.id)).toEqual(farm.matters.map(({ matterId }) => matterId));
    for (const one of bundleCase.cases) {
      expect(one).toMatchObject({ status: "COLLECTED", channel: "ONLINE", window: null, visit: null, daysAtWindow: 0 });
      for (const line of one.materials) expect(line).toMatchObject({ state: "PRESENT", digest: "ab".repeat(32) });
    }
    const files = bundleCase.cases.flatMap(({ documents }) => documents.map((file) => Object.values(file).join(" ")));
    expect(files.sort()).toEqual(
      ["a1 APPLICATION_FORM", "w1 APPLICATION_FORM", "s1 APPLICATION_FORM", "a2 LAYOUT_PLAN", "s2 LAYOUT_PLAN"]
        .concat(["w2 WATER_ASSESSMENT", "a3 RULES"])
        .map((file) => file.replace(" ", " https://files.example/"))
        .sort(),
    );
  });

  it("has one effect and one answer for one client key, however often and at once it is sent (I-K15)", async () => {
    const before = await counts();
    const input = { clientMutationId: randomUUID() };

    const answers = await Promise.all(Array.from({ length: 5 }, () => handIn(input)));
    answers.push(await handIn(input));

    expect(new Set(answers.map((answer) => JSON.stringify(answered(answer)))).size).toBe(1);
    expect(await counts()).toEqual(before.map((count, index) => count + ([1, 3, 4, 7][index] ?? 0)));
    expect(codeOf(await handIn({ ...input, committed: true }))).toBe("IDEMPOTENCY_KEY_REUSED");
  });

  it.each([
    ["OUTLET_DOES_NOT_TAKE_MATTER", { outletId: "shanyang-centre" }],
    ["MATERIALS_MISSING", { materials: [] }],
    ["MATERIALS_MISSING", { materials: farmPapers.slice(0, 3).map(aTypedFile) }],
    ["MATERIALS_MISSING", { materials: farmPapers.slice(1).map(aTypedFile), committed: true }],
    ["MATERIAL_TYPE_NOT_IN_BUNDLE", { materials: [...farmPapers, "PASSPORT"].map(aTypedFile) }],
    ["E_LICENCE_NOT_ACCEPTED", { eLicences: [{ type: "LAYOUT_PLAN", licenceNo: "999999" }] }],
    ["DOCUMENT_NOT_VALID", { materials: [...farmPapers, "RULES"].map(aTypedFile) }],
    ["DOCUMENT_NOT_VALID", { materials: farmPapers.map((type) => ({ ...aTypedFile(type), digest: "none" })) }],
    ["FORM_NOT_VALID", { form: [] }],
    ["SITUATION_NOT_CLEAR", { situations: [{ matterId: "animal-health", answers: [{ question: "q", option: "o" }] }] }],
    ["APPLICANT_NOT_VALID", { applicant: { kind: "PERSON", name: " " } }],
  ])("answers %s to %j, and leaves nothing behind", async (code, change) => {
    const before = await counts();

    expect(codeOf(await handIn(change))).toBe(code);
    expect(await counts()).toEqual(before);
  });

  it.each([
    ["MATTER_NOT_HANDLED_ONLINE", () => offerFirst({ handledOnline: false })],
    ["JOINT_LIMIT_ABOVE_STATUTORY", () => limit(46)],
    ["OUTLET_TAKES_NO_BUNDLES", () => windows(["DEPARTMENT", ["taoshan-agriculture", "taoshan-water"]])],
    [
      "OUTLET_TAKES_NO_BUNDLES",
      () => windows(["COMPREHENSIVE", ["taoshan-agriculture"]], ["ONE_THING", ["taoshan-water"]]),
    ],
    ["done", () => windows(["DEPARTMENT", []], ["ONE_THING", ["taoshan-agriculture", "taoshan-water"]])],
  ])("answers %s where a matter, its limit or the outlet's windows are so (R071)", async (code, given) => {
    given();

    expect(codeOf(await handIn())).toBe(code);
  });
  const limit = (value: number) => {
    cases.world.bundle = { ...farm, jointLimit: { value, unit: "WORKING_DAY" } };
  };
  const windows = (...given: (readonly [string, readonly string[]])[]) => {
    cases.world.windows = given.map(([kind, departmentIds]) => ({ kind, departmentIds }));
  };

  it("is the applicant's to hand in, and nobody else's", async () => {
    for (const caller of [anonymous, officer, approver]) {
      expect(codeOf(await handIn({}, caller))).toBe("APPLICANT_ONLY");
    }
  });

  it("leaves nothing behind when the storing of any sub-case fails, and succeeds when it is tried again", async () => {
    const before = await counts();
    const clientMutationId = randomUUID();
    await db.$executeRawUnsafe(`create function "crash"() returns trigger language plpgsql as $$ begin
      if new."matter_id" = 'soil-conservation' then raise exception 'crash'; end if; return new; end $$`);
    await db.$executeRawUnsafe(
      `create trigger "crash" before insert on "case" for each row execute function "crash"()`,
    );

    const crashed = await handIn({ clientMutationId });
    await db.$executeRawUnsafe(`drop trigger "crash" on "case"`);

    expect(codeOf(crashed)).toBe("INTERNAL_SERVER_ERROR");
    expect(await counts()).toEqual(before);
    expect((await handedIn({ clientMutationId })).bundleCase.cases).toHaveLength(3);
  });

  it("asks for what the answers to each matter's questions make necessary, and takes nothing else (R038)", async () => {
    const [plan] = (farm.matters[1] as MatterForCase).guide.materials;
    const map = { ...(plan as NonNullable<typeof plan>), id: "a4", code: "a4", type: "MAP", necessity: "CONDITIONAL" };
    guideOfFirst({
      materials: [...(farm.matters[0] as MatterForCase).guide.materials, map],
      questions: [
        {
          key: "near-water",
          options: [
            { key: "yes", materialCodes: ["a4"] },
            { key: "no", materialCodes: [] },
          ],
        },
      ],
    });
    const inSituation = (option: string, types: readonly string[]) =>
      handIn({
        situations: [{ matterId: "animal-health", answers: [{ question: "near-water", option }] }],
        materials: types.map(aTypedFile),
      });

    expect(codeOf(await handIn())).toBe("SITUATION_NOT_CLEAR");
    expect(codeOf(await inSituation("yes", farmPapers))).toBe("MATERIALS_MISSING");
    expect(codeOf(await inSituation("no", [...farmPapers, "MAP"]))).toBe("MATERIAL_TYPE_NOT_IN_BUNDLE");
    expect(codeOf(await inSituation("yes", [...farmPapers, "MAP"]))).toBe("done");
    expect(codeOf(await inSituation("no", farmPapers))).toBe("done");
  });

  it("takes an e-licence in place of a paper for every matter that lets it stand, which is no visit (R065, R115)", async () => {
    const [form, ...others] = (farm.matters[0] as MatterForCase).guide.materials;
    guideOfFirst({
      materials: [form as NonNullable<typeof form>, ...others.map((one) => ({ ...one, eLicence: "营业执照" }))],
    });
    const eLicences = [{ type: "RULES", licenceNo: "999999-示例-1" }];

    const { bundleCase } = await handedIn({ materials: farmPapers.slice(0, 3).map(aTypedFile), eLicences });

    const [animalHealth] = bundleCase.cases;
    expect(animalHealth?.materials).toContainEqual({ requirementId: "a3", state: "PRESENT", digest: null });
    expect(animalHealth?.daysAtWindow).toBe(0);
  });
});

describe("who sees a bundle that waits online (I-G1, R130)", () => {
  it("is seen in full by its applicant, its outlet and its overseers; a stranger reads nothing personal", async () => {
    const { bundleCase } = await handedIn();
    const personal = (caller: Caller) =>
      cases.ask(caller, "query ($id: ID!) { bundleCase(id: $id) { applicant { name } form { key } } }", {
        id: bundleCase.id,
      });

    for (const caller of [applicant, officer, supervisor]) {
      expect(codeOf(await personal(caller))).toBe("done");
      expect((await read(bundleCase.id, caller)).cases).toHaveLength(3);
    }
    for (const caller of [otherApplicant, stranger]) expect(codeOf(await personal(caller))).toBe("NOT_YOUR_CASE");
  });

  it("stands in the list of its applicant's own, and in nobody else's", async () => {
    const { bundleCase } = await handedIn();
    const own = async (caller: Caller) => {
      const query = "{ bundleCases(filter: { mine: true, channel: ONLINE }, first: 100) { id channel } }";
      return answered(await cases.ask<{ bundleCases: { id: string; channel: string }[] }>(caller, query)).bundleCases;
    };

    expect(await own(applicant)).toContainEqual({ id: bundleCase.id, channel: "ONLINE" });
    for (const caller of [otherApplicant, officer, anonymous]) expect(await own(caller)).toEqual([]);
  });
});
