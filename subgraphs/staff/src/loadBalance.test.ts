import { anonymous } from "@yimen/kernel/caller";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { centreDirector } from "./testing/cast.js";
import { startTestStaff } from "./testing/startTestStaff.js";

let staff: Awaited<ReturnType<typeof startTestStaff>>;
beforeAll(async () => {
  staff = await startTestStaff({ everybodyIn: false });
  const day = new Date("2026-03-02");
  await staff.db.windowWorkload.createMany({
    data: [
      { windowId: "taoshan-w2", day, visits: 4 },
      { windowId: "taoshan-w3", day, visits: 90 },
    ],
  });
  await staff.db.certificate.create({
    data: {
      ...{ id: "w2-d-finance", staffId: "taoshan-staff-06", departmentId: "taoshan-finance", trainingRecord: "示例" },
      ...{ validFrom: new Date("2026-01-05"), version: 1 },
    },
  });
});
afterAll(() => staff[Symbol.asyncDispose]());

interface Balance {
  readonly region: {
    readonly loadBalance: {
      readonly windows: readonly { readonly visits: number; readonly window: { readonly id: string } }[];
      readonly suggestions: readonly object[];
    };
  };
}

describe("load between windows (R161)", () => {
  it("is measured per person, from what cases tells of ended visits, and answered with who could be lent", async () => {
    const query = `{ region(id: "taoshan") { loadBalance(from: "2026-03-01", to: "2026-03-31") {
      gini uneven most least windows { visits people visitsPerPerson window { id } }
      suggestions { giniBefore giniAfter staffMember { id } from { id } to { id } }
    } } }`;

    const { data } = await staff.ask<Balance>(centreDirector, query);

    const { windows, suggestions, ...measured } = data.region.loadBalance;
    const busiest = windows.find(({ window }) => window.id === "taoshan-w3");
    expect(busiest).toMatchObject({ visits: 90, people: 2, visitsPerPerson: 45 });
    expect(measured).toMatchObject({ uneven: true, most: 45, least: 0 });
    expect(suggestions[0]).toMatchObject({
      staffMember: { id: "taoshan-staff-06" },
      from: { id: "taoshan-w2" },
      to: { id: "taoshan-w3" },
    });
  });

  it("counts nothing outside the days asked for", async () => {
    const query = `{ region(id: "taoshan") { loadBalance(from: "2026-03-03", to: "2026-03-31") { gini uneven } } }`;

    const { data } = await staff.ask(anonymous, query);

    expect(data).toEqual({ region: { loadBalance: { gini: 0, uneven: false } } });
  });
});

describe("one person for every matter", () => {
  it("is measured zone by zone (R162), and windows that take everything are counted (R163)", async () => {
    const query = `{ outlet(id: "taoshan-hall") { zoneCoverage { zone people certifiedForAll share } }
      taoshan: region(id: "taoshan") { generalistWindowShare } shanyang: region(id: "shanyang") { generalistWindowShare } }`;

    const { data } = await staff.ask<{ taoshan: object; shanyang: { generalistWindowShare: number } }>(
      anonymous,
      query,
    );

    expect(data).toMatchObject({
      outlet: { zoneCoverage: [{ zone: null, people: 10, certifiedForAll: 0, share: 0 }] },
      taoshan: { generalistWindowShare: 1 },
    });
    expect(data.shanyang.generalistWindowShare).toBeLessThan(1);
  });
});
