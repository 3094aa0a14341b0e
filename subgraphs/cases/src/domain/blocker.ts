import { DomainError } from "@yimen/kernel/errors";
import { closesAtFive, closingOf } from "@yimen/workdays/closing";
import { dueDate } from "@yimen/workdays/dueDate";
import { officeDay } from "@yimen/workdays/instant";
import { officialCalendar } from "@yimen/workdays/officialCalendar";
import { plans } from "./plans.js";

/** What stands in the way of a case (难点、堵点), until somebody has resolved it (R117). */
export interface Blocker {
  readonly id: string;
  readonly caseId: string;
  readonly regionId: string;
  readonly outletId: string;
  readonly departmentId: string;
  readonly description: string;
  readonly raisedAt: Date;
  readonly raisedById: string;
  /** From then on it is the coordination office's. */
  readonly dueAt: Date;
  readonly escalatedAt: Date | null;
  readonly resolution: string | null;
  readonly resolvedAt: Date | null;
  readonly resolvedById: string | null;
  readonly version: number;
}

/** Working days in which those concerned resolve it between themselves ("及时"). */
const RESOLVED_WITHIN = 2;

export const blockerDueAt = (raisedAt: Date): Date =>
  closingOf(dueDate(officeDay(raisedAt), RESOLVED_WITHIN, officialCalendar).dueOn, closesAtFive);

/** There is no such blocker, or it has been resolved. */
export class BlockerNotOpen extends DomainError {
  readonly code = "BLOCKER_NOT_OPEN";
  constructor(blockerId: string) {
    super(
      { zh: "没有这条待解决的难点堵点;请核对编号。", en: "There is no such open blocker; check its id." },
      { blockerId },
      plans.R117,
    );
  }
}

/** Once escalated, the coordination office resolves it. */
export class BlockerEscalated extends DomainError {
  readonly code = "BLOCKER_ESCALATED";
  constructor(blockerId: string) {
    super(
      {
        zh: "该难点堵点已上报统筹协调;请由统筹协调人员办结。",
        en: "This blocker has gone up to the coordination office, which resolves it.",
      },
      { blockerId },
      plans.R117,
    );
  }
}
