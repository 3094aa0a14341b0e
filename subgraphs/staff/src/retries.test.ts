import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { centreDirector, chiefCivil, officerA } from "./testing/cast.js";
import { startTestStaff } from "./testing/startTestStaff.js";

let staff: Awaited<ReturnType<typeof startTestStaff>>;
beforeEach(async () => {
  staff = await startTestStaff();
});
afterEach(() => staff[Symbol.asyncDispose]());

const wish = { from: "2026-03-04T00:30:00.000Z", until: "2026-03-04T09:00:00.000Z", reason: "出差" };
const code = ({ errors }: { errors?: readonly { extensions: Record<string, unknown> }[] }) =>
  errors?.[0]?.extensions.code;

describe("the same client key", () => {
  it("has one effect and one answer, also when two arrive at once (I-K15)", async () => {
    const clientMutationId = randomUUID();
    const ask = () => staff.act<{ id: string }>(officerA, "requestLeave", { ...wish, clientMutationId });

    const answers = await Promise.all([ask(), ask(), ask()]);

    expect(new Set(answers.map(({ data }) => data.id)).size).toBe(1);
    expect(await staff.db.leave.count()).toBe(1);
    expect(await staff.db.staffEvent.count({ where: { type: "LEAVE_REQUESTED" } })).toBe(1);
  });

  it("answers a repeated sign-out as the first one, although nobody is signed in any more", async () => {
    const input = { outletId: "taoshan-hall", clientMutationId: randomUUID() };
    await staff.act(officerA, "signOut", input);

    expect(await staff.act(officerA, "signOut", input)).toEqual({ data: { id: "taoshan-staff-03" } });
    expect(code(await staff.act(officerA, "signOut", { outletId: "taoshan-hall" }))).toBe("NOT_SIGNED_IN");
  });

  it("is refused for something else", async () => {
    const clientMutationId = randomUUID();
    await staff.act(officerA, "requestLeave", { ...wish, clientMutationId });

    expect(code(await staff.act(officerA, "requestLeave", { ...wish, reason: "私事", clientMutationId }))).toBe(
      "IDEMPOTENCY_KEY_REUSED",
    );
  });
});

describe("two who change the same thing", () => {
  it("are told apart by the version: one wins, the other sees the present state (I-K16)", async () => {
    const { data: leave } = await staff.act<{ id: string; version: number }>(
      officerA,
      "requestLeave",
      wish,
      "id version",
    );
    const input = { leaveId: leave.id, version: leave.version };

    const answers = await Promise.all([
      staff.act(centreDirector, "approveLeave", input),
      staff.act(centreDirector, "refuseLeave", { ...input, reason: "人手不足" }),
    ]);

    const refused = answers.flatMap(({ errors }) => errors ?? []);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.extensions).toMatchObject({ code: "LEAVE_CHANGED_MEANWHILE", current: { version: 2 } });
  });

  it("cannot revoke a certificate twice", async () => {
    const input = { certificateId: "taoshan-certificate-03" };
    const answers = await Promise.all([
      staff.act(chiefCivil, "revokeCertificate", input),
      staff.act(chiefCivil, "revokeCertificate", input),
    ]);

    expect(answers.map(code).sort()).toEqual(["CERTIFICATE_ALREADY_REVOKED", undefined]);
    const takeovers = await staff.db.dutySpell.findMany({ where: { postId: "taoshan-w2-a", endedAt: null } });
    expect(takeovers).toMatchObject([{ kind: "TAKEOVER", staffId: "taoshan-staff-04" }]);
  });
});
