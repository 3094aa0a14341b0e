import type { DutyAnswer } from "../graph/answers.js";
import type { BoardState, CaseCounts } from "./boardState.js";
import type { Cursors } from "./cursor.js";
import { withDuty } from "./reduce.js";

/**
 * The board after a look at what changes with the hour. What an event has meanwhile told is newer than the look and
 * stays.
 *
 * @param asked  where the streams stood when the question was sent
 */
export function afterLook(
  state: BoardState,
  seen: DutyAnswer & { readonly caseCounts: CaseCounts },
  asked: Cursors,
): BoardState {
  const withCounts = state.cursors.cases === asked.cases ? { ...state, counts: seen.caseCounts } : state;
  return state.cursors.duty === asked.duty ? withDuty(withCounts, seen) : withCounts;
}
