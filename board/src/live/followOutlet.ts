import type { CaseEventAnswer, DutyEventAnswer, LiveEvent, QueueEventAnswer } from "../graph/answers.js";
import { CASE_EVENTS, DUTY_EVENTS, QUEUE_EVENTS } from "../graph/documents.js";
import type { BoardState } from "../state/boardState.js";
import { reduce } from "../state/reduce.js";
import { boardFrom } from "../state/snapshot.js";
import { backOff } from "./backOff.js";
import { CursorLost, followStream, type Line } from "./followStream.js";
import { lookHourly } from "./lookHourly.js";
import { NoSuchOutlet, readSnapshot } from "./readSnapshot.js";

/** Told of every new board; `event` is what made it, `null` for a snapshot or a look. */
export type OnBoard = (board: BoardState, event: LiveEvent | null) => void;

/**
 * Keeps a board of one outlet until the signal aborts: a snapshot, then every event after it; a new snapshot only
 * when a log cannot be followed any further.
 *
 * @throws NoSuchOutlet
 */
export async function followOutlet(line: Line, outletId: string, onBoard: OnBoard, signal: AbortSignal): Promise<void> {
  let before: BoardState | null = null;
  while (!signal.aborted) {
    const board = await firstBoard(line, outletId, before, signal);
    if (!board) return;
    onBoard(board, null);
    before = await followBoard(line, board, onBoard, signal);
  }
}

/** Tries until it can be read. @returns `null` when aborted */
async function firstBoard(line: Line, outletId: string, before: BoardState | null, signal: AbortSignal) {
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    try {
      const snapshot = await readSnapshot(outletId, signal);
      line.connection.works("snapshot");
      return boardFrom(snapshot, before?.news);
    } catch (problem) {
      if (problem instanceof NoSuchOutlet) throw problem;
      line.connection.failed("snapshot");
      await line.wakeUp.after(backOff(attempt), signal);
    }
  }
  return null;
}

/** Follows the three streams until the signal aborts or one is lost. @returns the board as it then stands */
async function followBoard(line: Line, first: BoardState, onBoard: OnBoard, signal: AbortSignal): Promise<BoardState> {
  const held = { board: first };
  const stop = new AbortController();
  const until = AbortSignal.any([signal, stop.signal]);
  const outletId = first.outlet.id;
  const apply = (event: LiveEvent) => {
    const next = reduce(held.board, event);
    if (next === held.board) return; // known already
    held.board = next;
    onBoard(next, event);
  };
  const follow = <E>(name: keyof BoardState["cursors"], query: string, onEvent: (event: E) => void) =>
    followStream(line, { name, query, outletId, cursor: () => held.board.cursors[name], onEvent }, until);
  try {
    await Promise.all([
      follow<CaseEventAnswer>("cases", CASE_EVENTS, (event) => apply({ stream: "cases", event })),
      follow<QueueEventAnswer>("queue", QUEUE_EVENTS, (event) => apply({ stream: "queue", event })),
      follow<DutyEventAnswer>("duty", DUTY_EVENTS, (event) => apply({ stream: "duty", event })),
      lookHourly(held, line.wakeUp, () => onBoard(held.board, null), until),
    ]);
  } catch (problem) {
    if (!(problem instanceof CursorLost)) throw problem;
    line.connection.failed("snapshot");
  } finally {
    stop.abort();
  }
  return held.board;
}
