import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GREEN_IN_A_ROW, type Lane, nextTicket, type Ticket, ticketNumber } from "./queue.js";

const ticket = (lane: Lane, minute: number): Ticket => ({
  id: `${lane}-${minute}`,
  outletId: "taoshan-hall",
  windowId: "taoshan-w2",
  lane,
  number: ticketNumber(lane, minute),
  status: "WAITING",
  takenAt: new Date(2026, 2, 2, 9, minute),
  calledAt: null,
  version: 1,
});

/** Calls until nobody waits; `arrivals[n]` comes before the n-th call. Those who wait are listed in any order. */
function day(arrivals: readonly (Lane | null)[], seed: number) {
  let waiting: Ticket[] = [];
  const called: { ticket: Ticket; waiting: readonly Ticket[] }[] = [];
  for (let minute = 0; minute < arrivals.length || waiting.length > 0; minute++) {
    const lane = arrivals[minute];
    if (lane) waiting.push(ticket(lane, minute));
    if (minute % 2 === 0 && minute < arrivals.length) continue; // people come faster than they are called
    const lanes = called.map((one) => one.ticket.lane).reverse();
    const anyOrder = fc.shuffledSubarray(waiting, { minLength: waiting.length });
    const next = nextTicket(fc.sample(anyOrder, { numRuns: 1, seed: seed + minute })[0] ?? [], lanes);
    if (!next) continue;
    called.push({ ticket: next, waiting });
    waiting = waiting.filter((one) => one !== next);
  }
  return called;
}

const arrivals = fc.array(fc.constantFrom<(Lane | null)[]>("NORMAL", "GREEN", "GREEN", null), { maxLength: 60 });
const always = (check: (called: ReturnType<typeof day>) => void) =>
  fc.assert(fc.property(arrivals, fc.nat(), (given, seed) => check(day(given, seed))));

describe("a window's queue (R103, I-K19)", () => {
  it("is first come, first served within each lane, and serves everybody", () => {
    fc.assert(
      fc.property(arrivals, fc.nat(), (given, seed) => {
        const order = day(given, seed).map((one) => one.ticket);
        expect(order).toHaveLength(given.filter(Boolean).length);
        for (const lane of ["NORMAL", "GREEN"] as const) {
          const times = order.filter((one) => one.lane === lane).map(({ takenAt }) => +takenAt);
          expect(times).toEqual(times.toSorted((one, other) => one - other));
        }
      }),
    );
  });

  it("lets the green lane go first, and never makes the normal one wait for more than three of it", () => {
    always((called) => {
      let greens = 0;
      for (const { ticket: next, waiting } of called) {
        const normalWaits = waiting.some(({ lane }) => lane === "NORMAL");
        const greenWaits = waiting.some(({ lane }) => lane === "GREEN");
        if (next.lane === "NORMAL" && greenWaits) expect(greens).toBeGreaterThanOrEqual(GREEN_IN_A_ROW);
        if (next.lane === "GREEN" && normalWaits) expect(greens).toBeLessThan(GREEN_IN_A_ROW);
        greens = next.lane === "GREEN" ? greens + 1 : 0;
      }
    });
  });

  it("decides between tickets of the same instant by their number", () => {
    const [one, other] = [ticket("NORMAL", 1), { ...ticket("NORMAL", 1), id: "other", number: "A002" }];

    expect(nextTicket([other, one], [])).toBe(one);
    expect(nextTicket([], [])).toBeNull();
  });

  it("prints lane letter and number", () => {
    expect([ticketNumber("GREEN", 3), ticketNumber("NORMAL", 1234)]).toEqual(["G003", "A1234"]);
  });
});
