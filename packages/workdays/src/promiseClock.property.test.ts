import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWorkingDay } from "./calendar.js";
import type { ClockInput } from "./clockInput.js";
import { warningAt } from "./clockWarning.js";
import { explainClock } from "./explainClock.js";
import { officeDay } from "./instant.js";
import { promiseClock } from "./promiseClock.js";
import { anyClock, anyInstantNear, anyWorkingDayClock } from "./testing/anyClock.js";
import { walkClock } from "./testing/walkedClock.js";

const withInstants = anyClock.chain((clock) =>
  fc.tuple(
    fc.constant(clock),
    anyInstantNear(officeDay(clock.acceptedAt)),
    anyInstantNear(officeDay(clock.acceptedAt)),
  ),
);
const split = (clock: ClockInput, at: Date): ClockInput => ({
  ...clock,
  pauses: clock.pauses.flatMap((pause) =>
    pause.from <= at && (pause.to === null || at <= pause.to)
      ? [
          { ...pause, to: at },
          { ...pause, from: at },
        ]
      : [pause],
  ),
});
const holds = (property: fc.IProperty<[ClockInput]> | fc.IProperty<[[ClockInput, Date, Date]]>) =>
  fc.assert(property as fc.IProperty<unknown>, { numRuns: 400 });

describe("the promise clock (I-K4)", () => {
  it("is what a walk from day to day finds", () => {
    holds(
      fc.property(anyClock, (clock) => {
        fc.pre(clock.promised.unit !== "HOUR");
        const { dueOn, countedDays } = promiseClock(clock);
        expect({ dueOn, countedDays }).toEqual(walkClock(clock));
      }),
    );
  });

  it("is not changed by a pause of no length", () => {
    holds(
      fc.property(withInstants, ([clock, at]) => {
        const pauses = [...clock.pauses, { from: at, to: at, reason: "CORRECTION" as const }];
        expect(promiseClock({ ...clock, pauses })).toEqual(promiseClock(clock));
      }),
    );
  });

  it("is not changed by splitting a pause in two", () => {
    holds(
      fc.property(withInstants, ([clock, at]) => {
        expect(promiseClock(split(clock, at))).toEqual(promiseClock(clock));
      }),
    );
  });

  it("is not changed by the order of the pauses", () => {
    holds(
      fc.property(anyClock, (clock) => {
        expect(promiseClock({ ...clock, pauses: clock.pauses.toReversed() })).toEqual(promiseClock(clock));
      }),
    );
  });

  it("is never due earlier for one more pause", () => {
    holds(
      fc.property(withInstants, ([clock, one, other]) => {
        const [from, to] = one < other ? [one, other] : [other, one];
        const paused = promiseClock({ ...clock, pauses: [...clock.pauses, { from, to, reason: "CORRECTION" }] });
        expect(paused.dueAt >= promiseClock(clock).dueAt).toBe(true);
      }),
    );
  });

  it("never counts back as time goes by", () => {
    holds(
      fc.property(withInstants, ([clock, one, other]) => {
        const unextended = { ...clock, extension: null };
        const [earlier, later] = one < other ? [one, other] : [other, one];
        const before = promiseClock({ ...unextended, now: earlier });
        const after = promiseClock({ ...unextended, now: later });
        expect(after.countedDays).toBeGreaterThanOrEqual(before.countedDays);
        expect(after.dueAt >= before.dueAt).toBe(true);
        expect(before.overdue && !after.overdue).toBe(false);
      }),
    );
  });

  it("shares the promise between what has counted and what remains", () => {
    holds(
      fc.property(anyWorkingDayClock, (clock) => {
        const { countedDays, remainingDays, overdue } = promiseClock({ ...clock, extension: null });
        expect(countedDays + remainingDays).toBe(clock.promised.value);
        if (clock.promised.value > 0 && remainingDays !== 0) expect(overdue).toBe(remainingDays < 0);
      }),
    );
  });

  it("ends on a working day, never before acceptance", () => {
    holds(
      fc.property(anyClock, (clock) => {
        const { dueOn, dueAt } = promiseClock(clock);
        expect(isWorkingDay(dueOn, clock.calendar)).toBe(true);
        expect(officeDay(dueAt)).toBe(dueOn);
        expect(dueAt >= clock.acceptedAt).toBe(true);
      }),
    );
  });

  it("is never overdue while a pause that began in time lasts", () => {
    holds(
      fc.property(anyClock, (clock) => {
        const from = clock.acceptedAt;
        fc.pre(clock.now >= from);
        expect(promiseClock({ ...clock, pauses: [{ from, to: null, reason: "CORRECTION" }] }).state).toBe("PAUSED");
      }),
    );
  });

  it("stands as it stood once it is stopped", () => {
    holds(
      fc.property(withInstants, ([clock, stoppedAt]) => {
        fc.pre(stoppedAt <= clock.now);
        const { state, ...stopped } = promiseClock({ ...clock, stoppedAt });
        const { state: _, ...then } = promiseClock({ ...clock, now: stoppedAt });
        expect(state).toBe("STOPPED");
        expect(stopped).toEqual(then);
      }),
    );
  });
});

describe("a clock's explanation", () => {
  it("counts as the clock does", () => {
    holds(
      fc.property(anyClock, (clock) => {
        fc.pre(clock.promised.unit !== "HOUR");
        const days = explainClock(clock);
        expect(days.filter(({ counted, expected }) => counted && !expected)).toHaveLength(
          promiseClock(clock).countedDays,
        );
        const numbers = days.flatMap(({ number }) => number ?? []);
        expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      }),
    );
  });

  it("begins with acceptance, names the last day in time, and gives every day a reason", () => {
    holds(
      fc.property(anyClock, (clock) => {
        const days = explainClock(clock);
        expect(days[0]).toMatchObject({ day: officeDay(clock.acceptedAt), reason: "ACCEPTANCE_DAY" });
        const due = days.filter(({ note }) => note.zh.endsWith("办结期限"));
        expect(due.map(({ day }) => day)).toEqual([promiseClock(clock).dueOn]);
      }),
    );
  });
});

describe("a warning", () => {
  it("comes no later for a smaller share, and never after the due instant", () => {
    holds(
      fc.property(anyClock, (clock) => {
        const instants = [0, 0.5, 0.8, 0.99, 1].map((share) => warningAt(clock, share).getTime());
        expect(instants).toEqual(instants.toSorted((a, b) => a - b));
        expect(instants.at(-1)).toBe(promiseClock(clock).dueAt.getTime());
      }),
    );
  });
});
