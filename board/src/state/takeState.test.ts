import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PresentState } from "../graph/presentState.js";
import { Hall, type HallEntry } from "../testing/hall.js";
import { caseAnswer, dutyOf, eventOf, outletOf, snapshotOf } from "../testing/hallAnswers.js";
import type { BoardState } from "./boardState.js";
import type { Cursors } from "./cursor.js";
import { reduce } from "./reduce.js";
import { boardFrom } from "./snapshot.js";
import { takeState } from "./takeState.js";

const act = fc.oneof(
  fc.nat(3).map((window) => (hall: Hall) => void hall.openCase(window)),
  fc.nat(30).map((index) => (hall: Hall) => {
    const found = [...hall.cases.values()][index];
    if (found) hall.advance(found);
  }),
  fc.nat(3).map((window) => (hall: Hall) => hall.takeTicket(window)),
  fc.nat(3).map((window) => (hall: Hall) => hall.callNext(window)),
  fc.tuple(fc.nat(3), fc.constantFrom("A", "B", "NOBODY")).map(
    ([window, by]) =>
      (hall: Hall) =>
        hall.staff(window, by),
  ),
);
const acts = fc.array(act, { maxLength: 40 });

const play = (hall: Hall, script: readonly ((hall: Hall) => void)[]) => {
  for (const one of script) one(hall);
};

/** What the graph tells of a stream now, with the head that it took before. */
function stateOf(hall: Hall, stream: keyof Cursors, head: string): PresentState {
  const cases = [...hall.cases.values()].map(caseAnswer);
  const { windows, caseCounts } = outletOf(hall);
  const open = cases.filter(({ closedAt }) => closedAt === null);
  const delivered = { nodes: cases.filter(({ status }) => status === "DELIVERED") };
  switch (stream) {
    case "cases":
      return { stream, head, now: { outlet: { caseCounts }, open: { nodes: open, hasNextPage: false }, delivered } };
    case "queue":
      return { stream, head, now: { outlet: { windows } } };
    case "duty":
      return { stream, head, now: { outlet: dutyOf(hall) } };
  }
}

/** What the board shows of the hall; how cards are ordered is their history's. */
const shownBy = ({ windows, counts, vacancies, cases, cursors }: BoardState) => ({
  windows: windows.map(({ id, state, serving, waiting, visits }) => ({ id, state, serving, waiting, visits })),
  cases: [...cases.values()].map(({ id, status, version }) => `${id} ${status} ${version}`).sort(),
  ...{ counts, vacancies, cursors },
});

describe("taking the present state of a stream whose cursor is too old", () => {
  it("ends where the hall stands, wherever between head and state the events fell, whichever streams were refused", () => {
    const refused = fc.subarray<keyof Cursors>(["cases", "queue", "duty"]);
    fc.assert(
      fc.property(acts, acts, acts, acts, refused, (before, unseen, between, after, streams) => {
        const hall = new Hall();
        play(hall, before);
        const shown = boardFrom(snapshotOf(hall));
        const seen = { case: hall.caseLog.length, duty: hall.dutyLog.length };
        play(hall, unseen); // what a refused stream never gets
        const { heads } = snapshotOf(hall);
        play(hall, between);
        let board = shown;
        for (const stream of streams) board = takeState(board, stateOf(hall, stream, heads[stream])) ?? board;
        play(hall, after);

        const late: HallEntry[] = [...hall.caseLog.slice(seen.case), ...hall.dutyLog.slice(seen.duty)];
        const told = late.filter(
          ({ stream, position }) => !streams.includes(stream) || position > Number(heads[stream]),
        );
        board = told.map((entry) => eventOf(hall, entry)).reduce(reduce, board);

        const stands = boardFrom(snapshotOf(hall));
        expect({ ...shownBy(board), cursors: null }).toEqual({ ...shownBy(stands), cursors: null });
      }),
    );
  });

  it("is not done where the outlet has more open cases than were told, or is not told of", () => {
    const board = boardFrom(snapshotOf(new Hall()));
    const nothing = { nodes: [], hasNextPage: false };

    const { counts: caseCounts } = board;
    const more = { outlet: { caseCounts }, open: { nodes: [], hasNextPage: true }, delivered: nothing };
    expect(takeState(board, { stream: "cases", head: "9", now: more })).toBeNull();
    expect(takeState(board, { stream: "queue", head: "9", now: { outlet: null } })).toBeNull();
    expect(takeState(board, { stream: "duty", head: "9", now: { outlet: null } })).toBeNull();
  });
});
