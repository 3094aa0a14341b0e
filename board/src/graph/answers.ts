import type {
  CaseCounts,
  CaseStatus,
  Named,
  OutletFacts,
  Serving,
  Ticket,
  Visit,
  WindowState,
} from "../state/boardState.js";

// What the documents beside this file bring back, field by field.

export interface CaseAnswer {
  readonly id: string;
  readonly caseNo: string;
  readonly version: number;
  readonly status: CaseStatus;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly dueOn: string | null;
  readonly overdue: boolean;
  readonly matter: Named;
  /** `null` while a case that was handed in online waits for one. */
  readonly window: { readonly id: string } | null;
}

export interface CaseEventAnswer {
  readonly cursor: string;
  readonly type: string;
  readonly at: string;
  readonly committedAt: string;
  readonly version: number;
  readonly statusAfter: CaseStatus;
  readonly caseId: string;
  readonly percent: number | null;
  readonly case: CaseAnswer | null;
  readonly window: { readonly id: string } | null;
  readonly by: { readonly officer: Named; readonly actingFor: Named | null } | null;
  readonly outlet: { readonly caseCounts: CaseCounts };
}

export interface WindowQueueAnswer {
  readonly id: string;
  readonly waiting: readonly Ticket[];
  readonly visits: readonly Visit[];
}

export interface QueueEventAnswer {
  readonly cursor: string;
  readonly type: string;
  readonly at: string;
  readonly window: WindowQueueAnswer | null;
  readonly ticket: { readonly number: string } | null;
  readonly visit: { readonly ticket: { readonly number: string } | null } | null;
}

export interface WindowDutyAnswer {
  readonly id: string;
  readonly state: WindowState["state"];
  readonly serving: readonly Serving[];
}

export interface VacancyAnswer {
  readonly post: { readonly id: string; readonly name: string; readonly window: { readonly id: string } | null } | null;
  readonly startedAt: string;
}

export interface TerminalAnswer extends Named {
  readonly id: string;
  readonly offlineSince: string | null;
}

/** What changes with the hour as well as with events: who serves, and whether the doors are open. */
export interface DutyAnswer {
  readonly openNow: boolean;
  readonly opensNext: string | null;
  readonly windows: readonly WindowDutyAnswer[];
  readonly vacancies: readonly VacancyAnswer[];
  readonly offlineTerminals: readonly TerminalAnswer[];
}

export interface DutyEventAnswer {
  readonly cursor: string;
  readonly type: string;
  readonly at: string;
  readonly committedAt: string;
  readonly window: { readonly id: string } | null;
  readonly post: { readonly name: string } | null;
  readonly staffMember: Named | null;
  readonly actingFor: Named | null;
  readonly outlet: DutyAnswer | null;
}

export interface SnapshotAnswer {
  readonly outlet:
    | (Omit<OutletFacts, "openNow" | "opensNext"> &
        DutyAnswer & {
          readonly caseCounts: CaseCounts;
          readonly windows: readonly (WindowDutyAnswer & WindowQueueAnswer & Named & { readonly kind: string })[];
        })
    | null;
  readonly delivered: { readonly nodes: readonly CaseAnswer[] };
}

export interface CasePageAnswer {
  readonly cases: {
    readonly nodes: readonly CaseAnswer[];
    readonly endCursor: string | null;
    readonly hasNextPage: boolean;
  };
}

/** One event of one of the streams the board follows. */
export type LiveEvent =
  | { readonly stream: "cases"; readonly event: CaseEventAnswer }
  | { readonly stream: "queue"; readonly event: QueueEventAnswer }
  | { readonly stream: "duty"; readonly event: DutyEventAnswer };
