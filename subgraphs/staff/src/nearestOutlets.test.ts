import { anonymous, type Caller } from "@yimen/kernel/caller";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { centreDirector, coordinator, officerA, stranger } from "./testing/cast.js";
import { startTestStaff } from "./testing/startTestStaff.js";

let staff: Awaited<ReturnType<typeof startTestStaff>>;
beforeAll(async () => {
  staff = await startTestStaff({ everybodyIn: false });
});
afterAll(() => staff[Symbol.asyncDispose]());

interface Nearby {
  readonly distance: number | null;
  readonly outlet: { readonly id: string; readonly openNow: boolean };
}
const FIELDS = "{ distance outlet { id openNow } }";
const HERE = { latitude: 30.001, longitude: 125.001 };
const SEARCH = /* GraphQL */ `
  query ($latitude: Float!, $longitude: Float!, $within: Int! = 3000, $first: Int! = 50, $regionId: ID, $kind: OutletKind, $openAt: Instant) {
    nearestOutlets(latitude: $latitude, longitude: $longitude, within: $within, first: $first, regionId: $regionId, kind: $kind, openAt: $openAt) ${FIELDS}
  }
`;
const search = async (given: object = {}) => {
  const { data, errors } = await staff.ask<{ nearestOutlets: readonly Nearby[] }>(anonymous, SEARCH, {
    ...HERE,
    ...given,
  });
  expect(errors).toBeUndefined();
  return data.nearestOutlets;
};
const ids = (found: readonly Nearby[]) => found.map(({ outlet }) => outlet.id);
const located = (found: readonly Nearby[]) => found.filter(({ distance }) => distance !== null);

describe("the nearest outlets (R023)", () => {
  it("stand by distance, those of the region that nobody has measured after them", async () => {
    const found = await search();

    expect(ids(located(found))).toEqual([
      "taoshan-terminal-1",
      "taoshan-hall",
      "taoshan-bank",
      "taoshan-street-1",
      "taoshan-street-2",
      "taoshan-street-3",
      "taoshan-street-4",
    ]);
    expect(found[1]?.distance).toBe(147);
    expect(found.slice(7)).toMatchObject([
      { distance: null, outlet: { id: "taoshan-street-5" } },
      { distance: null, outlet: { id: "taoshan-street-6" } },
    ]);
  });

  it("are no more than were asked for, and none beyond the distance", async () => {
    expect(ids(await search({ first: 2 }))).toEqual(["taoshan-terminal-1", "taoshan-hall"]);
    expect(ids(located(await search({ within: 500 })))).toEqual(["taoshan-terminal-1", "taoshan-hall"]);
    expect(await search({ latitude: 48.8, longitude: 2.3 })).toEqual([]);
  });

  it("are of one region, whose outlets are listed by name where it has no coordinates at all", async () => {
    const found = await search({ regionId: "shanyang" });

    expect(located(found)).toEqual([]);
    expect(ids(found)).toContain("shanyang-centre");
    expect(ids(found)).not.toContain("taoshan-street-5");
  });

  it("are those of a kind, or open at an instant: at night the terminal alone (R021)", async () => {
    expect(ids(await search({ kind: "PARTNER_OUTLET" }))).toEqual(["taoshan-bank"]);
    expect(ids(await search({ openAt: "2026-03-02T18:00:00Z" }))).toEqual(["taoshan-terminal-1"]);
  });

  it("are both the town's centre and the post office within it (R018)", async () => {
    const found = await search({ latitude: 30.064, longitude: 125.052, within: 50 });

    expect(located(found)).toMatchObject([
      { distance: 0, outlet: { id: "taoshan-post" } },
      { distance: 0, outlet: { id: "taoshan-town-1" } },
    ]);
  });

  it("are those that can take a matter (R022)", async () => {
    const matter = { __typename: "Matter", id: "m", department: { id: "taoshan-civil-affairs" }, lists: ["STREET"] };
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Matter {
      nearestOutlets(latitude: 30.001, longitude: 125.001, within: 3000, first: 4) ${FIELDS} } } }`;
    const { data } = await staff.ask<{ _entities: [{ nearestOutlets: readonly Nearby[] }] }>(anonymous, query, {
      representations: [matter],
    });

    expect(ids(data._entities[0].nearestOutlets)).toEqual([
      "taoshan-hall",
      "taoshan-street-1",
      "taoshan-street-2",
      "taoshan-street-3",
    ]);
  });

  it.each([
    ["a point that is not on the earth", { latitude: 125, longitude: 30 }, "COORDINATES_NOT_ALLOWED"],
    ["too wide a circle", { within: 200_001 }, "OUTLET_SEARCH_NOT_ALLOWED"],
    ["too many at once", { first: 101 }, "OUTLET_SEARCH_NOT_ALLOWED"],
    ["none at all", { first: 0 }, "OUTLET_SEARCH_NOT_ALLOWED"],
  ])("are refused for %s", async (_, given, code) => {
    const { errors } = await staff.ask(anonymous, SEARCH, { ...HERE, ...given });

    expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
  });
});

describe("locating an outlet (R022, R023)", () => {
  const locate = (caller: Caller, outletId: string, coordinates: object | null) =>
    staff.act<{ coordinates: object | null }>(
      caller,
      "locateOutlet",
      { outletId, coordinates },
      "coordinates { latitude longitude uri }",
    );
  const codeOf = ({ errors }: Awaited<ReturnType<typeof locate>>) => errors?.[0]?.extensions.code;
  const point = { latitude: 30.03, longitude: 125.02 };

  it("is for who leads or coordinates there or above, is found at once, and can be taken back", async () => {
    const { data } = await locate(centreDirector, "taoshan-street-6", point);
    expect(data.coordinates).toEqual({ ...point, uri: "geo:30.03,125.02" });
    expect(ids(located(await search({ ...point, within: 10 })))).toEqual(["taoshan-street-6"]);

    expect((await locate(coordinator, "taoshan-street-6", null)).data.coordinates).toBeNull();
    expect(located(await search({ ...point, within: 10 }))).toEqual([]);
  });

  it.each([
    ["by somebody at a window", officerA, "taoshan-hall", point, "NOT_OUTLET_KEEPER"],
    ["by another region's people", stranger, "taoshan-hall", point, "NOT_OUTLET_KEEPER"],
    ["of an outlet that there is not", centreDirector, "nowhere", point, "NOT_OUTLET_KEEPER"],
    ["swapped", centreDirector, "taoshan-hall", { latitude: 125, longitude: 30 }, "COORDINATES_NOT_ALLOWED"],
  ])("is refused %s", async (_, caller, outletId, coordinates, code) => {
    expect(codeOf(await locate(caller, outletId, coordinates))).toBe(code);
  });

  it("is possible as soon as it opens", async () => {
    const opened = {
      ...{ parentId: "taoshan-hall", kind: "PARTNER_OUTLET", partnerKind: "MALL", locality: "桃山区" },
      ...{ name: "示例商场网点", nameEn: "Example mall", address: "示例路30号", phone: "0464-0000030" },
    };
    const there = { latitude: 30.1, longitude: 125.1 };
    const { data } = await staff.act<{ id: string }>(centreDirector, "openOutlet", { ...opened, coordinates: there });
    const swapped = { latitude: there.longitude, longitude: there.latitude };
    const refused = await staff.act(centreDirector, "openOutlet", { ...opened, coordinates: swapped });

    expect(ids(located(await search({ ...there, within: 10 })))).toEqual([data.id]);
    expect(refused.errors?.[0]?.extensions.code).toBe("COORDINATES_NOT_ALLOWED");
  });

  it("cannot be half done or out of the country in the database either", async () => {
    for (const row of [`"latitude" = 30, "longitude" = NULL`, `"latitude" = 125, "longitude" = 30`])
      await expect(
        staff.db.$executeRawUnsafe(`UPDATE "outlet" SET ${row} WHERE "id" = 'taoshan-hall'`),
      ).rejects.toThrow(/check/);
  });
});
