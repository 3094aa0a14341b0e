import { anonymous, serviceCaller } from "@yimen/kernel/caller";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { centreDirector, officerA } from "./testing/cast.js";
import { startTestStaff } from "./testing/startTestStaff.js";

let staff: Awaited<ReturnType<typeof startTestStaff>>;
beforeAll(async () => {
  staff = await startTestStaff();
});
afterAll(() => staff[Symbol.asyncDispose]());

const QUERY = `query ($departmentId: ID!) { selectableOfficers(outletId: "taoshan-hall", departmentId: $departmentId) { staffId windowId actingForId } }`;
const selectable = async (departmentId: string) => {
  const { data } = await staff.ask<{ selectableOfficers: { staffId: string; actingForId: string | null }[] }>(
    serviceCaller("evaluation"),
    QUERY,
    { departmentId },
  );
  return data.selectableOfficers;
};

describe("whom a citizen may choose (R182, I-G9)", () => {
  it("are those who serve now at a window of the department and are certified for it", async () => {
    expect(await selectable("taoshan-civil-affairs")).toEqual([
      { staffId: "taoshan-staff-03", windowId: "taoshan-w2", actingForId: null },
      { staffId: "taoshan-staff-04", windowId: "taoshan-w2", actingForId: null },
      { staffId: "taoshan-staff-06", windowId: "taoshan-w2", actingForId: null },
    ]);
    expect((await selectable("taoshan-water")).map(({ staffId }) => staffId)).toContain("taoshan-staff-05");
    expect(await selectable("taoshan-unknown")).toEqual([]);
  });

  it("never are people who are away: B is there for A, and nobody after hours", async () => {
    const leave = { from: "2026-03-02T02:00:00Z", until: "2026-03-03T09:00:00Z", reason: "出差" };
    const { data } = await staff.act<{ id: string }>(officerA, "requestLeave", leave);
    await staff.act(centreDirector, "approveLeave", { leaveId: data.id });

    await staff.at("10:00");
    const during = await selectable("taoshan-civil-affairs");
    await staff.at("12:30");
    const closed = await selectable("taoshan-civil-affairs");

    expect(during.map(({ staffId }) => staffId)).not.toContain("taoshan-staff-03");
    expect(during).toContainEqual({
      staffId: "taoshan-staff-04",
      windowId: "taoshan-w2",
      actingForId: "taoshan-staff-03",
    });
    expect(closed).toEqual([]);
  });

  it("is told to siblings only: citizens ask for it by matter", async () => {
    const { errors } = await staff.ask(anonymous, QUERY, { departmentId: "taoshan-water" });

    expect(errors?.[0]?.extensions.code).toBe("NOT_A_SERVICE");
  });
});
