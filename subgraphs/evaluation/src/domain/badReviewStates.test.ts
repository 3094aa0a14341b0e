import { DomainError } from "@yimen/kernel/errors";
import { describe, expect, it } from "vitest";
import { aBadReview, day } from "./badReview.example.js";
import { type BadReview, evolveBadReview } from "./badReview.js";
import { type BadReviewCommand, decideBadReview } from "./decideBadReview.js";

const on = day("2026-03-10");
const people = ["officer", "director"];

/** Every command anybody could give, by either of two people. */
const commands: readonly BadReviewCommand[] = [
  { type: "escalate", on },
  ...people.flatMap((by): BadReviewCommand[] => [
    { type: "recordReturnVisit", on, by, account: "已电话回访" },
    { type: "rectify", on, by, measures: "增开窗口" },
    { type: "explain", on, by, reason: "于法无据" },
    { type: "verifyRectification", on, by, accepted: true, remark: "" },
    { type: "verifyRectification", on, by, accepted: false, remark: "仍需排队" },
    { type: "appeal", on, by, ground: "误评" },
    { type: "reviewAppeal", on, by, verdict: "MISTAKEN", reason: "误点" },
    { type: "reviewAppeal", on, by, verdict: "UNTRUE_OR_MALICIOUS", reason: "不实" },
    { type: "reviewAppeal", on, by, verdict: "JUSTIFIED", reason: "属实" },
    { type: "feedBack", on, by, feedback: "已整改" },
  ]),
];

/** Two states are one when nothing but the count of changes differs. */
const keyOf = ({ version: _, ...state }: BadReview) => JSON.stringify(state);

interface Reached {
  readonly state: BadReview;
  readonly next: BadReview[];
}

function explore(start: BadReview): ReadonlyMap<string, Reached> {
  const reached = new Map<string, Reached>();
  const open = [start];
  for (let state = open.pop(); state; state = open.pop()) {
    if (reached.has(keyOf(state))) continue;
    const next = successors(state);
    reached.set(keyOf(state), { state, next });
    open.push(...next);
  }
  return reached;
}

function successors(state: BadReview): BadReview[] {
  return commands.flatMap((command) => {
    try {
      return [evolveBadReview(state, decideBadReview(state, command))];
    } catch (refusal) {
      if (refusal instanceof DomainError) return [];
      throw refusal;
    }
  });
}

function canClose(start: Reached, all: ReadonlyMap<string, Reached>): boolean {
  const open = [start];
  const seen = new Set<Reached>();
  for (let here = open.pop(); here; here = open.pop()) {
    if (here.state.status === "FED_BACK") return true;
    if (seen.has(here)) continue;
    seen.add(here);
    open.push(...here.next.flatMap((state) => all.get(keyOf(state)) ?? []));
  }
  return false;
}

describe.each([true, false])("every state a bad review can reach (real name: %s)", (realName) => {
  const all = explore(aBadReview({ realName }));
  const states = [...all.values()];

  it("is one of nine statuses, and all nine are reached", () => {
    expect(new Set(states.map(({ state }) => state.status)).size).toBe(9);
  });

  it("leads to feedback: there is no other end (R187, R188, I-E3)", () => {
    const deadEnds = states.filter(({ next }) => next.length === 0);

    expect(deadEnds.every(({ state }) => state.status === "FED_BACK")).toBe(true);
    expect(states.every((reached) => canClose(reached, all))).toBe(true);
  });

  it("is final once fed back, and then holds what the author was told", () => {
    const closed = states.filter(({ state }) => state.status === "FED_BACK");

    expect(closed.length).toBeGreaterThan(0);
    for (const { state, next } of closed) {
      expect(next).toEqual([]);
      expect(state).toMatchObject({ feedback: "已整改", fedBackOn: on });
    }
  });

  it("comes to feedback only from VERIFIED, EXPLAINED, MISTAKEN or UNTRUE_OR_MALICIOUS", () => {
    const before = states.filter(({ next }) => next.some(({ status }) => status === "FED_BACK"));

    expect(new Set(before.map(({ state }) => state.status))).toEqual(
      new Set(["VERIFIED", "EXPLAINED", "MISTAKEN", "UNTRUE_OR_MALICIOUS"]),
    );
  });

  it("escalates at most once", () => {
    for (const { state, next } of states) {
      const escalations = next.filter(({ escalatedOn }) => escalatedOn !== state.escalatedOn);
      expect(escalations.length).toBe(state.escalatedOn || state.status === "FED_BACK" ? 0 : 1);
    }
  });
});

describe("a real-name bad review", () => {
  it("is never fed back without a return visit: 100 % (I-E3)", () => {
    const closed = [...explore(aBadReview({ realName: true })).values()].filter(
      ({ state }) => state.status === "FED_BACK",
    );

    expect(closed.every(({ state }) => state.returnVisitedOn !== null)).toBe(true);
  });
});
