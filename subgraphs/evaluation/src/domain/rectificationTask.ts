import type { PlainDate } from "@yimen/workdays/plainDate";

export type RectificationTaskId = string & { readonly __brand: "RectificationTaskId" };

/** Where the problem, or the task, comes from (R184–R186, R192, R194, R198). */
export type RectificationSource =
  | "PROBLEM_REPORT"
  | "COMPLAINT"
  | "INSPECTION"
  | "SYSTEMIC_ISSUE"
  | "THIRD_PARTY"
  | "CAMPAIGN"
  | "REFORM_TASK";

export type RectificationStatus = "OPEN" | "REPORTED" | "CLOSED";

/** 通报 → 责令整改 → 问责, one step at a time (R195). */
export const accountabilityLevels = ["NONE", "CIRCULATED", "ORDERED", "ACCOUNTABILITY"] as const;
export type AccountabilityLevel = (typeof accountabilityLevels)[number];

/** 问题整改小组: who puts it right (R190). */
export interface RectificationTeam {
  readonly name: string;
  readonly leaderId: string;
  readonly memberIds: readonly string[];
}

/** What the coordination office saw when it followed a task up (跟踪督导, R193). */
export interface FollowUpNote {
  readonly on: PlainDate;
  readonly by: string;
  readonly note: string;
}

/** Something that must be put right, by a day, by somebody, until somebody else has verified it. */
export interface RectificationTask {
  readonly id: RectificationTaskId;
  readonly source: RectificationSource;
  /** The complaint, finding or issue it comes from. */
  readonly sourceId: string | null;
  readonly outletId: string;
  /** The department it is ordered of; `null` when it is the outlet's own. */
  readonly departmentId: string | null;
  readonly title: string;
  /** What is asked for. */
  readonly demand: string;
  readonly team: RectificationTeam;
  readonly openedOn: PlainDate;
  readonly openedBy: string;
  /** Last office day on which the result is in time. */
  readonly dueOn: PlainDate;
  /** When a written summary is to be there (R198); `null` where none is asked for. */
  readonly summaryDueOn: PlainDate | null;
  readonly status: RectificationStatus;
  readonly level: AccountabilityLevel;
  readonly followUps: readonly FollowUpNote[];
  readonly report: string | null;
  readonly reportedOn: PlainDate | null;
  readonly reportedBy: string | null;
  /** How often the result was sent back. */
  readonly sentBack: number;
  readonly overdueOn: PlainDate | null;
  readonly closedOn: PlainDate | null;
  readonly version: number;
}

interface Act {
  readonly on: PlainDate;
  readonly by: string;
}

type Opening = Omit<
  RectificationTask,
  | "status"
  | "level"
  | "followUps"
  | "report"
  | "reportedOn"
  | "reportedBy"
  | "sentBack"
  | "overdueOn"
  | "closedOn"
  | "version"
>;
export type RectificationTaskOpened = { readonly type: "RectificationTaskOpened"; readonly by: string } & Opening;

export type RectificationTaskEvent =
  | RectificationTaskOpened
  | (Act & { readonly type: "RectificationFollowedUp"; readonly note: string })
  | (Act & { readonly type: "RectificationReported"; readonly report: string })
  | (Act & { readonly type: "RectificationSentBack"; readonly remark: string })
  | (Act & { readonly type: "RectificationTaskClosed"; readonly remark: string })
  | (Act & {
      readonly type: "RectificationEscalated";
      readonly level: AccountabilityLevel;
      readonly reason: string;
      readonly dueOn: PlainDate;
    })
  | { readonly type: "RectificationOverdue"; readonly on: PlainDate };

const begin = ({ type: _, by: __, ...opened }: RectificationTaskOpened): RectificationTask => ({
  ...opened,
  status: "OPEN",
  level: "NONE",
  followUps: [],
  report: null,
  reportedOn: null,
  reportedBy: null,
  sentBack: 0,
  overdueOn: null,
  closedOn: null,
  version: 1,
});

/** The task after `event`; `null` before the first. */
export function evolveTask(current: RectificationTask | null, event: RectificationTaskEvent): RectificationTask {
  if (event.type === "RectificationTaskOpened") return begin(event);
  if (!current) throw new Error(`${event.type} before RectificationTaskOpened`);
  const next = { ...current, version: current.version + 1 };
  switch (event.type) {
    case "RectificationFollowedUp": {
      const { on, by, note } = event;
      return { ...next, followUps: [...current.followUps, { on, by, note }] };
    }
    case "RectificationReported":
      return { ...next, status: "REPORTED", report: event.report, reportedOn: event.on, reportedBy: event.by };
    case "RectificationSentBack":
      return { ...next, status: "OPEN", sentBack: current.sentBack + 1 };
    case "RectificationTaskClosed":
      return { ...next, status: "CLOSED", closedOn: event.on };
    case "RectificationEscalated":
      // A new term is a new chance to be in time, and to be late.
      return { ...next, level: event.level, dueOn: event.dueOn, overdueOn: null };
    case "RectificationOverdue":
      return { ...next, overdueOn: event.on };
  }
}

/** Whether the result is late on that day: nobody has reported one, and the day it was due is over (R198). */
export const isTaskOverdue = ({ status, dueOn }: Pick<RectificationTask, "status" | "dueOn">, today: PlainDate) =>
  status === "OPEN" && today > dueOn;

/** Whether the summary that was asked for is late on that day (R198). */
export const isSummaryOverdue = (
  { summaryDueOn, reportedOn }: Pick<RectificationTask, "summaryDueOn" | "reportedOn">,
  today: PlainDate,
): boolean => summaryDueOn !== null && reportedOn === null && today > summaryDueOn;
