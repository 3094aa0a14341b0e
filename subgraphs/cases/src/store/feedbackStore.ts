import { type StoredCase, searchCases } from "./caseStore.js";
import type { Db } from "./db.js";

/** Of the cases closed in a time, those whose applicant was told the result. */
export interface FeedbackCounts {
  readonly closed: number;
  readonly fedBack: number;
}

/** Cases of an outlet closed in a time. */
export interface ClosedAt {
  readonly outletId: string;
  readonly from: Date;
  readonly to: Date;
}

const closed = ({ outletId, from, to }: ClosedAt) => ({ outletId, closedAt: { gte: from, lt: to } });

export async function countFeedback(db: Db, asked: ClosedAt): Promise<FeedbackCounts> {
  const [all, missing] = await Promise.all([
    db.case.count({ where: closed(asked) }),
    db.case.count({ where: { ...closed(asked), fedBackAt: null } }),
  ]);
  return { closed: all, fedBack: all - missing };
}

/** Closed cases whose applicant nobody has told the result, the longest waiting first. */
export const findNotFedBack = (db: Db, asked: ClosedAt, first: number): Promise<StoredCase[]> =>
  searchCases(db, {
    where: { ...closed(asked), fedBackAt: null },
    orderBy: [{ closedAt: "asc" }, { id: "asc" }],
    take: first,
  });
