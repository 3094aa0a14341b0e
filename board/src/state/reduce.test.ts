import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LiveEvent } from "../graph/answers.js";
import { Hall, type HallEntry } from "../testing/hall.js";
import { eventOf, snapshotOf } from "../testing/hallAnswers.js";
import type { BoardState } from "./boardState.js";
import { reduce } from "./reduce.js";
import { boardFrom } from "./snapshot.js";

type Act = (hall: Hall) => void;

const place = fc.nat({ max: 3 });
const chosen = fc.nat({ max: 30 });
const someCase = (hall: Hall, index: number) => [...hall.cases.values()][index % Math.max(1, hall.cases.size)];

const anAct: fc.Arbitrary<Act> = fc.oneof(
  place.map(
    (window): Act =>
      (hall) =>
        void hall.openCase(window),
  ),
  {
    weight: 4,
    arbitrary: chosen.map(
      (index): Act =>
        (hall) =>
          withCase(hall, index, (found) => hall.advance(found)),
    ),
  },
  fc.constant<Act>((hall) => void hall.handIn()),
  fc.tuple(chosen, place).map(
    ([index, window]): Act =>
      (hall) =>
        withCase(hall, index, (found) => hall.takeUp(found, window)),
  ),
  chosen.map(
    (index): Act =>
      (hall) =>
        withCase(hall, index, (found) => hall.withdraw(found)),
  ),
  chosen.map(
    (index): Act =>
      (hall) =>
        withCase(hall, index, (found) => hall.warn(found, index % 2 ? 80 : 100)),
  ),
  place.map(
    (window): Act =>
      (hall) =>
        hall.takeTicket(window),
  ),
  place.map(
    (window): Act =>
      (hall) =>
        hall.callNext(window),
  ),
  place.map(
    (window): Act =>
      (hall) =>
        hall.endVisit(window),
  ),
  fc.tuple(place, fc.constantFrom("A", "B", "NOBODY")).map(
    ([window, by]): Act =>
      (hall) =>
        hall.staff(window, by),
  ),
  fc.tuple(place, fc.boolean()).map(
    ([terminal, silent]): Act =>
      (hall) =>
        hall.terminal(String(terminal), silent),
  ),
);

function withCase(hall: Hall, index: number, act: (found: NonNullable<ReturnType<typeof someCase>>) => void): void {
  const found = someCase(hall, index);
  if (found) act(found);
}

function play(hall: Hall, acts: readonly Act[]): HallEntry[] {
  const before = [hall.caseLog.length, hall.dutyLog.length];
  for (const act of acts) {
    hall.now += 60_000; // a minute
    act(hall);
  }
  return [...hall.caseLog.slice(before[0]), ...hall.dutyLog.slice(before[1])];
}

const acts = fc.array(anAct, { maxLength: 60 });
const follow = (board: BoardState, events: readonly LiveEvent[]) => events.reduce(reduce, board);

/** What is on the board; the order and the moments of cards are the history's, not the state's. */
const shownBy = ({ windows, counts, vacancies, terminals, cases, outlet }: BoardState) => ({
  windows: windows.map(({ id, state, serving, waiting, visits }) => ({ id, state, serving, waiting, visits })),
  cases: [...cases.values()]
    .map(({ id, status, version, overdue, dueOn }) => ({ id, status, version, overdue, dueOn }))
    .sort((one, other) => one.id.localeCompare(other.id)),
  ...{ counts, vacancies, terminals, outlet },
});

describe("following the hall", () => {
  it("ends where the hall stands, wherever between head and snapshot the events fell", () => {
    fc.assert(
      fc.property(acts, acts, acts, (before, between, after) => {
        const hall = new Hall();
        play(hall, before);
        const { heads } = snapshotOf(hall);
        const missed = play(hall, between); // committed after the heads were read, before the rest was
        const board = boardFrom({ ...snapshotOf(hall), heads });
        const sent = [...missed.map((entry) => eventOf(hall, entry))];
        sent.push(...play(hall, after).map((entry) => eventOf(hall, entry)));

        expect(shownBy(follow(board, sent))).toEqual(shownBy(boardFrom(snapshotOf(hall))));
      }),
    );
  });

  it("is the same whatever the streams' order among each other, with repeats from any earlier place", () => {
    fc.assert(
      fc.property(acts, fc.array(fc.tuple(fc.nat(2), fc.nat(20), fc.nat(20)), { maxLength: 200 }), (script, draws) => {
        const hall = new Hall();
        const empty = boardFrom(snapshotOf(hall));
        const events = play(hall, script).map((entry) => eventOf(hall, entry));
        const streams = (["cases", "queue", "duty"] as const).map((name) => ({
          events: events.filter(({ stream }) => stream === name),
          next: 0,
        }));
        const arriving: LiveEvent[] = [];
        for (const [which, count, back] of draws) {
          const stream = streams[which] as (typeof streams)[number];
          const from = Math.max(0, stream.next - back); // the connection broke: taken up again further back
          arriving.push(...stream.events.slice(from, stream.next + count));
          stream.next = Math.max(stream.next, Math.min(stream.events.length, stream.next + count));
        }
        for (const { events: all, next } of streams) arriving.push(...all.slice(next));

        expect(follow(empty, arriving)).toEqual(follow(empty, events));
      }),
    );
  });

  it("tells every event once, in its stream's order", () => {
    const hall = new Hall();
    const board = boardFrom(snapshotOf(hall));
    const opened = hall.openCase();
    for (let step = 0; step < 5; step += 1) hall.advance(opened);
    const events = hall.caseLog.map((entry) => eventOf(hall, entry));

    const { news } = follow(board, [...events, ...events.slice(2), ...events]);

    expect(news.cases.map(({ cursor }) => cursor)).toEqual(["6", "5", "4", "3", "2", "1"]);
  });

  it("stays small however long it runs", () => {
    const hall = new Hall();
    let board = boardFrom(snapshotOf(hall));
    for (let round = 0; round < 2_000; round += 1) {
      const opened = hall.openCase(round % 4);
      if (round % 3 === 0) while (opened.status !== "DELIVERED") hall.advance(opened);
      for (const entry of hall.caseLog.splice(0))
        board = reduce(board, eventOf(hall, { ...entry, position: round + 1 }));
    }

    expect(board.cases.size).toBeLessThanOrEqual(512);
    expect(board.news.cases.length).toBeLessThanOrEqual(40);
  });
});
