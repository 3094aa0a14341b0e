import { addDays, addMonths, dayOfNumber, parsePlainDate } from "@yimen/workdays/plainDate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { freeFrom, review, type Transfer } from "./transfer.js";

const aTransfer = (given: Partial<Transfer>): Transfer => ({
  ...{ id: "t", staffId: "a", postId: "p", outletId: "hall", appointedOn: "2024-03-02", effectiveOn: "2026-03-02" },
  ...{
    reason: "轮岗",
    status: "REQUESTED",
    requestedById: "director",
    reviewedById: null,
    earlyConsent: false,
    version: 1,
  },
  ...given,
});
const agree = (given: Partial<Transfer>, earlyConsent = false, stays = true) =>
  review(aTransfer(given), { agreed: true, earlyConsent }, "centre", stays, "2024-01-01");

describe("leaving a post in front (R140, R141, I-S7)", () => {
  it.each([
    ["2024-03-02", "2026-03-01", "2026-03-02"],
    ["2024-02-29", "2026-02-27", "2026-02-28"],
    ["2022-02-28", "2024-02-27", "2024-02-28"],
    ["2024-08-31", "2026-08-30", "2026-08-31"],
  ])("appointed on %s: refused for %s without consent, free on %s", (appointedOn, tooEarly, free) => {
    expect(freeFrom(appointedOn)).toBe(free);
    expect(agree({ appointedOn, effectiveOn: free })).toMatchObject({ status: "APPROVED", earlyConsent: false });
    expect(() => agree({ appointedOn, effectiveOn: tooEarly })).toThrow(
      expect.objectContaining({ code: "TRANSFER_TOO_EARLY", details: { freeFrom: free } }),
    );
    expect(agree({ appointedOn, effectiveOn: tooEarly }, true)).toMatchObject({
      status: "APPROVED",
      earlyConsent: true,
    });
  });

  it("is never approved before 24 calendar months without consent, and always may be from then on", () => {
    const some = fc.tuple(fc.integer({ min: 15_000, max: 25_000 }), fc.integer({ min: 1, max: 1_500 }));
    fc.assert(
      fc.property(some, ([appointed, days]) => {
        const appointedOn = dayOfNumber(appointed);
        const effectiveOn = addDays(appointedOn, days);
        const attempt = () =>
          review(
            aTransfer({ appointedOn, effectiveOn }),
            { agreed: true, earlyConsent: false },
            "c",
            true,
            appointedOn,
          );
        if (effectiveOn < addMonths(parsePlainDate(appointedOn), 24)) expect(attempt).toThrow();
        else expect(attempt().status).toBe("APPROVED");
      }),
    );
  });

  it("does not bind back offices", () => {
    expect(agree({ effectiveOn: "2024-04-01" }, false, false).status).toBe("APPROVED");
  });
});

describe("the review (R142)", () => {
  it("is once, and never by whoever asked", () => {
    const refused = expect.objectContaining({ code: "TRANSFER_NOT_ALLOWED" });

    expect(() => agree({ status: "REFUSED" })).toThrow(refused);
    expect(() => agree({ status: "APPROVED" })).toThrow(refused);
    expect(() => agree({ requestedById: "centre" })).toThrow(refused);
  });

  it("that comes late takes nobody off a post in the past", () => {
    const late = review(aTransfer({}), { agreed: true, earlyConsent: false }, "centre", true, "2026-03-09");

    expect(late.effectiveOn).toBe("2026-03-09");
  });
});
