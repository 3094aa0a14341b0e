import type { CaseAnswer, SnapshotAnswer, TerminalAnswer, VacancyAnswer } from "../graph/answers.js";
import type { BoardState, SilentTerminal, Vacancy } from "./boardState.js";
import { firstCards } from "./caseCards.js";
import type { Cursors } from "./cursor.js";

/** What was read before any event was followed. */
export interface Snapshot {
  /** The heads of the logs, read before all else: whatever the rest misses comes as an event after them. */
  readonly heads: Cursors;
  readonly outlet: NonNullable<SnapshotAnswer["outlet"]>;
  readonly cases: readonly CaseAnswer[];
  readonly crowded: boolean;
}

/** The board as a snapshot shows it; `news` is kept from a board that was shown before. */
export function boardFrom({ heads, outlet, cases, crowded }: Snapshot, news: BoardState["news"] = noNews): BoardState {
  const { id, name, nameEn, openNow, opensNext } = outlet;
  return {
    outlet: { id, name, nameEn, openNow, opensNext },
    windows: outlet.windows.toSorted(asTheyStand),
    cases: firstCards(cases),
    crowded,
    counts: outlet.caseCounts,
    vacancies: outlet.vacancies.flatMap(vacancyOf),
    terminals: outlet.offlineTerminals.flatMap(silentTerminalOf),
    news,
    cursors: heads,
  };
}

const kinds = ["COMPREHENSIVE", "DEPARTMENT", "ONE_THING", "GREEN_LANE", "GENERALIST"];

/** The comprehensive windows first, and "窗口2" before "窗口10". */
const asTheyStand = (one: { kind: string; name: string }, other: { kind: string; name: string }) =>
  kinds.indexOf(one.kind) - kinds.indexOf(other.kind) || one.name.localeCompare(other.name, "zh", { numeric: true });

const noNews: BoardState["news"] = { cases: [], queue: [], duty: [] };

export const silentTerminalOf = ({ id, name, nameEn, offlineSince }: TerminalAnswer): SilentTerminal[] =>
  offlineSince ? [{ id, name, nameEn, since: offlineSince }] : [];

export const vacancyOf = ({ post, startedAt }: VacancyAnswer): Vacancy[] =>
  post ? [{ postId: post.id, post: post.name, windowId: post.window?.id ?? null, since: startedAt }] : [];
