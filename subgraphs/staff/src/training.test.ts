import { randomUUID } from "node:crypto";
import type { Caller } from "@yimen/kernel/caller";
import { anonymous } from "@yimen/kernel/caller";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { chiefCivil, officerA, shanyangStreetAgent, stranger, uncertified } from "./testing/cast.js";
import { startTestStaff } from "./testing/startTestStaff.js";

let staff: Awaited<ReturnType<typeof startTestStaff>>;
beforeEach(async () => {
  staff = await startTestStaff();
});
afterEach(() => staff[Symbol.asyncDispose]());

const session = {
  outletId: "shanyang-street-9",
  heldOn: "2025-12-30",
  topics: ["PLATFORM_USE"],
  form: "CENTRALISED",
  attendeeIds: ["shanyang-staff-29", "shanyang-staff-30"],
};
const record = (caller: Caller, change: object = {}) =>
  staff.act<{ id: string }>(caller, "recordTrainingSession", { ...session, ...change });
const code = ({ errors }: { errors?: readonly { extensions: Record<string, unknown> }[] }) =>
  errors?.[0]?.extensions.code;
async function missing(level: string) {
  const query = `{ trainingCompliance(regionId: "shanyang") { level period outlet { id } required held } }`;
  const { data } = await staff.ask<{ trainingCompliance: { level: string }[] }>(anonymous, query);
  return data.trainingCompliance.filter((each) => each.level === level);
}

describe("recording a training", () => {
  it("closes the period it was held in (R155)", async () => {
    const gap = { level: "STREET", period: "2025-Q4", outlet: { id: "shanyang-street-9" }, required: 1, held: 0 };
    expect(await missing("STREET")).toEqual([gap]);

    await record(shanyangStreetAgent);

    expect(await missing("STREET")).toEqual([]);
    expect(await missing("DISTRICT")).toEqual([]);
    expect(await staff.db.staffEvent.count({ where: { type: "TRAINING_RECORDED" } })).toBe(1);
  });

  it("has one effect however often it is sent (I-K15)", async () => {
    const clientMutationId = randomUUID();
    const [one, other] = [
      await record(shanyangStreetAgent, { clientMutationId }),
      await record(shanyangStreetAgent, { clientMutationId }),
    ];

    expect(one.data.id).toBe(other.data.id);
  });

  it.each([
    ["TRAINING_SESSION_INVALID", { attendeeIds: [] }],
    ["TRAINING_SESSION_INVALID", { topics: [] }],
    ["TRAINING_SESSION_INVALID", { heldOn: "2026-03-03" }],
    ["STAFF_MEMBER_NOT_FOUND", { attendeeIds: ["nobody"] }],
    ["NOT_TRAINING_ORGANISER", { outletId: "shanyang-street-8" }],
  ])("is refused with %s (R155)", async (expected, change) => {
    expect(code(await record(shanyangStreetAgent, change))).toBe(expected);
  });

  it("is refused for strangers", async () => {
    expect(code(await record(stranger))).toBe("NOT_TRAINING_ORGANISER");
  });
});

describe("planning a year's training (R209)", () => {
  it("is done once for a unit and year, and shows what of it was held", async () => {
    const plan = {
      outletId: "shanyang-street-9",
      year: 2025,
      sessions: 4,
      topics: ["PLATFORM_USE", "POLITE_LANGUAGE"],
    };
    const first = await staff.act(shanyangStreetAgent, "planTraining", plan, "sessions held");

    expect(first.data).toEqual({ sessions: 4, held: 3 });
    expect(code(await staff.act(shanyangStreetAgent, "planTraining", plan))).toBe("TRAINING_ALREADY_PLANNED");
    expect(code(await staff.act(shanyangStreetAgent, "planTraining", { ...plan, year: 2027, topics: [] }))).toBe(
      "TRAINING_PLAN_INVALID",
    );
  });
});

describe("a certificate (R208)", () => {
  const issue = (staffId: string, more: object = {}) =>
    staff.act<{ trainingSession: { id: string } | null }>(
      chiefCivil,
      "issueCertificate",
      { staffId, departmentId: "taoshan-civil-affairs", trainingRecord: "民政岗培 2026-01", ...more },
      "trainingSession { id }",
    );
  const trained = { outletId: "taoshan-hall", departmentId: "taoshan-civil-affairs", heldOn: "2026-02-26" };

  it("refers to the department's latest training that the person attended", async () => {
    const { data } = await record(chiefCivil, { ...trained, attendeeIds: ["taoshan-staff-05"] });

    expect((await issue("taoshan-staff-05")).data.trainingSession).toEqual({ id: data.id });
  });

  it("keeps the department's own record where no training has been recorded", async () => {
    expect((await issue("taoshan-staff-05")).data.trainingSession).toBeNull();
  });

  it("is refused on a training that the person did not attend", async () => {
    const { data } = await record(chiefCivil, { ...trained, attendeeIds: ["taoshan-staff-03"] });

    expect(code(await issue("taoshan-staff-05", { trainingSessionId: data.id }))).toBe("TRAINING_NOT_ATTENDED");
  });

  it("does not rest on a training that another department would have to record", async () => {
    expect(code(await record(uncertified, { ...trained }))).toBe("NOT_OWNING_DEPARTMENT");
    expect(code(await record(officerA, { ...trained, departmentId: null }))).toBe("NOT_TRAINING_ORGANISER");
  });
});
