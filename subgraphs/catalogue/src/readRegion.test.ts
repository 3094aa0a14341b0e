import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getMatter, saveMatter } from "./store/matterStore.js";
import { startTestCatalogue } from "./testing/startTestCatalogue.js";

let catalogue: Awaited<ReturnType<typeof startTestCatalogue>>;
beforeAll(async () => {
  catalogue = await startTestCatalogue();
});
afterAll(() => catalogue[Symbol.asyncDispose]());

interface Bundle {
  readonly name: string;
  readonly matters: { id: string }[];
  readonly materials: { type: string; provenance: { matterId: string }[] }[];
}

describe("a region's bundles", () => {
  it("are 8 of province and city and 122 of the county, the four named ones among them (R068)", async () => {
    const { data } = await catalogue.ask<{ bundles: { name: string; origin: string }[] }>(
      `{ bundles(regionId: "siyang") { name origin } }`,
    );
    const names = data.bundles.map(({ name }) => name);

    expect(data.bundles.filter(({ origin }) => origin === "PROVINCE_CITY")).toHaveLength(8);
    expect(data.bundles.filter(({ origin }) => origin === "COUNTY")).toHaveLength(122);
    for (const name of ["新生儿一件事", "初次就业一件事", "退休一件事", "身后一件事"]) expect(names).toContain(name);
  });

  it("ask for each paper once and say who needs it (R069, I-C9)", async () => {
    const { data } = await catalogue.ask<{ bundle: Bundle }>(
      `{ bundle(id: "siyang-newborn") { name matters { id } materials { type provenance { matterId } } } }`,
    );
    const types = data.bundle.materials.map(({ type }) => type);

    expect(data.bundle.matters).toHaveLength(5);
    expect(types).toEqual([...new Set(types)]);
    expect(data.bundle.materials.find(({ type }) => type === "BIRTH_CERTIFICATE")?.provenance).toHaveLength(3);
  });
});

describe("one thing that is asked whether it can be handed in online (R064, R069)", () => {
  const ID = "siyang-bereavement";
  const ask = async () => {
    const query = `{ bundle(id: "${ID}") { handledOnline matters { id handledOnline } } }`;
    return (await catalogue.ask<{ bundle: Asked }>(query)).data.bundle;
  };
  interface Asked {
    readonly handledOnline: boolean;
    readonly matters: { readonly id: string; readonly handledOnline: boolean }[];
  }

  it("says yes until one of its matters is handled at windows only", async () => {
    const before = await ask();
    expect([before.handledOnline, ...before.matters.map((matter) => matter.handledOnline)]).toEqual(
      Array.from({ length: 5 }, () => true),
    );
    const { db } = catalogue;
    const matter = await getMatter(db, before.matters[1]?.id ?? "");
    await db.$transaction((tx) =>
      saveMatter(tx, { ...matter, handlingForms: ["WINDOW"], version: matter.version + 1 }),
    );

    const after = await ask();

    expect([after.handledOnline, ...after.matters.map(({ handledOnline }) => handledOnline)]).toEqual([
      false,
      true,
      false,
      true,
      true,
    ]);
  });

  it("looks all matters of a region's bundles up at once", async () => {
    const { data } = await catalogue.ask<{ bundles: { handledOnline: boolean }[] }>(
      `{ bundles(regionId: "siyang") { handledOnline } }`,
    );

    expect(data.bundles).toHaveLength(130);
    expect(catalogue.queries).toHaveLength(3); // the bundles, which matters they have, and those
  });
});

describe("a local theme", () => {
  it("has one form that asks every field once and says for which matters (R067, R069)", async () => {
    const { data } = await catalogue.ask<{ bundle: { origin: string; form: { key: string; matterIds: string[] }[] } }>(
      `{ bundle(id: "taoshan-livestock-farm") { origin form { key required matterIds } } }`,
    );

    expect(data.bundle.origin).toBe("LOCAL");
    expect(data.bundle.form.map(({ key }) => key)).toEqual([
      "site-address",
      "site-area",
      "animal-species",
      "water-source",
      "yearly-volume",
      "start-of-works",
    ]);
    expect(data.bundle.form[0]).toMatchObject({ required: true, matterIds: { length: 3 } });
  });
});

describe("a region's guide catalogues", () => {
  it.each([
    ["TOWN", "zoucheng-example-town", 355],
    ["VILLAGE", "zoucheng-example-village", 62],
  ])("of level %s are adopted whole by %s: %i (R026)", async (level, departmentId, count) => {
    const { data } = await catalogue.ask(
      `query ($level: GuideCatalogueLevel!, $departmentId: ID!) {
        guideCatalogue(regionId: "zoucheng", level: $level) { count adoption(departmentId: $departmentId) { adopted missing undeclared } }
      }`,
      { level, departmentId },
    );

    expect(data).toEqual({ guideCatalogue: { count, adoption: { adopted: count, missing: [], undeclared: [] } } });
  });
});

describe("a region's presences", () => {
  it("are one stationed and six entrusted, all effective (R076, R077, R078)", async () => {
    const { data } = await catalogue.ask<{
      entrustments: { department: { id: string }; mode: string; effective: boolean }[];
    }>(`{ entrustments(regionId: "taoshan") { mode effective department { id } chiefRepresentative { id } } }`);
    const modes = Object.fromEntries(data.entrustments.map(({ department, mode }) => [department.id, mode]));

    expect(modes).toMatchObject({ "taoshan-education": "STATIONED", "taoshan-civil-affairs": "ENTRUSTED" });
    expect(Object.values(modes).filter((mode) => mode === "ENTRUSTED")).toHaveLength(6);
    expect(data.entrustments.every(({ effective }) => effective)).toBe(true);
  });
});

describe("a region's indicators", () => {
  it("count what needs no paper, goes by telephone, and is handed in across provinces (R047, R049, R062, R206)", async () => {
    interface Counted {
      readonly indicators: Record<"mobile" | "noPaper" | "crossProvince", { part: number; whole: number }>;
      readonly matters: { nodes: { name: string; handlingRange: string; lists: string[] }[] };
    }
    const { data } = await catalogue.ask<Counted>(`{
      indicators(regionId: "siyang") { mobile { part whole } noPaper { part whole } crossProvince { part whole } }
      matters(regionId: "siyang", first: 100) { nodes { name handlingRange lists } }
    }`);
    const { nodes } = data.matters;
    const national = nodes.filter(({ handlingRange }) => handlingRange === "NATIONAL").map(({ name }) => name);

    expect(data.indicators.crossProvince).toEqual({ part: national.length, whole: nodes.length });
    expect(national).toEqual(expect.arrayContaining(["开具无犯罪记录证明", "工作调动户口迁移"]));
    expect(data.indicators.mobile.part).toBe(nodes.filter(({ lists }) => lists.includes("MOBILE")).length);
    expect(data.indicators.noPaper.part).toBeGreaterThan(0);
  });

  const ask = (asOf: string | null) =>
    catalogue.ask<{ indicators: { minimality: { time: Indicator; materials: Indicator; steps: Indicator } } }>(
      `query ($asOf: PlainDate) {
        indicators(regionId: "taoshan", asOf: $asOf) {
          asOf
          minimality { time { ...i } materials { ...i } steps { ...i } }
          departments { department { id } minimality { time { met } } }
          instant { part whole }
        }
      }
      fragment i on ReductionIndicator { value { numerator denominator value } target { value } met counted }`,
      { asOf },
    );
  interface Indicator {
    readonly value: { readonly numerator: string; readonly denominator: string; readonly value: number } | null;
    readonly met: boolean | null;
    readonly counted: number;
  }

  it("are exact and met by the seed (R033, R034, R035)", async () => {
    const { data } = await ask(null);
    const { time, materials, steps } = data.indicators.minimality;

    expect([time.met, materials.met, steps.met]).toEqual([true, true, true]);
    expect(time.value?.value).toBe(Number(time.value?.numerator) / Number(time.value?.denominator));
    expect(data.indicators).toMatchObject({ asOf: "2026-03-02", departments: { length: 7 } });
  });

  it("have the share of matters done at once, which grows with each new list (R040)", async () => {
    const { data } = await catalogue.ask<{
      indicators: { instant: { part: number; whole: number } };
      matters: { nodes: { guide: { kind: string } }[] };
    }>(
      `{ indicators(regionId: "taoshan") { instant { part whole } } matters(regionId: "taoshan", first: 100) { nodes { guide { kind } } } }`,
    );
    const { nodes } = data.matters;

    expect(data.indicators.instant).toEqual({
      part: nodes.filter(({ guide }) => guide.kind === "INSTANT").length,
      whole: nodes.length,
    });
    expect(data.indicators.instant.part).toBeGreaterThan(0);
  });

  it("say whether the threshold has fallen since a day (R075)", async () => {
    const { data } = await catalogue.ask<{ indicators: { unchanged: object; before: object } }>(
      `{ indicators(regionId: "taoshan") {
        unchanged: thresholds(since: "2026-01-01") { ...t } before: thresholds(since: "2020-01-01") { ...t } } }
      fragment t on ThresholdTrend { matters materials { before now } fallen }`,
    );

    expect(data.indicators.unchanged).toMatchObject({ matters: 29, fallen: false });
    expect(data.indicators.before).toEqual({ matters: 0, materials: { before: 0, now: 0 }, fallen: false });
  });

  it("have no value before anything was published (I-G10)", async () => {
    const { data } = await ask("2021-08-10");

    expect(data.indicators.minimality.time).toMatchObject({ value: null, met: null, counted: 0 });
  });
});
