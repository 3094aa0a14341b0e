import type { CaseEventAnswer, DutyEventAnswer, LiveEvent, QueueEventAnswer } from "../graph/answers.js";
import type { CasesNow, DutyNow, PresentState, QueueNow, Resync } from "../graph/presentState.js";
import { streams } from "../graph/streams.js";
import type { BoardState } from "../state/boardState.js";
import { reduce } from "../state/reduce.js";
import { boardFrom } from "../state/snapshot.js";
import { takeState } from "../state/takeState.js";
import { backOff } from "./backOff.js";
import { CursorLost, followStream, type Line } from "./followStream.js";
import { lookHourly } from "./lookHourly.js";
import { NoSuchOutlet, readSnapshot } from "./readSnapshot.js";

/** Told of every new board; `event` is what made it, `null` for a snapshot, a state or a look. */
export type OnBoard = (board: BoardState, event: LiveEvent | null) => void;

/**
 * Keeps a board of one outlet until the signal aborts: a snapshot, then every event after it; where a log does not reach
 * back to the last event, what it tells of the present state; a new snapshot only when neither can be had.
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
  const take = (told: PresentState) => {
    const next = takeState(held.board, told);
    if (!next) return false;
    held.board = next;
    onBoard(next, null);
    return true;
  };
  const follow = <E, S>(
    name: keyof BoardState["cursors"],
    onEvent: (event: E) => void,
    onNow: (head: string, now: S) => boolean,
  ) => {
    const onState = ({ head, state }: Resync<S>) => !state.errors && !!state.data && onNow(head, state.data);
    const cursor = () => held.board.cursors[name];
    return followStream(line, { name, document: streams[name], outletId, cursor, onEvent, onState }, until);
  };
  try {
    await Promise.all([
      follow<CaseEventAnswer, CasesNow>(
        "cases",
        (event) => apply({ stream: "cases", event }),
        (head, now) => take({ stream: "cases", head, now }),
      ),
      follow<QueueEventAnswer, QueueNow>(
        "queue",
        (event) => apply({ stream: "queue", event }),
        (head, now) => take({ stream: "queue", head, now }),
      ),
      follow<DutyEventAnswer, DutyNow>(
        "duty",
        (event) => apply({ stream: "duty", event }),
        (head, now) => take({ stream: "duty", head, now }),
      ),
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
