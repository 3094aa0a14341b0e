import type { DutyAnswer } from "../graph/answers.js";
import { ask } from "../graph/ask.js";
import { HOURLY } from "../graph/documents.js";
import type { BoardState, CaseCounts } from "../state/boardState.js";
import { isAfter } from "../state/cursor.js";
import { afterLook } from "../state/hourly.js";
import { CursorLost } from "./followStream.js";
import type { HeadsAnswer } from "./readSnapshot.js";
import type { WakeUp } from "./wakeUp.js";

const INTERVAL = 20_000; // ms, and up to half as much again, so that screens do not ask in step

type HourlyAnswer = HeadsAnswer & { readonly outlet: (DutyAnswer & { readonly caseCounts: CaseCounts }) | null };

/** The board that is looked after. */
export interface Held {
  board: BoardState;
}

/**
 * Looks from time to time at what the hour changes, until the signal aborts. A look that fails is left out: the
 * streams tell whether the board is live.
 *
 * @throws CursorLost when the logs end before the place the board has reached: they were begun anew
 */
export async function lookHourly(held: Held, wakeUp: WakeUp, onLook: () => void, signal: AbortSignal): Promise<void> {
  for (;;) {
    await wakeUp.after(INTERVAL * (1 + Math.random() / 2), signal);
    if (signal.aborted) return;
    const { outlet, cursors } = held.board;
    const seen = await ask<HourlyAnswer>(HOURLY, { outletId: outlet.id }, signal).catch(() => null);
    if (!seen?.outlet || signal.aborted) continue;
    if (isAfter(cursors.cases, seen.caseLogHead) || isAfter(cursors.duty, seen.dutyLogHead))
      throw new CursorLost("logs");
    held.board = afterLook(held.board, seen.outlet, cursors);
    onLook();
  }
}
