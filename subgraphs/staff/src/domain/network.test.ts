import { describe, expect, it } from "vitest";
import { type NetworkTarget, networkCompleteness } from "./network.js";
import type { Outlet, OutletKind } from "./outlet.js";
import { officeHours } from "./roster.fixture.js";

const outlet = (kind: OutletKind, locality: string, given: Partial<Outlet> = {}): Outlet => ({
  id: locality,
  regionId: "shanyang",
  parentId: null,
  kind,
  partnerKind: null,
  name: locality,
  nameEn: locality,
  locality,
  address: "示例路1号",
  phone: "0391-0000001",
  coordinates: null,
  hours: officeHours,
  hoursText: "",
  hoursTextEn: "",
  lists: [],
  facilities: [],
  openedOn: "2024-01-01",
  closedOn: null,
  ...given,
});
const target = (given: Partial<NetworkTarget>): NetworkTarget => ({
  regionId: "shanyang",
  label: "9",
  kinds: ["STREET_CENTRE"],
  count: 9,
  localities: [],
  dueOn: "2024-03-31",
  ...given,
});
const streets = ["东方红", "焦东", "百间房", "太行", "艺新", "光亚", "定和", "中星", "新城"];
const nine = target({ localities: streets });

describe("the shape of a region", () => {
  it("is complete with all nine streets (R001)", () => {
    const outlets = streets.map((name) => outlet("STREET_CENTRE", name));

    expect(networkCompleteness([nine], outlets, "2024-03-31")[0]).toMatchObject({ present: 9, state: "COMPLETE" });
  });

  it("says 8 of 9 and names the street without a centre (R001)", () => {
    const outlets = streets.filter((name) => name !== "中星").map((name) => outlet("STREET_CENTRE", name));

    expect(networkCompleteness([nine], outlets, "2024-03-31")[0]).toMatchObject({ present: 8, missing: ["中星"] });
  });

  it("is in progress up to the day it is due and overdue from the next (R002)", () => {
    const states = ["2024-03-31", "2024-04-01"].map((day) => networkCompleteness([nine], [], day)[0]?.state);

    expect(states).toEqual(["IN_PROGRESS", "OVERDUE"]);
  });

  it("is any number where the plan says N, but not none (R001)", () => {
    const points = target({ label: "N", kinds: ["AGENT_POINT"], count: null });

    expect(networkCompleteness([points], [], "2024-03-01")[0]?.state).toBe("IN_PROGRESS");
    expect(networkCompleteness([points], [outlet("AGENT_POINT", "商超")], "2024-03-01")[0]?.state).toBe("COMPLETE");
  });

  it("is configuration: 2+4+13+N is judged by the same code (R004)", () => {
    const shape = [
      target({ label: "2", kinds: ["CENTRE"], count: 2 }),
      target({ label: "4", kinds: ["SUB_CENTRE"], count: 4 }),
      target({ label: "13", count: 13 }),
    ];
    const outlets = [2, 4, 13].flatMap((count, i) =>
      Array.from({ length: count }, (_, n) => outlet(shape[i]?.kinds[0] as OutletKind, `${i}-${n}`)),
    );

    expect(networkCompleteness(shape, outlets, "2024-03-01").map(({ state }) => state)).toEqual(
      Array(3).fill("COMPLETE"),
    );
  });

  it("counts an outlet neither before it opened nor from the day it closed (I-G10)", () => {
    const centre = target({ kinds: ["CENTRE"], count: 1 });
    const outlets = [outlet("CENTRE", "山阳区", { openedOn: "2024-02-01", closedOn: "2024-03-01" })];
    const present = (day: string) => networkCompleteness([centre], outlets, day)[0]?.present;

    expect(["2024-01-31", "2024-02-01", "2024-02-29", "2024-03-01"].map(present)).toEqual([0, 1, 1, 0]);
  });
});
