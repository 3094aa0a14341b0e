import type { AppealVerdict, BadReviewEvent } from "../domain/badReview.js";
import type { LogEntry } from "../store/evaluationLog.js";

/** What the log's entries of a bad review hold, whatever their type. */
interface StepData {
  readonly account?: string;
  readonly measures?: string;
  readonly reason?: string;
  readonly remark?: string;
  readonly ground?: string;
  readonly feedback?: string;
  readonly accepted?: boolean;
  readonly verdict?: AppealVerdict;
}

export interface BadReviewStep {
  readonly type: BadReviewEvent["type"];
  readonly at: Date;
  readonly by: string | null;
  readonly text: string | null;
  readonly accepted: boolean | null;
  readonly verdict: AppealVerdict | null;
}

/** An entry of the log as a step that people read. */
export function stepOf(entry: LogEntry): BadReviewStep {
  const { account, measures, reason, remark, ground, feedback, accepted, verdict } = entry.data as StepData;
  return {
    type: entry.type as BadReviewEvent["type"],
    at: entry.at,
    by: entry.by,
    text: account ?? measures ?? reason ?? ground ?? feedback ?? (remark || null),
    accepted: accepted ?? null,
    verdict: verdict ?? null,
  };
}
