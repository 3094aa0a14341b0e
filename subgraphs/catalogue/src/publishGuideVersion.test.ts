import { anonymous } from "@yimen/kernel/caller";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aGuide, aMaterial } from "./testing/guides.js";
import { staff, startTestCatalogue } from "./testing/startTestCatalogue.js";

const MATTER = "taoshan-social-organisation-change";
const PUBLISH = `mutation ($input: PublishGuideVersionInput!) {
  publishGuideVersion(input: $input) { id version effectiveFrom effectiveTo materials { code deferrable } matter { version } }
}`;
const READ = `query ($id: ID!, $at: Instant) { matter(id: $id, at: $at) { version guide { id effectiveTo } guides { id } } }`;

let catalogue: Awaited<ReturnType<typeof startTestCatalogue>>;
beforeAll(async () => {
  catalogue = await startTestCatalogue();
});
afterAll(() => catalogue[Symbol.asyncDispose]());

const chief = staff("CHIEF_REPRESENTATIVE");
let keys = 0;
const anInput = (given: object = {}) => ({
  clientMutationId: `k${++keys}`,
  matterId: MATTER,
  guide: aGuide(),
  ...given,
});
interface Published {
  readonly publishGuideVersion: { readonly id: string; readonly version: number };
}
const publish = (input: object, caller = chief) => catalogue.ask<Published>(PUBLISH, { input }, caller);
const codeOf = async (answer: ReturnType<typeof publish>) => (await answer).errors?.[0]?.extensions.code;
interface Read {
  readonly matter: {
    readonly version: number;
    readonly guide: { readonly id: string; readonly effectiveTo: string | null };
  };
}
const read = async (at?: string) => (await catalogue.ask<Read>(READ, { id: MATTER, at })).data.matter;

describe("publishing a guide", () => {
  it("ends the guide before at the same instant, and leaves the past as it was (R028, I-C3)", async () => {
    const { data } = await publish(anInput({ effectiveFrom: "2026-03-10T00:00:00.000Z", version: 1 }));

    expect(data.publishGuideVersion).toMatchObject({ id: `${MATTER}@2`, version: 2, matter: { version: 2 } });
    expect((await read()).guide).toEqual({ id: `${MATTER}@1`, effectiveTo: "2026-03-10T00:00:00.000Z" });
    expect((await read("2026-03-09T23:59:59.999Z")).guide.id).toBe(`${MATTER}@1`);
    expect((await read("2026-03-10T00:00:00.000Z")).guide).toEqual({ id: `${MATTER}@2`, effectiveTo: null });
  });

  it("tells the windows which materials may now come later (R060)", async () => {
    const deferrable = aMaterial({ code: "proof", deferrable: true, maxDeferralDays: 3 });
    await publish(anInput({ guide: aGuide({ materials: [aMaterial(), deferrable] }) }));

    const last = await catalogue.db.catalogueEvent.findFirst({ orderBy: { position: "desc" } });

    expect(last).toMatchObject({
      streamId: MATTER,
      type: "GuideVersionPublished",
      departmentId: "taoshan-civil-affairs",
    });
    expect(last?.data).toMatchObject({
      deferralChanges: expect.arrayContaining([{ code: "proof", deferrable: true }]),
      by: chief.subject,
    });
  });

  it("has one effect however often it is sent, and refuses the key for other input", async () => {
    const input = anInput({ effectiveFrom: "2026-04-01T00:00:00.000Z" });

    const answers = await Promise.all([publish(input), publish(input), publish(input)]);
    const other = publish({ ...input, effectiveFrom: "2026-05-01T00:00:00.000Z" });

    expect(new Set(answers.map(({ data }) => data.publishGuideVersion.id))).toHaveLength(1);
    expect(await codeOf(other)).toBe("IDEMPOTENCY_KEY_REUSED");
  });

  it("lets one of two writers win and tells the other the present version", async () => {
    const { version } = await read();
    const inputs = ["2026-06-01T00:00:00Z", "2026-07-01T00:00:00Z"].map((effectiveFrom) =>
      anInput({ effectiveFrom, version }),
    );

    const answers = await Promise.all(inputs.map((input) => publish(input)));

    const refused = answers.filter(({ errors }) => errors);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.errors?.[0]?.extensions).toMatchObject({
      code: "MATTER_CHANGED_MEANWHILE",
      current: { version: version + 1 },
    });
  });

  it.each([
    ["by a stranger", anonymous],
    ["by a window officer", staff("WINDOW_OFFICER")],
    ["by another department's director", staff("DIRECTOR", "taoshan-water")],
  ])("is refused %s", async (_, caller) => {
    expect(await codeOf(publish(anInput(), caller))).toBe("NOT_YOURS_TO_MAINTAIN");
  });

  it.each([
    ["its director", staff("DIRECTOR")],
    ["the coordination office", staff("COORDINATOR", "taoshan-business-environment")],
  ])("is open to %s", async (_, caller) => {
    expect(
      (await publish(anInput({ effectiveFrom: `2027-01-${10 + ++keys}T00:00:00Z` }), caller)).errors,
    ).toBeUndefined();
  });

  it.each([
    [
      "above the statutory limit",
      { guide: aGuide({ promisedLimit: { value: 21, unit: "WORKING_DAY" } }) },
      "PROMISE_ABOVE_STATUTORY",
      "R036",
    ],
    [
      "without a legal basis",
      { guide: aGuide({ materials: [aMaterial({ basis: "" })] }) },
      "MATERIAL_WITHOUT_BASIS",
      "R061",
    ],
    [
      "with a cancelled proof",
      { guide: aGuide({ materials: [aMaterial({ type: "KINSHIP_PROOF" })] }) },
      "CANCELLED_PROOF_REQUIRED",
      "R039",
    ],
    ["without a procedure", { guide: aGuide({ steps: [] }) }, "GUIDE_INCOMPLETE", "R027"],
    ["into the past", { effectiveFrom: "2026-03-02T00:59:59.999Z" }, "GUIDE_EFFECTIVE_IN_PAST", "R028"],
  ])("%s is refused and leaves nothing behind", async (_, given, code, rule) => {
    const before = await read();

    const { errors } = await publish(anInput(given));

    expect(errors?.[0]?.extensions).toMatchObject({ code, rule: { id: rule } });
    expect(await read()).toEqual(before);
  });
});

describe("the database itself", () => {
  it("refuses overlapping versions and changes of a published guide (I-C3, R028)", async () => {
    const now = new Date("2030-01-01T00:00:00Z");
    const row = { matterId: MATTER, effectiveFrom: now, publishedAt: now, publishedBy: "x", content: {} };

    await expect(catalogue.db.guideVersion.create({ data: { ...row, id: "x", version: 99 } })).rejects.toThrow(
      /overlap/,
    );
    await expect(
      catalogue.db.guideVersion.update({ where: { id: `${MATTER}@1` }, data: { content: {} } }),
    ).rejects.toThrow(/does not change/);
    await expect(catalogue.db.catalogueEvent.deleteMany({})).rejects.toThrow(/append-only/);
  });
});
