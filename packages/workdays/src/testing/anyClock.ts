import fc from "fast-check";
import type { ClockInput } from "../clockInput.js";
import { instantOfMinute } from "../instant.js";
import { officialCalendar } from "../officialCalendar.js";
import type { Pause } from "../pause.js";
import { addDays, daysFromTo, type PlainDate, parsePlainDate } from "../plainDate.js";

// For tests: random days and clocks. Minutes favour the edges of the office day, where rules meet.

const anyMinute = fc.oneof(fc.constantFrom(0, 1_019, 1_020, 1_021, 1_439), fc.integer({ min: 0, max: 1_439 }));

export const anyDay: fc.Arbitrary<PlainDate> = fc.constantFrom(
  ...daysFromTo(parsePlainDate("2024-06-01"), parsePlainDate("2028-06-30")),
);

/** Acceptance in the published years, early enough for a due date to fall in them too. */
const acceptanceDay = fc.constantFrom(...daysFromTo(parsePlainDate("2025-01-01"), parsePlainDate("2026-11-30")));

export function anyInstantNear(day: PlainDate, after = 60): fc.Arbitrary<Date> {
  return fc
    .tuple(fc.integer({ min: -3, max: after }), anyMinute)
    .map(([days, minute]) => instantOfMinute(addDays(day, days), minute));
}

function anyPauseNear(day: PlainDate): fc.Arbitrary<Pause> {
  return fc
    .tuple(anyInstantNear(day), fc.option(fc.tuple(fc.nat(15), anyMinute), { freq: 5 }))
    .map(([from, length]) => {
      const reason = "CORRECTION";
      if (!length) return { from, to: null, reason };
      return { from, to: new Date(from.getTime() + length[0] * 86_400_000 + length[1] * 60_000), reason };
    });
}

const anyLimit = fc.oneof(
  { weight: 4, arbitrary: fc.record({ value: fc.nat(30), unit: fc.constant("WORKING_DAY" as const) }) },
  { weight: 2, arbitrary: fc.record({ value: fc.nat(45), unit: fc.constant("CALENDAR_DAY" as const) }) },
  { weight: 1, arbitrary: fc.record({ value: fc.nat(3), unit: fc.constant("MONTH" as const) }) },
  { weight: 2, arbitrary: fc.record({ value: fc.nat(96), unit: fc.constant("HOUR" as const) }) },
);

export const anyClock: fc.Arbitrary<ClockInput> = acceptanceDay.chain((day) =>
  fc.record({
    acceptedAt: anyMinute.map((minute) => instantOfMinute(day, minute)),
    promised: anyLimit,
    pauses: fc.array(anyPauseNear(day), { maxLength: 4 }),
    extension: fc.option(
      fc.record({
        workingDays: fc.integer({ min: 1, max: 10 }),
        approvedBy: fc.constant("director-1"),
        grantedAt: anyInstantNear(day, 20),
      }),
      { freq: 3 },
    ),
    calendar: fc.constant(officialCalendar),
    now: anyInstantNear(day, 90),
  }),
);

/** The same, promised in working days. */
export const anyWorkingDayClock: fc.Arbitrary<ClockInput> = anyClock.map((clock) => ({
  ...clock,
  promised: { value: clock.promised.value, unit: "WORKING_DAY" },
}));
