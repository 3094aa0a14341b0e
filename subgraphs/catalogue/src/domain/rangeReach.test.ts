import { describe, expect, it } from "vitest";
import { rangeReach } from "./rangeReach.js";

const matters = [
  { id: "national", departmentId: "police", lists: ["STREET"], handlingRange: "NATIONAL" },
  { id: "province", departmentId: "police", lists: [], handlingRange: "PROVINCE" },
  { id: "county", departmentId: "police", lists: ["STREET"], handlingRange: "COUNTY" },
  { id: "village", departmentId: "street", lists: ["VILLAGE_PROXY"], handlingRange: "TOWN" },
] as const;
const outlet = (id: string, kind: string, lists: string[], departmentIds: string[] = []) => ({
  ...{ id, kind, lists, departmentIds },
});

describe("cross-range matters offered per grassroots outlet (R048)", () => {
  it("counts what an outlet takes by its lists, or at a window of the department", () => {
    const outlets = [
      outlet("street", "STREET_CENTRE", ["STREET"]),
      outlet("town with the police", "STREET_CENTRE", [], ["police"]),
      outlet("station", "VILLAGE_STATION", ["VILLAGE_PROXY"]),
    ];

    expect(rangeReach(matters, outlets)).toEqual([
      { outletId: "street", offered: 2, crossRange: ["national"] },
      { outletId: "town with the police", offered: 3, crossRange: ["national", "province"] },
      { outletId: "station", offered: 1, crossRange: [] },
    ]);
  });

  it("leaves out the district's hall and partners", () => {
    expect(rangeReach(matters, [outlet("hall", "CENTRE", ["STREET"]), outlet("bank", "PARTNER_OUTLET", [])])).toEqual(
      [],
    );
  });
});
