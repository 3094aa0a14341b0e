import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { identityFrom } from "./domain/matter.js";
import { getMatter, insertMatters } from "./store/matterStore.js";
import { staff, startTestCatalogue } from "./testing/startTestCatalogue.js";

let catalogue: Awaited<ReturnType<typeof startTestCatalogue>>;
beforeAll(async () => {
  catalogue = await startTestCatalogue();
});
afterAll(() => catalogue[Symbol.asyncDispose]());

const director = staff("DIRECTOR");

describe("matters that are asked for elsewhere", () => {
  it("are told for each grassroots outlet that takes them (R048)", async () => {
    const outlet = { lists: [], departmentIds: ["siyang-public-security"] };
    catalogue.outlets.push(
      { ...outlet, id: "siyang-street", kind: "STREET_CENTRE" },
      { ...outlet, id: "siyang-hall", kind: "CENTRE" },
    );
    const { data } = await catalogue.ask<{ rangeReach: object[] }>(
      `{ rangeReach(regionId: "siyang") { outlet { id } offered crossRange { name } } }`,
    );

    expect(data.rangeReach).toEqual([
      {
        outlet: { id: "siyang-street" },
        offered: 4,
        crossRange: [{ name: "工作调动户口迁移" }, { name: "开具无犯罪记录证明" }],
      },
    ]);
  });

  it("are one matter in several implementations, each on its level (R050)", async () => {
    const { db } = catalogue;
    const county = await getMatter(db, "shanyang-social-security-card");
    const code = `11999999000002110X5${county.handlingItemCode.slice(19)}`;
    const street = { ...county, ...identityFrom(code), id: "street-card", departmentId: "shanyang-jiaodong-street" };
    await db.$transaction((tx) => insertMatters(tx, [street]));
    const { data } = await catalogue.ask<{ matter: { implementations: object[] } }>(
      `{ matter(id: "street-card") { implementations { id exerciseLevel department { id } } } }`,
    );

    expect(data.matter.implementations).toEqual([
      { id: county.id, exerciseLevel: "COUNTY", department: { id: "shanyang-human-resources" } },
      { id: "street-card", exerciseLevel: "TOWN", department: { id: "shanyang-jiaodong-street" } },
    ]);
  });

  it("are not taken for the other items of the same body (R050)", async () => {
    const { data } = await catalogue.ask<{ matter: { implementations: object[] } }>(
      `{ matter(id: "taoshan-social-organisation-change") { implementations { id } } }`,
    );

    expect(data.matter.implementations).toEqual([{ id: "taoshan-social-organisation-change" }]);
  });
});

describe("the volume of matters (R072)", () => {
  const REPORT = `query ($year: Int!) { matterVolumeReport(regionId: "taoshan", year: $year) {
    matters { matter { id } received online delegated } levels { exerciseLevel matters received }
  } }`;

  it("is told by matter and level for a year, to staff", async () => {
    catalogue.volumes.set("taoshan-elderly-allowance", { received: 12, online: 5 });
    const { data } = await catalogue.ask<{ matterVolumeReport: { matters: object[]; levels: object[] } }>(
      REPORT,
      { year: 2025 },
      director,
    );

    expect(data.matterVolumeReport.matters[0]).toEqual({
      matter: { id: "taoshan-elderly-allowance" },
      received: 12,
      online: 5,
      delegated: false,
    });
    expect(data.matterVolumeReport.levels).toEqual([{ exerciseLevel: "COUNTY", matters: 29, received: 12 }]);
  });

  it("is not asked of a year that is none", async () => {
    const { errors } = await catalogue.ask(REPORT, { year: -1 }, director);

    expect(errors?.[0]?.extensions.code).toBe("YEAR_NOT_VALID");
  });
});

describe("matters that come online in batches (R063)", () => {
  it("are told with how they are taken up: online, promoted, used", async () => {
    catalogue.volumes.set("taoshan-elderly-allowance", { received: 12, online: 5 });
    const { data } = await catalogue.ask<{ batches: object[] }>(
      `{ batches(regionId: "taoshan", kind: MOBILE) { number effectiveOn usage { matters used received online } } }`,
      {},
      director,
    );

    expect(data.batches).toEqual([
      { number: 1, effectiveOn: "2025-06-03", usage: { matters: 2, used: 1, received: 12, online: 5 } },
      { number: 2, effectiveOn: "2025-12-01", usage: { matters: 1, used: 0, received: 0, online: 0 } },
    ]);
  });
});

describe("what lies at the window and online", () => {
  const POINTS = "guide { id version reviewPoints operatingProcedure }";
  interface Guide {
    readonly guide: { id: string; version: number; reviewPoints: string[]; operatingProcedure: string[] };
  }

  it("are the same review points in the same version, on every way to them (R059, R046)", async () => {
    const id = "taoshan-social-organisation-registration";
    const { data } = await catalogue.ask<{ online: Guide; list: { nodes: Guide[] }; window: Guide[] }>(
      `query ($id: ID!, $window: [_Any!]!) {
        online: matter(id: $id) { ${POINTS} }
        list: matters(regionId: "taoshan", text: "社会团体成立登记") { nodes { ${POINTS} } }
        window: _entities(representations: $window) { ... on Matter { ${POINTS} } }
      }`,
      { id, window: [{ __typename: "Matter", id }] },
    );

    expect(data.online.guide.reviewPoints.length).toBeGreaterThan(0);
    expect(data.window).toEqual([data.online]);
    expect(data.list.nodes).toEqual([data.online]);
  });
});

describe("what is open to everybody (R116)", () => {
  it("has matters and their flow charts, and no field of a person", async () => {
    const { data, errors } = await catalogue.ask<{ matters: { nodes: { guideDocument: string }[] } }>(
      `{ matters(regionId: "taoshan", first: 100) { nodes { name department { id } guideDocument(format: TEXT) guide { steps { name role } } } } }`,
    );

    expect(errors).toBeUndefined();
    for (const { guideDocument } of data.matters.nodes) expect(guideDocument).toContain("流程图:");
  });
});
