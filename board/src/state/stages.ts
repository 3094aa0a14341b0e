import type { BoardState, CaseCard, CaseStatus } from "./boardState.js";

/** The stages a case moves through, as a visitor sees them: 收件 受理 审查 决定 制证 窗口出件 送达. */
export const stages = ["COLLECTED", "ACCEPTED", "REVIEW", "DECIDED", "MADE", "ISSUED", "DELIVERED"] as const;
export type Stage = (typeof stages)[number];

const stageOf: Readonly<Record<CaseStatus, Stage | null>> = {
  COLLECTED: "COLLECTED",
  ACCEPTED: "ACCEPTED",
  UNDER_REVIEW: "REVIEW",
  AWAITING_CORRECTION: "REVIEW",
  IN_SPECIAL_PROCEDURE: "REVIEW",
  GRANTED: "DECIDED",
  DENIED: "DECIDED",
  RESULT_MADE: "MADE",
  RESULT_ISSUED: "ISSUED",
  DELIVERED: "DELIVERED",
  REFUSED_ACCEPTANCE: null,
  WITHDRAWN: null,
  TERMINATED: null,
  REVOKED: null,
};

/** Whether a case of this status is still on the board. */
export const isShown = (status: CaseStatus): boolean => stageOf[status] !== null;

/** Whether the promise stands still. */
export const isPaused = (status: CaseStatus): boolean =>
  status === "AWAITING_CORRECTION" || status === "IN_SPECIAL_PROCEDURE";

/** The cases of each stage, what moved last first. */
export function casesByStage({ cases }: Pick<BoardState, "cases">): ReadonlyMap<Stage, readonly CaseCard[]> {
  const byStage = new Map<Stage, CaseCard[]>(stages.map((stage) => [stage, []]));
  for (const card of cases.values()) {
    const stage = stageOf[card.status];
    if (stage) byStage.get(stage)?.push(card);
  }
  for (const cards of byStage.values()) cards.sort(latestFirst);
  return byStage;
}

const latestFirst = (one: CaseCard, other: CaseCard) =>
  one.movedAt === other.movedAt ? (one.caseNo < other.caseNo ? 1 : -1) : one.movedAt < other.movedAt ? 1 : -1;
