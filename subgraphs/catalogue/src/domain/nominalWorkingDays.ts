import type { TimeLimit } from "@yimen/workdays/timeLimit";
import { type Rational, rational } from "./rational.js";

/** Five of seven days are working days, a month has thirty days, a working day eight hours. */
const workingDaysIn: Record<TimeLimit["unit"], Rational> = {
  WORKING_DAY: rational(1),
  CALENDAR_DAY: rational(5, 7),
  MONTH: rational(30 * 5, 7),
  HOUR: rational(1, 8),
};

/**
 * A limit in working days, for adding limits of different units up. Whether one limit is within another is never
 * decided by it: holidays make that a question of the worst case.
 */
export function nominalWorkingDays({ value, unit }: TimeLimit): Rational {
  const { numerator, denominator } = workingDaysIn[unit];
  return rational(BigInt(value) * numerator, denominator);
}
