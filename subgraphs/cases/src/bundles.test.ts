import { randomUUID } from "node:crypto";
import { anonymous } from "@yimen/kernel/caller";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findHistories } from "./store/caseLog.js";
import { connect, type Db } from "./store/db.js";
import { firstBroken } from "./store/hashChain.js";
import { farm, offerFarm, type SubmittedBundle, submit, submitted } from "./testing/aBundle.js";
import { answered, type TestCases } from "./testing/aStoredCase.js";
import { applicant, approver, officer, stranger } from "./testing/facts.js";
import { codeOf, startTestCases } from "./testing/startTestCases.js";

let cases: TestCases;
let db: Db;
beforeAll(async () => {
  cases = await startTestCases();
  db = connect(cases.databaseUrl);
});
beforeEach(() => {
  cases.world.duties.clear();
  offerFarm(cases);
});
afterAll(async () => {
  await db.$disconnect();
  await cases[Symbol.asyncDispose]();
});

interface BundleView {
  readonly closedAt: string | null;
  readonly dueOn: string | null;
  readonly materials: { readonly type: string; readonly state: string; readonly caseIds: string[] }[];
  readonly form: { readonly key: string }[];
  readonly cases: { readonly id: string; readonly status: string; readonly dueOn: string | null }[];
}
const agriculture = { ...approver, claims: { ...approver.claims, departmentId: "taoshan-agriculture" } };
const water = { ...approver, claims: { ...approver.claims, departmentId: "taoshan-water" } };
const counts = async () => [await db.bundleCase.count(), await db.case.count(), await db.caseEvent.count()];
const view = async (id: string, fields: string, caller = officer) =>
  cases.ask<{ bundleCase: BundleView | null }>(caller, `query ($id: ID!) { bundleCase(id: $id) { ${fields} } }`, {
    id,
  });
const seen = async (id: string, fields: string, caller = officer) => {
  const { bundleCase } = answered(await view(id, fields, caller));
  if (!bundleCase) throw new Error("not to be seen");
  return bundleCase;
};

describe("one thing handed in once (R069, I-K12)", () => {
  it("makes exactly one sub-case for each matter, with one set of materials and one form", async () => {
    const { bundleCase } = await submitted(cases, { presentMaterialTypes: ["APPLICATION_FORM", "LAYOUT_PLAN"] });

    expect(bundleCase.cases.map(({ matter }) => matter.id)).toEqual(farm.matters.map(({ matterId }) => matterId));
    const { materials, form } = await seen(bundleCase.id, "materials { type state caseIds } form { key value }");
    expect(materials.map(({ type, state, caseIds }) => [type, state, caseIds.length])).toEqual([
      ["APPLICATION_FORM", "PRESENT", 3],
      ["LAYOUT_PLAN", "PRESENT", 2],
      ["RULES", "MISSING", 1],
      ["WATER_ASSESSMENT", "MISSING", 1],
    ]);
    expect(form.map(({ key }) => key).sort()).toEqual(["address", "species", "volume"]);
  });

  it("has one effect and one answer however often it arrives", async () => {
    const before = await counts();
    const clientMutationId = randomUUID();

    const answers = await Promise.all(Array.from({ length: 5 }, () => submitted(cases, { clientMutationId })));

    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const [bundles, subCases] = await counts();
    expect([bundles, subCases]).toEqual([(before[0] as number) + 1, (before[1] as number) + 3]);
  });

  it("leaves nothing behind when the storing of any sub-case fails, and succeeds when it is tried again", async () => {
    const before = await counts();
    const clientMutationId = randomUUID();
    await db.$executeRawUnsafe(`create function "crash"() returns trigger language plpgsql as $$ begin
      if new."matter_id" = 'soil-conservation' then raise exception 'crash'; end if; return new; end $$`);
    await db.$executeRawUnsafe(
      `create trigger "crash" before insert on "case" for each row execute function "crash"()`,
    );

    const crashed = await submit(cases, { clientMutationId });
    await db.$executeRawUnsafe(`drop trigger "crash" on "case"`);

    expect(codeOf(crashed)).toBe("INTERNAL_SERVER_ERROR");
    expect(await counts()).toEqual(before);
    expect((await submitted(cases, { clientMutationId })).bundleCase.cases).toHaveLength(3);
  });

  it("is accepted at once, with a joint limit that no sub-case exceeds", async () => {
    const { bundleCase } = await submitted(cases);

    expect(codeOf(await cases.act(officer, "acceptCase", { caseId: bundleCase.cases[0]?.id }))).toBe(
      "BUNDLE_ACCEPTED_TOGETHER",
    );
    answered(await cases.act(officer, "acceptBundle", { bundleCaseId: bundleCase.id }, "id"));

    const { dueOn, cases: subCases } = await seen(bundleCase.id, "dueOn cases { id status dueOn }");
    expect(dueOn).toBe("2026-03-23"); // 15 working days after Monday 2 March
    expect(subCases.map((one) => one.status)).toEqual(["ACCEPTED", "ACCEPTED", "ACCEPTED"]);
    expect(subCases.map((one) => one.dueOn)).toEqual(["2026-03-11", "2026-03-23", "2026-03-09"]); // 7, 15 of 20, 5
    expect(codeOf(await cases.act(officer, "acceptBundle", { bundleCaseId: bundleCase.id }, "id"))).toBe(
      "BUNDLE_NOT_COLLECTED",
    );
  });

  it("moves its last day with a sub-case whose limit was extended, so that none is due later", async () => {
    const { bundleCase } = await submitted(cases);
    answered(await cases.act(officer, "acceptBundle", { bundleCaseId: bundleCase.id }, "id"));
    const [, longest] = bundleCase.cases;
    answered(await cases.act(water, "pickUpCase", { caseId: longest?.id }));
    answered(await cases.act(water, "extendLimit", { caseId: longest?.id, workingDays: 3, reason: "示例" }));

    const { dueOn, cases: subCases } = await seen(bundleCase.id, "dueOn cases { dueOn }");

    expect(dueOn).toBe("2026-03-26");
    for (const one of subCases) expect(one.dueOn && one.dueOn <= "2026-03-26").toBe(true);
  });

  it("takes a paper once for all who need it, tells at once what is missing, and takes no other", async () => {
    const { bundleCase } = await submitted(cases, { presentMaterialTypes: [] });
    const accept = (committed = true) =>
      cases.act(officer, "acceptBundle", { bundleCaseId: bundleCase.id, committed }, "id");
    const bring = (materialTypes: string[]) =>
      cases.act(officer, "receiveBundleMaterials", { bundleCaseId: bundleCase.id, materialTypes }, "id");

    const { errors } = await accept();
    expect(errors?.[0]?.extensions).toMatchObject({ code: "MATERIALS_MISSING", missing: { length: 6 } });
    expect(codeOf(await bring(["PASSPORT"]))).toBe("MATERIAL_TYPE_NOT_IN_BUNDLE");
    answered(await bring(["APPLICATION_FORM", "LAYOUT_PLAN", "WATER_ASSESSMENT"]));
    expect(codeOf(await accept(false))).toBe("MATERIALS_MISSING");
    answered(await accept(true));

    const { materials } = await seen(bundleCase.id, "materials { type state }");
    expect(materials.find(({ type }) => type === "RULES")?.state).toBe("DEFERRED");
  });

  it("is closed when all sub-cases are, though the last two are closed at the same moment", async () => {
    const { bundleCase } = await submitted(cases);
    const close = (caseId: string | undefined) => cases.act(officer, "withdrawCase", { caseId, reason: "申请人撤回" });
    const [first, ...rest] = bundleCase.cases;

    answered(await close(first?.id));
    expect((await seen(bundleCase.id, "closedAt")).closedAt).toBeNull();
    for (const answer of await Promise.all(rest.map(({ id }) => close(id)))) answered(answer);

    expect((await seen(bundleCase.id, "closedAt")).closedAt).not.toBeNull();
    const history = await findHistories(db, [bundleCase.id]);
    expect(history.map(({ type }) => type)).toEqual(["BundleSubmitted", "BundleClosed"]);
    expect(firstBroken(history)).toBeNull();
  });

  it("is refused at a window that takes no bundles, without a certificate, or with a form not in order (R071)", async () => {
    cases.world.duties.set("officer", { windowKind: "GENERALIST" });
    expect(codeOf(await submit(cases))).toBe("WINDOW_TAKES_NO_BUNDLES");
    cases.world.duties.set("officer", { windowKind: "ONE_THING" });
    expect(codeOf(await submit(cases))).toBe("NOT_CERTIFIED");
    offerFarm(cases);
    cases.world.duties.set("officer", { ...cases.world.duties.get("officer"), windowKind: "ONE_THING" });
    expect(codeOf(await submit(cases))).toBe("done");
    for (const form of [[], [{ key: "colour", value: "红" }]]) {
      expect(codeOf(await submit(cases, { form }))).toBe("FORM_NOT_VALID");
    }
    cases.world.bundle = { ...farm, jointLimit: { value: 46, unit: "WORKING_DAY" } };
    expect(codeOf(await submit(cases))).toBe("JOINT_LIMIT_ABOVE_STATUTORY");
  });
});

describe("who sees a bundle (R130)", () => {
  it("shows a department its own sub-case and that there is a whole, and nobody what is personal", async () => {
    const { bundleCase } = await submitted(cases, { confidentiality: "PERSONAL_PRIVACY" });
    const others = async (caller: typeof officer) =>
      answered(await view(bundleCase.id, "cases { id }", caller)).bundleCase;

    expect((await others(agriculture))?.cases).toHaveLength(1);
    expect((await others(water))?.cases).toHaveLength(2);
    expect((await others(applicant))?.cases).toHaveLength(3);
    for (const caller of [anonymous, stranger, approver]) expect(await others(caller)).toBeNull();
    expect(codeOf(await view(bundleCase.id, "applicant { name }", agriculture))).toBe("NOT_YOUR_CASE");
    expect(codeOf(await cases.act(stranger, "acceptBundle", { bundleCaseId: bundleCase.id }, "id"))).toBe(
      "BUNDLE_CASE_NOT_FOUND",
    );
    const listed = await cases.ask<{ bundleCases: { id: string }[] }>(anonymous, "{ bundleCases(first: 100) { id } }");
    expect(answered(listed).bundleCases.map(({ id }) => id)).not.toContain(bundleCase.id);
  });

  it("tells progress to whoever holds the one receipt, and to nobody else (R211)", async () => {
    const { bundleCase, receipt } = await submitted(cases);
    const ask = (secret: string) =>
      cases.ask<{ bundleProgress: { cases: { status: string }[] } | null }>(
        anonymous,
        "query ($no: String!, $secret: String!) { bundleProgress(bundleNo: $no, secret: $secret) { cases { status } } }",
        { no: bundleCase.bundleNo, secret },
      );

    expect(answered(await ask(receipt.secret)).bundleProgress?.cases).toHaveLength(3);
    expect(answered(await ask("WRONG")).bundleProgress).toBeNull();
  });
});

describe("a bundle's events", () => {
  it("tell of the parent and of every step of its sub-cases, in order", async () => {
    const { caseLogHead: after } = answered(await cases.ask<{ caseLogHead: string }>(officer, "{ caseLogHead }"));
    const { bundleCase } = await submitted(cases);
    await using events = await cases.subscribe<{ bundleEvents: { type: string; case: { id: string } | null } }>(
      officer,
      "subscription ($id: ID!, $after: String) { bundleEvents(bundleCaseId: $id, after: $after) { type case { id } } }",
      { id: bundleCase.id, after },
    );
    for (const { id } of bundleCase.cases)
      answered(await cases.act(officer, "withdrawCase", { caseId: id, reason: "示例" }));

    const types: string[] = [];
    while (types.length < 8) {
      const { data } = (await events.next()) as { data: { bundleEvents: { type: string } } };
      types.push(data.bundleEvents.type);
    }

    expect(types).toEqual([
      "BundleSubmitted",
      "CaseOpened",
      "CaseOpened",
      "CaseOpened",
      "CaseWithdrawn",
      "CaseWithdrawn",
      "CaseWithdrawn",
      "BundleClosed",
    ]);
  });
});

describe("the share of bundles (R070)", () => {
  it("is counted both ways, of a region and a year", async () => {
    const before = answered(await share()).bundleShare;
    const { bundleCase }: SubmittedBundle = await submitted(cases);
    const after = answered(await share()).bundleShare;

    expect(bundleCase.cases).toHaveLength(3);
    expect(after.byCase).toMatchObject({ part: before.byCase.part + 3, whole: before.byCase.whole + 3 });
    expect(after.bySubmission).toMatchObject({
      part: before.bySubmission.part + 1,
      whole: before.bySubmission.whole + 1,
    });
    expect(codeOf(await cases.ask(officer, `{ bundleShare(regionId: "taoshan", year: 1) { byCase { part } } }`))).toBe(
      "YEAR_NOT_VALID",
    );
  });
  interface Counted {
    readonly bundleShare: Record<"byCase" | "bySubmission", { part: number; whole: number }>;
  }
  const share = () =>
    cases.ask<Counted>(
      anonymous,
      `{ bundleShare(regionId: "taoshan", year: 2026) { byCase { part whole met } bySubmission { part whole met } } }`,
    );
});
