import { anonymous } from "@yimen/kernel/caller";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { centreDirector, officerA } from "./testing/cast.js";
import { startTestStaff } from "./testing/startTestStaff.js";

let staff: Awaited<ReturnType<typeof startTestStaff>>;
beforeAll(async () => {
  staff = await startTestStaff({ everybodyIn: false });
});
afterAll(() => staff[Symbol.asyncDispose]());

const far = "taoshan-example-village-4";
const measure = async (args = "") => {
  const query = `{ region(id: "taoshan") { serviceCircle${args} {
    minutes share covered { settlement { id } } uncovered { settlement { id name } outlet { id } minutes distance } unmeasured { minutes }
  } } }`;
  const { data } = await staff.ask<{ region: { serviceCircle: { covered: unknown[] } } }>(anonymous, query);
  return data.region.serviceCircle;
};

describe("the 15-minute service circle of a region (R005)", () => {
  it("names the village that is twenty minutes from the nearest outlet, until there is one nearer", async () => {
    const before = await measure();
    const opened = {
      ...{ parentId: "taoshan-hall", kind: "PARTNER_OUTLET", partnerKind: "POST", locality: "示例四村" },
      ...{ name: "示例四村邮政网点", nameEn: "Example post office", address: "示例路40号", phone: "0464-0000040" },
    };
    const { data } = await staff.act<{ id: string }>(centreDirector, "openOutlet", opened);
    const way = { outletId: data.id, settlementId: far, minutes: 3 };
    const recorded = await staff.act(centreDirector, "recordTravelTime", way);

    expect(before).toMatchObject({
      ...{ minutes: 15, share: 0.75, unmeasured: [] },
      uncovered: [
        { settlement: { id: far, name: "示例四村" }, outlet: { id: "taoshan-town-1" }, minutes: 20, distance: 4375 },
      ],
    });
    expect(recorded.errors).toBeUndefined();
    expect(await measure()).toMatchObject({ share: 1, uncovered: [] });
    expect(await measure(`(asOf: "2026-03-01")`)).toMatchObject({ share: 0.75 });
    expect((await measure("(minutes: 5)")).covered).toHaveLength(2);
  });

  it.each([
    ["by somebody at a window", officerA, {}, "NOT_OUTLET_KEEPER"],
    ["from a settlement that there is not", centreDirector, { settlementId: "nowhere" }, "SETTLEMENT_NOT_FOUND"],
    ["of no time", centreDirector, { minutes: 0 }, "TRAVEL_TIME_INVALID"],
    ["of more than a day", centreDirector, { minutes: 1_441 }, "TRAVEL_TIME_INVALID"],
  ])("takes no way %s", async (_, caller, given, code) => {
    const way = { outletId: "taoshan-hall", settlementId: far, minutes: 30, ...given };
    const { errors } = await staff.act(caller, "recordTravelTime", way);

    expect(errors?.[0]?.extensions.code).toBe(code);
  });
});
