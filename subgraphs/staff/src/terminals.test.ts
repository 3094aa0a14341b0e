import { anonymous, type Caller } from "@yimen/kernel/caller";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { centreDirector, officerA, shanyangStreetAgent } from "./testing/cast.js";
import { startTestStaff } from "./testing/startTestStaff.js";

let staff: Awaited<ReturnType<typeof startTestStaff>>;
beforeAll(async () => {
  staff = await startTestStaff({ everybodyIn: false });
});
afterAll(() => staff[Symbol.asyncDispose]());

const hallTerminal = "taoshan-terminal-1-a";
const bankTerminal = "taoshan-bank-terminal";
const HERE = "latitude: 30.0, longitude: 125.0, within: 5000";
const REPORT = `mutation ($terminalId: ID!) { reportTerminal(terminalId: $terminalId) { state available offlineSince } }`;
const report = (terminalId: string, caller: Caller = officerA) => staff.ask(caller, REPORT, { terminalId });
const codeOf = ({ errors }: { errors?: readonly { extensions: Record<string, unknown> }[] }) =>
  errors?.[0]?.extensions.code;

interface Found {
  readonly nearestTerminals: readonly { readonly distance: number; readonly terminal: { readonly id: string } }[];
}
async function nearest(narrowed = ""): Promise<string[]> {
  const query = `{ nearestTerminals(${HERE}${narrowed}) { distance terminal { id } } }`;
  const { data } = await staff.ask<Found>(anonymous, query);
  return data.nearestTerminals.map(({ terminal, distance }) => `${terminal.id} ${distance}`);
}

describe("a self-service terminal (R019)", () => {
  it("is found near by once it is heard of, by kind and by matter, and its place and hours are its outlet's", async () => {
    const before = await nearest();
    await report(hallTerminal);
    await report(bankTerminal);
    await report("taoshan-top-up");
    const query = `{ terminal(id: "${bankTerminal}") {
      kind host spot state available matters { id } outlet { id coordinates { latitude } openNow } keeper { id }
    } }`;

    const { data } = await staff.ask(anonymous, query);

    expect(before).toEqual([]);
    expect(await nearest()).toEqual(["taoshan-top-up 0", `${hallTerminal} 29`, `${bankTerminal} 1499`]);
    expect(await nearest(", kind: TOP_UP")).toEqual(["taoshan-top-up 0"]);
    expect(await nearest(`, matterId: "taoshan-elderly-allowance", first: 1`)).toEqual([`${hallTerminal} 29`]);
    expect(data).toEqual({
      terminal: {
        ...{ kind: "SELF_SERVICE", host: "BANK", spot: "营业厅入口右侧", state: "ONLINE", available: true },
        matters: [{ id: "taoshan-elderly-allowance" }],
        outlet: { id: "taoshan-bank", coordinates: { latitude: 30.011 }, openNow: true },
        keeper: { id: "taoshan-hall" },
      },
    });
  });

  it("leaves what is available when it is silent for longer than the region allows, and the board is told", async () => {
    await staff.at("10:00");
    await report(hallTerminal);
    await report(bankTerminal);
    const { data: head } = await staff.ask<{ dutyLogHead: string }>(anonymous, "{ dutyLogHead }");
    const events = await staff.subscribe<{ type: string; outlet: { offlineTerminals: { id: string }[] } }>(
      anonymous,
      `subscription { dutyEvents(outletId: "taoshan-hall", after: "${head.dutyLogHead}") { type at outlet { id offlineTerminals { id } } } }`,
    );
    await staff.at("10:14");
    await report(bankTerminal);
    const inTime = await nearest(", kind: SELF_SERVICE");
    await staff.at("10:15");
    await staff.at("10:16");

    const opened = (await events.next()).value.data.dutyEvents;
    const silent = await nearest(", kind: SELF_SERVICE");
    const { data: back } = await report(hallTerminal);
    const closed = (await events.next()).value.data.dutyEvents;

    expect(inTime).toEqual([`${hallTerminal} 29`, `${bankTerminal} 1499`]);
    expect(silent).toEqual([`${bankTerminal} 1499`]);
    const hall = (...offline: string[]) => ({
      id: "taoshan-hall",
      offlineTerminals: offline.map((id) => ({ id })),
    });
    const top = "taoshan-top-up"; // silent since the morning, too
    expect(opened).toEqual({
      type: "TERMINAL_OFFLINE",
      at: "2026-03-02T02:15:00.000Z",
      outlet: hall(hallTerminal, top),
    });
    expect(back).toEqual({ reportTerminal: { state: "ONLINE", available: true, offlineSince: null } });
    expect(closed).toMatchObject({ type: "TERMINAL_ONLINE", outlet: hall(top) });
  });

  it("raises one alert for one silence, however often and by however many it is looked for", async () => {
    await staff.at("11:00");
    await Promise.all(Array.from({ length: 4 }, () => staff.at("11:00")));
    const of = (type: string) =>
      staff.db.staffEvent.count({ where: { type, data: { path: ["terminalId"], equals: hallTerminal } } });

    expect([await of("TERMINAL_OFFLINE"), await of("TERMINAL_ONLINE")]).toEqual([3, 3]);
  });

  it("is told of before its end when nobody had looked meanwhile", async () => {
    staff.world.now = new Date("2026-03-02T03:30:00Z"); // 11:30
    await report(bankTerminal);
    staff.world.now = new Date("2026-03-02T06:30:00Z"); // 14:30, and nobody has looked
    await report(bankTerminal);

    const told = await staff.db.staffEvent.findMany({
      where: { data: { path: ["terminalId"], equals: bankTerminal } },
      orderBy: { position: "desc" },
      take: 2,
    });

    expect(told.map(({ type, at }) => [type, at.toISOString()])).toEqual([
      ["TERMINAL_ONLINE", "2026-03-02T06:30:00.000Z"],
      ["TERMINAL_OFFLINE", "2026-03-02T03:45:00.000Z"],
    ]);
  });

  it("is listed with the matters that can be done at it, as the catalogue's entity", async () => {
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on Matter { terminals { id } } ... on Terminal { name } } }`;
    const { data } = await staff.ask(anonymous, query, {
      representations: [
        { __typename: "Matter", id: "taoshan-elderly-allowance" },
        { __typename: "Terminal", id: "taoshan-top-up" },
      ],
    });

    expect(data).toEqual({
      _entities: [{ terminals: [{ id: bankTerminal }, { id: hallTerminal }] }, { name: "便民充值设备(示例)" }],
    });
  });

  it.each([
    ["beyond the earth", "latitude: 125, longitude: 30", "COORDINATES_NOT_ALLOWED"],
    ["in too wide a circle", "latitude: 30, longitude: 125, within: 200001", "OUTLET_SEARCH_NOT_ALLOWED"],
  ])("is not looked for %s", async (_, place, code) => {
    expect(codeOf(await staff.ask(anonymous, `{ nearestTerminals(${place}) { distance } }`))).toBe(code);
  });

  it.each([
    ["by strangers", anonymous, hallTerminal, "NOT_TERMINAL_STAFF"],
    ["by another region's people", shanyangStreetAgent, hallTerminal, "NOT_TERMINAL_STAFF"],
    ["of a terminal that there is not", officerA, "nothing", "TERMINAL_NOT_FOUND"],
  ])("is not reported %s", async (_, caller, terminalId, code) => {
    expect(codeOf(await report(terminalId, caller))).toBe(code);
  });
});

describe("what is known of terminals (R020, R200)", () => {
  const REGION = `{ region(id: "taoshan") { terminalReport { total stale { id verifyBy lastVerifiedAt } } } }`;
  const stale = async () =>
    (await staff.ask<{ region: { terminalReport: { total: number; stale: { id: string }[] } } }>(anonymous, REGION))
      .data.region.terminalReport;

  it("goes stale after the region's days and is fresh again once somebody verified it, with what has changed", async () => {
    const before = await stale();
    const seen = { terminalId: hallTerminal, spot: "大厅东门右侧", matterIds: ["taoshan-elderly-allowance"] };

    const { data } = await staff.act<object>(officerA, "verifyTerminal", seen, "spot stale verifyBy matters { id }");

    expect(before).toMatchObject({ total: 3, stale: [{ id: hallTerminal, verifyBy: "2026-01-14" }] });
    expect(data).toEqual({
      ...{ spot: "大厅东门右侧", stale: false, verifyBy: "2026-04-01" },
      matters: [{ id: "taoshan-elderly-allowance" }],
    });
    expect(await stale()).toMatchObject({ stale: [] });
    await staff.at("10:00", "2026-03-13");
    expect((await stale()).stale.map(({ id }) => id)).toEqual([bankTerminal, "taoshan-top-up"]);
  });

  const device = {
    ...{ outletId: "taoshan-street-1", kind: "TOP_UP", host: "SUPERMARKET", matterIds: [] },
    ...{ name: "示例超市充值设备", nameEn: "Example supermarket top-up", spot: "收银台旁" },
  };

  it("is entered by who keeps the outlet, for a top-up device without any matter, and ends with it", async () => {
    const { data } = await staff.act<{ id: string }>(centreDirector, "installTerminal", device, "id kind stale state");
    const gone = await staff.act<object>(centreDirector, "removeTerminal", { terminalId: data.id }, "state removedOn");

    expect(data).toMatchObject({ kind: "TOP_UP", stale: false, state: "UNKNOWN" });
    expect(gone.data).toEqual({ state: "UNKNOWN", removedOn: "2026-03-13" });
    expect(codeOf(await staff.act(officerA, "verifyTerminal", { terminalId: data.id }))).toBe("TERMINAL_NOT_IN_USE");
    expect(codeOf(await report(data.id))).toBe("TERMINAL_NOT_IN_USE");
  });

  it.each([
    ["by somebody at a window", officerA, {}, "NOT_OUTLET_KEEPER"],
    ["without a matter, where it is to do matters", centreDirector, { kind: "SELF_SERVICE" }, "TERMINAL_INCOMPLETE"],
    ["without a spot", centreDirector, { spot: " " }, "TERMINAL_INCOMPLETE"],
    ["nowhere", centreDirector, { outletId: "nowhere" }, "OUTLET_NOT_FOUND"],
  ])("is not entered %s", async (_, caller, given, code) => {
    expect(codeOf(await staff.act(caller, "installTerminal", { ...device, ...given }))).toBe(code);
  });
});
