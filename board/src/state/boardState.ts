import type { Cursors } from "./cursor.js";
import type { News } from "./news.js";

export type CaseStatus =
  | "COLLECTED"
  | "AWAITING_CORRECTION"
  | "ACCEPTED"
  | "UNDER_REVIEW"
  | "IN_SPECIAL_PROCEDURE"
  | "GRANTED"
  | "DENIED"
  | "RESULT_MADE"
  | "RESULT_ISSUED"
  | "DELIVERED"
  | "REFUSED_ACCEPTANCE"
  | "WITHDRAWN"
  | "TERMINATED"
  | "REVOKED";

/** Everything the board shows of one outlet. Never changed: each event makes the next one. */
export interface BoardState {
  readonly outlet: OutletFacts;
  readonly windows: readonly WindowState[];
  /** Open cases and those delivered last, by id; the oldest first. */
  readonly cases: ReadonlyMap<string, CaseCard>;
  /** The outlet has more open cases than the board holds. */
  readonly crowded: boolean;
  readonly counts: CaseCounts;
  readonly vacancies: readonly Vacancy[];
  readonly terminals: readonly SilentTerminal[];
  /** Per stream, the newest first. */
  readonly news: Readonly<Record<keyof Cursors, readonly News[]>>;
  /** The last event applied of each stream. */
  readonly cursors: Cursors;
}

/** Something with a name in both languages. */
export interface Named {
  readonly name: string;
  readonly nameEn: string;
}

export interface OutletFacts extends Named {
  readonly id: string;
  readonly openNow: boolean;
  /** When the doors open next; `null` for an outlet that never closes. */
  readonly opensNext: string | null;
}

/** How the cases of the outlet stand, counted by the graph. */
export interface CaseCounts {
  readonly open: number;
  readonly overdue: number;
  readonly paused: number;
  readonly deliveredToday: number;
}

export interface Serving {
  readonly officer: Named | null;
  /** A, for whom B acts (顶岗); `null` when the holder is there. */
  readonly actingFor: Named | null;
}

export interface Ticket {
  readonly id: string;
  readonly number: string;
  readonly lane: "NORMAL" | "GREEN";
}

export interface Visit {
  readonly id: string;
  readonly startedAt: string;
  readonly ticket: Ticket | null;
}

export interface WindowState extends Named {
  readonly id: string;
  readonly state: "OPEN" | "CLOSED" | "VACANT";
  readonly serving: readonly Serving[];
  readonly waiting: readonly Ticket[];
  readonly visits: readonly Visit[];
}

export interface CaseCard {
  readonly id: string;
  readonly caseNo: string;
  readonly matter: Named | null;
  readonly windowId: string | null;
  readonly version: number;
  readonly status: CaseStatus;
  readonly dueOn: string | null;
  readonly overdue: boolean;
  /** The largest share of the promise a warning was raised at, in percent; 0 for none. */
  readonly warned: number;
  /** When it came to where it is, by the office's clock. */
  readonly movedAt: string;
}

/** A self-service terminal that has not been heard of for too long (R019). */
export interface SilentTerminal extends Named {
  readonly id: string;
  readonly since: string;
}

/** A post that nobody covers while the doors are open (空岗, R151). */
export interface Vacancy {
  readonly postId: string;
  readonly post: string;
  readonly windowId: string | null;
  readonly since: string;
}
