import { describe, expect, it } from "vitest";
import { alertsOf } from "./alerts.js";
import type { BoardState, CaseCard } from "./boardState.js";

const today = "2026-03-09";
const card = (given: Partial<CaseCard>): CaseCard => ({
  ...{ id: "c1", caseNo: "TAOSHAN-20260302-000001", matter: null, windowId: null, version: 2, status: "UNDER_REVIEW" },
  ...{ dueOn: "2026-03-10", overdue: false, warned: 0, movedAt: "2026-03-02T01:30:00.000Z" },
  ...given,
});
const kinds = (
  cards: readonly CaseCard[],
  vacancies: BoardState["vacancies"] = [],
  terminals: BoardState["terminals"] = [],
) =>
  alertsOf({ vacancies, terminals, cases: new Map(cards.map((one) => [one.id, one])) }, today).map(({ kind }) => kind);

describe("the alerts", () => {
  it("name empty posts first, then the late, silent terminals, and those close to it (R019, R131, R151)", () => {
    const vacancies = [{ postId: "p1", post: "综合窗口1 A岗", windowId: "w1", since: "2026-03-09T01:00:00.000Z" }];
    const cards = [card({ id: "c1", warned: 80 }), card({ id: "c2", overdue: true })];

    const terminals = [{ id: "t1", name: "终端", nameEn: "Terminal", since: "2026-03-09T01:00:00.000Z" }];

    expect(kinds(cards, vacancies, terminals)).toEqual(["VACANCY", "OVERDUE", "TERMINAL", "DUE_SOON"]);
  });

  it.each<[string, Partial<CaseCard>, string[]]>([
    ["has its last day", { dueOn: today }, ["DUE_SOON"]],
    ["has time left", {}, []],
    ["waits for a correction", { overdue: true, status: "AWAITING_CORRECTION" }, []],
    ["is in a special procedure", { warned: 80, status: "IN_SPECIAL_PROCEDURE" }, []],
    ["was decided", { overdue: true, status: "GRANTED" }, []],
  ])("treat a case that %s as they should", (_, given, expected) => {
    expect(kinds([card(given)])).toEqual(expected);
  });
});
