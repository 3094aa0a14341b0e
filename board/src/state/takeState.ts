import type { CasesNow, PresentState } from "../graph/presentState.js";
import type { BoardState } from "./boardState.js";
import { firstCards } from "./caseCards.js";
import { withDuty, withQueue } from "./reduce.js";

/**
 * The board with the part that one stream keeps as it stands now; the other streams' parts stay, and so does the list of
 * the latest.
 *
 * @returns `null` when the state has not all that the board shows
 */
export function takeState(board: BoardState, told: PresentState): BoardState | null {
  const followed = { ...board, cursors: { ...board.cursors, [told.stream]: told.head } };
  switch (told.stream) {
    case "cases":
      return withCases(followed, told.now);
    case "queue":
      return told.now.outlet && { ...followed, windows: told.now.outlet.windows.reduce(withQueue, followed.windows) };
    case "duty":
      return told.now.outlet && withDuty(followed, told.now.outlet);
  }
}

function withCases(board: BoardState, { outlet, open, delivered }: CasesNow): BoardState | null {
  if (!outlet || open.hasNextPage) return null;
  const cases = firstCards([...delivered.nodes, ...open.nodes]);
  return { ...board, cases, crowded: false, counts: outlet.caseCounts };
}
