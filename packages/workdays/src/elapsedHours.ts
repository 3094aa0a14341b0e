import type { EndedPause } from "./pause.js";

const MS_PER_HOUR = 3_600_000;

/** Hours by the clock from one instant to another, pauses left out. */
export function hoursRun(from: Date, to: Date, pauses: readonly EndedPause[]): number {
  let ms = Math.max(0, to.getTime() - from.getTime());
  for (const pause of pauses) {
    const start = Math.max(from.getTime(), pause.from.getTime());
    ms -= Math.max(0, Math.min(to.getTime(), pause.to.getTime()) - start);
  }
  return ms / MS_PER_HOUR;
}

/** The instant at which that many hours have run since `from`, pauses left out. */
export function afterHours(from: Date, hours: number, pauses: readonly EndedPause[]): Date {
  let end = from.getTime() + hours * MS_PER_HOUR;
  for (const pause of pauses) {
    if (pause.from.getTime() >= end) break;
    end += Math.max(0, pause.to.getTime() - Math.max(from.getTime(), pause.from.getTime()));
  }
  return new Date(end);
}
