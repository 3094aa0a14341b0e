import type { Caller } from "@yimen/kernel/caller";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { centreDirector, coordinator, directorCivil, officerA, officerB } from "./testing/cast.js";
import { startTestStaff } from "./testing/startTestStaff.js";

let staff: Awaited<ReturnType<typeof startTestStaff>>;
beforeEach(async () => {
  staff = await startTestStaff();
});
afterEach(() => staff[Symbol.asyncDispose]());

const wish = { staffId: "taoshan-staff-03", postId: "taoshan-w2-a", effectiveOn: "2026-03-03", reason: "轮岗" };
const request = (caller: Caller, more: object = {}) =>
  staff.act<{ id: string }>(caller, "requestTransfer", { ...wish, ...more });
const review = (caller: Caller, transferId: string, more: object = {}) =>
  staff.act<{ status: string; earlyConsent: boolean }>(
    caller,
    "reviewTransfer",
    { transferId, agreed: true, ...more },
    "status earlyConsent",
  );
const code = ({ errors }: { errors?: readonly { extensions: Record<string, unknown> }[] }) =>
  errors?.[0]?.extensions.code;
const appointed = (validFrom: string) =>
  staff.db.postHolding.updateMany({ where: { postId: "taoshan-w2-a" }, data: { validFrom } });
const held = async () =>
  (await staff.db.postHolding.findFirstOrThrow({ where: { postId: "taoshan-w2-a" } })).validUntil;

describe("a transfer (R142)", () => {
  it("changes nothing before it is reviewed, and takes effect on its day", async () => {
    const { data } = await request(centreDirector);
    expect(await held()).toBeNull();
    expect(code(await request(centreDirector))).toBe("TRANSFER_ALREADY_REQUESTED");

    expect((await review(coordinator, data.id)).data.status).toBe("APPROVED");

    expect(await held()).toBe("2026-03-03");
    const spells = () => staff.db.dutySpell.count({ where: { postId: "taoshan-w2-a", endedAt: null } });
    expect(await spells()).toBe(0);
    await staff.at("08:31", "2026-03-03");
    expect(await spells()).toBe(1);
    expect(await staff.db.replacement.count({ where: { postId: "taoshan-w2-a" } })).toBe(1);
  });

  it("before two years takes express consent (R140, R141)", async () => {
    await appointed("2024-03-04");
    const { data } = await request(centreDirector);

    expect(code(await review(coordinator, data.id))).toBe("TRANSFER_TOO_EARLY");
    expect(await held()).toBeNull();
    expect((await review(coordinator, data.id, { earlyConsent: true })).data).toEqual({
      status: "APPROVED",
      earlyConsent: true,
    });
  });

  it("is asked for by the home unit and reviewed by somebody else at the centre", async () => {
    expect(code(await request(officerA))).toBe("TRANSFER_NOT_ALLOWED");
    expect(code(await request(directorCivil))).toBe("TRANSFER_NOT_ALLOWED");
    expect(code(await request(centreDirector, { effectiveOn: "2026-03-01" }))).toBe("TRANSFER_NOT_ALLOWED");
    const { data } = await request(centreDirector);

    expect(code(await review(centreDirector, data.id))).toBe("TRANSFER_NOT_ALLOWED");
    expect(code(await review(officerB, data.id))).toBe("TRANSFER_NOT_ALLOWED");
  });

  it("cannot bring back somebody who was taken off the post meanwhile (I-S5)", async () => {
    const { data } = await request(centreDirector);
    await staff.db.postHolding.updateMany({ where: { postId: wish.postId }, data: { validUntil: "2026-03-02" } });

    expect(code(await review(coordinator, data.id))).toBe("TRANSFER_NOT_ALLOWED");
    expect(await held()).toBe("2026-03-02");
  });
});
