import type { Calendar } from "@yimen/workdays/calendar";
import type { PlainDate } from "@yimen/workdays/plainDate";
import { addWorkingDays } from "@yimen/workdays/workingDays";

/** 诫勉谈话 and 限期整改 (R172). */
export const followUpKinds = ["ADMONITION_TALK", "RECTIFICATION"] as const;
export type FollowUpKind = (typeof followUpKinds)[number];

/** What a failed quarter asks for, by when. */
export interface FollowUp {
  readonly id: string;
  readonly appraisalId: string;
  readonly kind: FollowUpKind;
  readonly dueOn: string;
  readonly doneAt: Date | null;
}

/** Working days. The plan says only that there is a limit; these are this office's. */
const limits = { ADMONITION_TALK: 5, RECTIFICATION: 20 } as const satisfies Record<FollowUpKind, number>;

/** @param today  the day of the appraisal, which does not count */
export const dueOn = (kind: FollowUpKind, today: PlainDate, calendar: Calendar): PlainDate =>
  addWorkingDays(today, limits[kind], calendar);
