import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { staff, startTestCatalogue } from "./testing/startTestCatalogue.js";

let catalogue: Awaited<ReturnType<typeof startTestCatalogue>>;
beforeAll(async () => {
  catalogue = await startTestCatalogue();
});
afterAll(() => catalogue[Symbol.asyncDispose]());

const coordinator = staff("COORDINATOR", "shanyang-approval");
let keys = 0;

interface Answered<T> {
  readonly changed: T;
}
const act = <T>(mutation: string, input: object, fields: string, caller = coordinator, key = `k${++keys}`) =>
  catalogue.ask<Answered<T>>(
    `mutation ($input: ${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!) { changed: ${mutation}(input: $input) { ${fields} } }`,
    { input: { clientMutationId: key, ...input } },
    caller,
  );
const ids = (found: { id: string }[]) => found.map(({ id }) => id);

describe("powers delegated in batches (R051)", () => {
  interface Batch {
    readonly id: string;
    readonly number: number;
    readonly version: number;
    readonly basisRepealed: boolean;
    readonly entries: { matter: { id: string }; endedOn: string | null; endReason: string | null }[];
  }
  const FIELDS = "id number version basisRepealed entries { matter { id } endedOn endReason }";
  const delegate = (matterIds: string[], given: object = {}, caller = coordinator) => {
    const terms = { regionId: "shanyang", kind: "DELEGATION", effectiveOn: "2026-03-02", basis: "《示例赋权决定》" };
    return act<Batch>("publishBatch", { ...terms, matterIds, ...given }, FIELDS, caller);
  };
  const notAuthorised = async () =>
    ids(
      (await catalogue.ask<{ list: { id: string }[] }>(`{ list: presentNotAuthorised(regionId: "shanyang") { id } }`))
        .data.list,
    );

  it("are published by the coordination office, one batch after another", async () => {
    const { errors } = await delegate(["shanyang-health-certificate"], {}, staff("DIRECTOR", "shanyang-health"));
    expect(errors?.[0]?.extensions).toMatchObject({ code: "COORDINATION_OFFICE_ONLY", rule: { id: "R051" } });

    expect((await delegate(["shanyang-health-certificate"])).data.changed).toMatchObject({ number: 2, version: 1 });
    expect((await delegate(["shanyang-health-certificate"])).errors?.[0]?.extensions.code).toBe(
      "BATCH_MATTER_NOT_FREE",
    );
  });

  it("are numbered one by one, also when two are published at once", async () => {
    const both = await Promise.all(
      ["shanyang-pension-enrolment", "shanyang-subsistence-allowance"].map((id) => delegate([id])),
    );

    expect(both.map(({ data }) => data.changed.number).sort()).toEqual([3, 4]);
  });

  it("leave on a list what is present in towns and not delegated (R052)", async () => {
    const before = await notAuthorised();
    expect(before).toContain("shanyang-medical-insurance-enrolment");
    expect(before).not.toContain("shanyang-elderly-allowance");

    await delegate(["shanyang-medical-insurance-enrolment"]);
    expect(await notAuthorised()).toEqual(before.filter((id) => id !== "shanyang-medical-insurance-enrolment"));
  });

  it("are adjusted: what is taken out stays in the history, and is not authorised any more (R052)", async () => {
    const { id, version } = (await delegate(["shanyang-social-security-card"])).data.changed;
    const input = { batchId: id, version, matterId: "shanyang-social-security-card", reason: "机构职能调整" };
    const { data } = await act<Batch>("withdrawFromBatch", input, FIELDS);

    expect(data.changed.entries).toMatchObject([{ endedOn: "2026-03-02", endReason: "机构职能调整" }]);
    expect(await notAuthorised()).toContain("shanyang-social-security-card");
    expect((await act("withdrawFromBatch", input, FIELDS)).errors?.[0]?.extensions).toMatchObject({
      code: "BATCH_CHANGED_MEANWHILE",
      current: { version: 2 },
    });
  });

  it("and their matters are flagged when the provision they rest on is repealed, from its day", async () => {
    const flags = async () =>
      (
        await catalogue.ask<{ matter: { delegated: boolean; repealedBases: string[]; batches: Batch[] } }>(
          `{ matter(id: "shanyang-elderly-allowance") { delegated repealedBases batches { ${FIELDS} } } }`,
        )
      ).data.matter;
    const basis = "《山阳区赋予街道政务服务事项清单(示例)》";
    const repeal = { regionId: "shanyang", basis, repealedOn: "2026-03-03", source: "示例废止决定" };

    expect((await act("repealLegalBasis", repeal, "basis repealedOn")).data.changed).toEqual([
      { basis, repealedOn: "2026-03-03" },
    ]);
    expect(await flags()).toMatchObject({ repealedBases: [], batches: [{ basisRepealed: false }] });
    catalogue.setClock("2026-03-03T01:00:00Z");
    expect(await flags()).toMatchObject({
      delegated: true,
      repealedBases: [`${basis}第一条`],
      batches: [{ number: 1, basisRepealed: true }],
    });
    catalogue.setClock("2026-03-02T01:00:00Z");
    expect((await act("repealLegalBasis", repeal, "basis")).errors?.[0]?.extensions.code).toBe(
      "BASIS_ALREADY_REPEALED",
    );
  });
});

describe("the hall (R053)", () => {
  interface Hall {
    readonly hallPresence: {
      readonly rate: { part: number; whole: number };
      readonly absent: { id: string }[];
      readonly exempt: { id: string }[];
    };
  }
  const hall = async (regionId = "siyang") =>
    (
      await catalogue.ask<Hall>(
        `query ($regionId: ID!) { hallPresence(regionId: $regionId) { rate { part whole } absent { id } exempt { id } } }`,
        { regionId },
      )
    ).data.hallPresence;
  const matterId = "siyang-no-criminal-record";
  const exempt = (note: string, caller = coordinator) =>
    act("exemptFromHall", { matterId, reason: "NATIONAL_SECURITY", note }, "hallExemption { reason note }", caller);

  it("has every matter whose department is present, and names the absent ones", async () => {
    const [taoshan, siyang] = [await hall("taoshan"), await hall()];

    expect(taoshan).toMatchObject({ rate: { part: 29, whole: 29 }, absent: [], exempt: [] });
    expect(ids(siyang.absent)).toContain(matterId);
  });

  it("is left out only with a reason, by the coordination office, and entered again when that ends", async () => {
    const before = await hall();

    expect((await exempt(" ")).errors?.[0]?.extensions).toMatchObject({ code: "EXEMPTION_WITHOUT_REASON" });
    expect((await exempt("涉密场所", staff("DIRECTOR", "siyang-public-security"))).errors?.[0]?.extensions.code).toBe(
      "COORDINATION_OFFICE_ONLY",
    );
    expect((await exempt("涉密场所")).data.changed).toEqual({
      hallExemption: { reason: "NATIONAL_SECURITY", note: "涉密场所" },
    });
    const during = await hall();
    expect([during.rate.whole, ids(during.exempt)]).toEqual([before.rate.whole - 1, [matterId]]);

    await act("endHallExemption", { matterId }, "id");
    expect(await hall()).toEqual(before);
  });
});

describe("measures (R041)", () => {
  const record = (given: object = {}, caller = staff("DIRECTOR"), key?: string) =>
    act<{ optimisationMeasures: { kind: string; description: string }[] }>(
      "recordOptimisationMeasure",
      {
        matterId: "taoshan-social-organisation-change",
        kind: "STEPS",
        description: "合并审查与核准",
        takenOn: "2026-03-02",
        ...given,
      },
      "optimisationMeasures { kind description }",
      caller,
      key,
    );
  const counted = async () => {
    const { data } = await catalogue.ask<{ indicators: { measures: { kind: string; count: number }[] } }>(
      `{ indicators(regionId: "taoshan") { measures { kind count } } }`,
    );
    return Object.fromEntries(data.indicators.measures.map(({ kind, count }) => [kind, count]));
  };

  it("are recorded with their kind, once for one client key, and counted", async () => {
    const before = await counted();
    expect(before).toEqual({ STEPS: 0, MATERIALS: 1, TIME: 1, VISITS: 1, COST: 0, FEE_WAIVED: 0 });

    const [first, again] = [await record({}, undefined, "same"), await record({}, undefined, "same")];

    expect(first.data.changed).toEqual({ optimisationMeasures: [{ kind: "STEPS", description: "合并审查与核准" }] });
    expect(again.data).toEqual(first.data);
    expect(await counted()).toEqual({ ...before, STEPS: 1 });
  });

  it.each([
    ["that say nothing", { description: " " }, "MEASURE_NOT_TAKEN"],
    ["that are still to be taken", { takenOn: "2026-03-03" }, "MEASURE_NOT_TAKEN"],
    ["of another department", { matterId: "taoshan-water-abstraction" }, "NOT_YOURS_TO_MAINTAIN"],
  ])("%s are refused", async (_, given, code) => {
    expect((await record(given)).errors?.[0]?.extensions.code).toBe(code);
  });
});

describe("what the lists say of many matters", () => {
  it("takes the same few statements for a hundred as for one", async () => {
    const statements = async (first: number) => {
      const { errors } = await catalogue.ask(
        `query ($first: Int!) { matters(regionId: "taoshan", first: $first) { nodes {
          delegated repealedBases hallExemption { reason } optimisationMeasures { kind } batches { number basisRepealed }
          implementations { id } guide { operatingProcedure } } } }`,
        { first },
      );
      expect(errors).toBeUndefined();
      return catalogue.queries.length;
    };
    await statements(1);

    expect(await statements(100)).toBe(await statements(1));
  });

  it("is told live, with the batch in question (R051)", async () => {
    const { data } = await catalogue.ask<{ catalogueLogHead: string }>("{ catalogueLogHead }");
    await using events = await catalogue.subscribe<{ catalogueEvents: object }>(
      `subscription ($after: String) { catalogueEvents(regionId: "siyang", after: $after) { type batch { kind number } matter { id } } }`,
      { after: data.catalogueLogHead },
    );
    const batch = {
      regionId: "siyang",
      kind: "MOBILE",
      effectiveOn: "2026-03-02",
      matterIds: ["siyang-no-criminal-record"],
    };
    await act("publishBatch", batch, "id");

    expect((await events.next()).data).toEqual({
      catalogueEvents: { type: "BatchPublished", batch: { kind: "MOBILE", number: 1 }, matter: null },
    });
  });
});
