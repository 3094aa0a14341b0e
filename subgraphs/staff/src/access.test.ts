import { anonymous, type Caller, serviceCaller } from "@yimen/kernel/caller";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  approverCivil,
  centreDirector,
  chiefCivil,
  directorCivil,
  officerA,
  officerB,
  stranger,
  uncertified,
} from "./testing/cast.js";
import { startTestStaff } from "./testing/startTestStaff.js";

let staff: Awaited<ReturnType<typeof startTestStaff>>;
beforeAll(async () => {
  staff = await startTestStaff();
});
afterAll(() => staff[Symbol.asyncDispose]());

const partner: Caller = { kind: "PARTNER", subject: "demo-bank", scopes: [], claims: { outletId: "taoshan-hall" } };
const code = (answer: { errors?: readonly { extensions: Record<string, unknown> }[] }) =>
  answer.errors?.[0]?.extensions.code;

describe("what is seen of people (R119, I-G1)", () => {
  const paths: [string, string, (data: never) => unknown][] = [
    [
      "a root field",
      `{ staffMember(id: "taoshan-staff-03") { name mobile idNumber bornOn homeUnit employment } }`,
      (data: { staffMember: unknown }) => data.staffMember,
    ],
    [
      "a reference",
      `{ _entities(representations: [{ __typename: "StaffMember", id: "taoshan-staff-03" }]) { ... on StaffMember { name mobile idNumber bornOn homeUnit employment } } }`,
      (data: { _entities: unknown[] }) => data._entities[0],
    ],
    [
      "a nested field",
      `{ window(id: "taoshan-w2") { posts { holder { name mobile idNumber bornOn homeUnit employment } } } }`,
      (data: { window: { posts: { holder: unknown }[] } }) => data.window.posts[0]?.holder,
    ],
  ];
  const publicRoster = {
    name: "测试-桃山-003",
    mobile: null,
    idNumber: null,
    bornOn: null,
    homeUnit: null,
    employment: null,
  };

  it.each(paths)("is the public roster for strangers, by %s", async (_, query, pick) => {
    for (const caller of [anonymous, partner, stranger, officerB]) {
      const { data } = await staff.ask<never>(caller, query);
      expect(pick(data)).toEqual(publicRoster);
    }
  });

  it.each(paths)("is everything for the person, the director and services, by %s", async (_, query, pick) => {
    for (const caller of [officerA, centreDirector, serviceCaller("gateway")]) {
      const { data } = await staff.ask<never>(caller, query);
      expect(pick(data)).toMatchObject({ mobile: "00000010003", employment: "CENTRE_FULLTIME" });
    }
  });

  it("hides leaves and certificates as well", async () => {
    await staff.act(officerA, "requestLeave", {
      from: "2026-03-04T00:30:00Z",
      until: "2026-03-04T09:00:00Z",
      reason: "私事",
    });
    const query = `{ staffMember(id: "taoshan-staff-03") { leaves { reason } certificates { id } } leaves(outletId: "taoshan-hall") { id } }`;
    const counts = async (caller: Caller) => {
      const { data } = await staff.ask<{ staffMember: { leaves: []; certificates: [] }; leaves: [] }>(caller, query);
      return [data.staffMember.leaves.length, data.staffMember.certificates.length, data.leaves.length];
    };

    expect(await counts(anonymous)).toEqual([0, 0, 0]);
    expect(await counts(officerB)).toEqual([0, 0, 0]);
    expect(await counts(officerA)).toEqual([1, 3, 1]);
    expect(await counts(centreDirector)).toEqual([1, 3, 1]);
  });
});

describe("who may do what", () => {
  it("is asked of services only for duty", async () => {
    const query = `{ duty(staffId: "taoshan-staff-03", windowId: "taoshan-w2", at: "2026-03-02T01:30:00Z") { present } }`;

    expect(code(await staff.ask(officerA, query))).toBe("NOT_A_SERVICE");
    expect(code(await staff.ask(anonymous, query))).toBe("NOT_A_SERVICE");
  });

  it("lets nobody sign in elsewhere, twice, or without being staff (R152)", async () => {
    expect(code(await staff.act(stranger, "signIn", { outletId: "taoshan-hall" }))).toBe("NOT_OWN_WORKPLACE");
    expect(code(await staff.act(anonymous, "signIn", { outletId: "taoshan-hall" }))).toBe("NOT_OWN_WORKPLACE");
    expect(code(await staff.act(officerA, "signIn", { outletId: "taoshan-hall" }))).toBe("ALREADY_SIGNED_IN");
  });

  it("lets only the daily manager approve, and nobody end another's leave (R164)", async () => {
    const { data } = await staff.act<{ id: string }>(officerB, "requestLeave", {
      from: "2026-03-05T00:30:00Z",
      until: "2026-03-05T09:00:00Z",
      reason: "培训",
    });

    for (const caller of [officerA, officerB, directorCivil, stranger, anonymous]) {
      expect(code(await staff.act(caller, "approveLeave", { leaveId: data.id }))).toBe("NOT_DAILY_MANAGER");
    }
    expect(code(await staff.act(officerA, "cancelLeave", { leaveId: data.id }))).toBe("NOT_OWN_LEAVE");
    expect(code(await staff.act(centreDirector, "approveLeave", { leaveId: data.id }))).toBeUndefined();
  });

  it("lets the department's director approve in its back office (R164)", async () => {
    const { data } = await staff.act<{ id: string }>(approverCivil, "requestLeave", {
      from: "2026-03-05T00:30:00Z",
      until: "2026-03-05T09:00:00Z",
      reason: "培训",
    });

    expect(code(await staff.act(centreDirector, "approveLeave", { leaveId: data.id }))).toBe("NOT_DAILY_MANAGER");
    expect(code(await staff.act(directorCivil, "approveLeave", { leaveId: data.id }))).toBeUndefined();
  });

  it("lets only the owning department certify, with the training it rests on (R147, R208)", async () => {
    const input = {
      staffId: "taoshan-staff-05",
      departmentId: "taoshan-civil-affairs",
      trainingRecord: "示例培训 2026-01",
    };

    for (const caller of [
      officerA,
      centreDirector,
      approverCivil,
      { ...directorCivil, claims: { ...directorCivil.claims, departmentId: "taoshan-water" } },
    ]) {
      expect(code(await staff.act(caller, "issueCertificate", input))).toBe("NOT_OWNING_DEPARTMENT");
    }
    expect(code(await staff.act(chiefCivil, "issueCertificate", { ...input, trainingRecord: " " }))).toBe(
      "TRAINING_RECORD_REQUIRED",
    );
    expect(code(await staff.act(chiefCivil, "issueCertificate", { ...input, staffId: "nobody" }))).toBe(
      "STAFF_MEMBER_NOT_FOUND",
    );
    const { data } = await staff.act<object>(chiefCivil, "issueCertificate", input, "valid staffMember { id }");
    expect(data).toEqual({ valid: true, staffMember: { id: uncertified.subject } });
  });
});
