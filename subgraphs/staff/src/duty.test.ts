import { serviceCaller } from "@yimen/kernel/caller";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { approverCivil, directorCivil } from "./testing/cast.js";
import { startTestStaff } from "./testing/startTestStaff.js";

let staff: Awaited<ReturnType<typeof startTestStaff>>;
beforeAll(async () => {
  staff = await startTestStaff();
});
afterAll(() => staff[Symbol.asyncDispose]());

const DUTY = /* GraphQL */ `
  query ($staffId: ID!, $windowId: ID!, $at: Instant!) {
    duty(staffId: $staffId, windowId: $windowId, at: $at) {
      staffId staffName windowId windowName windowKind windowDepartmentIds presences { departmentId mode }
      outletId outletLists regionId present postId actingForId homeDepartmentId employment certificates { id departmentId } openState
    }
  }
`;
const duty = async (staffId: string, windowId = "taoshan-w2") =>
  (
    await staff.ask<{ duty: Record<string, unknown> | null }>(serviceCaller("cases"), DUTY, {
      staffId,
      windowId,
      at: staff.world.now,
    })
  ).data.duty;

const approverDuty = async (staffId: string) => {
  const query = `query ($staffId: ID!, $at: Instant!) { approverDuty(staffId: $staffId, departmentId: "taoshan-civil-affairs", at: $at) { role postId present actingForId } }`;
  return (
    await staff.ask<{ approverDuty: object | null }>(serviceCaller("cases"), query, { staffId, at: staff.world.now })
  ).data.approverDuty;
};

describe("what cases asks before an officer acts (I-S6)", () => {
  it("is answered whole for an officer of an entrusted window (R055, R077)", async () => {
    const certificates = ["civil-affairs", "agriculture", "water"].map((name, n) => ({
      id: `taoshan-certificate-0${n + 3}`,
      departmentId: `taoshan-${name}`,
    }));

    expect(await duty("taoshan-staff-03")).toEqual({
      staffId: "taoshan-staff-03",
      staffName: "测试-桃山-003",
      windowId: "taoshan-w2",
      windowName: "综合窗口2",
      windowKind: "COMPREHENSIVE",
      windowDepartmentIds: ["taoshan-civil-affairs", "taoshan-agriculture", "taoshan-water"],
      presences: certificates.map(({ departmentId }) => ({ departmentId, mode: "ENTRUSTED" })),
      outletId: "taoshan-hall",
      outletLists: [],
      regionId: "taoshan",
      present: true,
      postId: "taoshan-w2-a",
      actingForId: null,
      homeDepartmentId: null,
      employment: "CENTRE_FULLTIME",
      certificates,
      openState: "OPEN",
    });
  });

  it("names no certificate of a department that has not passed the officer (R147)", async () => {
    const found = await duty("taoshan-staff-05");

    expect(found).toMatchObject({ present: true, postId: "taoshan-w2-c" });
    expect(found?.certificates).toEqual([
      expect.objectContaining({ departmentId: "taoshan-agriculture" }),
      expect.objectContaining({ departmentId: "taoshan-water" }),
    ]);
  });

  it("says of the department's own people that they have no post at the window (R056, R057)", async () => {
    expect(await duty("taoshan-staff-19")).toMatchObject({
      postId: null,
      homeDepartmentId: "taoshan-civil-affairs",
      present: true,
    });
  });

  it("knows the stationed department's own officers at their window (R076)", async () => {
    expect(await duty("taoshan-staff-01", "taoshan-w1")).toMatchObject({
      postId: "taoshan-w1-a",
      homeDepartmentId: "taoshan-education",
      presences: [{ departmentId: "taoshan-education", mode: "STATIONED" }],
    });
  });

  it("is nothing for unknown windows and people", async () => {
    expect(await duty("taoshan-staff-03", "nowhere")).toBeNull();
    expect(await duty("nobody")).toBeNull();
  });
});

describe("what cases asks before a department decides", () => {
  it("is the role of the post, and for whom", async () => {
    expect(await approverDuty("taoshan-staff-19")).toEqual({
      role: "APPROVER",
      postId: "taoshan-civil-affairs-approver-a",
      present: true,
      actingForId: null,
    });
    expect(await approverDuty("taoshan-staff-03")).toBeNull();
  });

  it("passes to B while A is on leave (R150)", async () => {
    const { data } = await staff.act<{ id: string }>(approverCivil, "requestLeave", {
      from: "2026-03-02T01:00:00Z",
      until: "2026-03-02T09:00:00Z",
      reason: "出差",
    });
    await staff.act(directorCivil, "approveLeave", { leaveId: data.id });

    expect(await approverDuty("taoshan-staff-19")).toMatchObject({ role: "APPROVER", postId: null, present: false });
    expect(await approverDuty("taoshan-staff-20")).toMatchObject({
      postId: "taoshan-civil-affairs-approver-a",
      actingForId: "taoshan-staff-19",
    });
  });
});
