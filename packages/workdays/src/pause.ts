/** 补正, 特别程序 (hearing, expert review, inspection on site …), 容缺材料逾期. */
export type PauseReason = "CORRECTION" | "SPECIAL_PROCEDURE" | "DEFERRAL";

/** A time in which the clock stands still: from `from`, no longer at `to`. */
export interface Pause {
  readonly from: Date;
  /** `null` while it lasts. */
  readonly to: Date | null;
  readonly reason: PauseReason;
  /** For the applicant, Chinese first. */
  readonly note?: string | null;
}

/** A pause that has ended, or is taken to end now. */
export interface EndedPause {
  readonly from: Date;
  readonly to: Date;
}

export class InvalidPause extends RangeError {
  readonly code = "INVALID_PAUSE";

  constructor({ from, to }: Pause) {
    super(`暂停的结束早于开始。 A pause ends (${to?.toISOString()}) before it begins (${from.toISOString()}).`);
    this.name = new.target.name;
  }
}

/**
 * The pauses as they stood at `asOf`, in order, with those that overlap or touch made one. What begins later is not
 * known yet; what still lasts ends at `asOf`.
 *
 * @throws InvalidPause
 */
export function pausesUntil(asOf: Date, pauses: readonly Pause[]): EndedPause[] {
  const merged: EndedPause[] = [];
  for (const pause of [...pauses].sort((a, b) => a.from.getTime() - b.from.getTime())) {
    if (pause.to && pause.to < pause.from) throw new InvalidPause(pause);
    if (pause.from >= asOf) break;
    const { from } = pause;
    const to = pause.to && pause.to < asOf ? pause.to : asOf;
    const before = merged.at(-1);
    if (!before || before.to < from) merged.push({ from, to });
    else if (before.to < to) merged.splice(-1, 1, { from: before.from, to });
  }
  return merged;
}

/** The pause the clock stands in at that instant, if any. */
export function pauseAt(at: Date, pauses: readonly Pause[]): Pause | null {
  return pauses.find(({ from, to }) => from <= at && (to === null || at < to)) ?? null;
}
