import type { Caller } from "@yimen/kernel/caller";
import { byKey, groupByKey } from "@yimen/kernel/loader";
import { mayDo, seesTask } from "./domain/authority.js";
import type { BadReview } from "./domain/badReview.js";
import type { Evaluation } from "./domain/evaluation.js";
import { findBadReviews, findBadReviewsOfEvaluations } from "./store/badReviewStore.js";
import { findComplaints, type StoredComplaint } from "./store/complaintStore.js";
import type { Db } from "./store/db.js";
import { findHistories } from "./store/evaluationLog.js";
import { findEvaluations, findNamedOfCases, findNamedOfVisits } from "./store/evaluationStore.js";
import { findInspections } from "./store/inspectionStore.js";
import { ratedOutlets, ratedStaff } from "./store/ratingStore.js";
import { findTasks } from "./store/rectificationTaskStore.js";
import { findIssues, findIssuesOfReviews } from "./store/systemicIssueStore.js";

export type Loaders = ReturnType<typeof createLoaders>;

/** Bad-review work is for those who do it, on every path that leads to it (I-G1). */
const workOf = async <T extends { readonly outletId: string }>(caller: Caller, found: Promise<readonly T[]>) =>
  (await found).filter(({ outletId }) => mayDo("followUp", caller, outletId));

/** A complaint is known to who filed it, and to those who handle it. */
const mayRead = (caller: Caller, { complainantId, outletId }: StoredComplaint): boolean =>
  mayDo("check", caller, outletId) ||
  (caller.kind === "APPLICANT" && complainantId !== null && caller.claims.applicantId === complainantId);

/**
 * One set per request. A subscription keeps its context for its whole life, so it must pass `{ cache: false }`:
 * batching stays, but the second event does not see the first one's rows.
 */
export const createLoaders = (db: Db, caller: Caller, options?: { cache: boolean }) => ({
  evaluationById: byKey(
    (ids: readonly string[]) => findEvaluations(db, ids),
    ({ id }: Evaluation) => id as string,
    options,
  ),
  evaluationOfVisit: byKey(
    (ids: readonly string[]) => findNamedOfVisits(db, ids),
    ({ subjectId }: Evaluation) => subjectId,
    options,
  ),
  evaluationsOfCase: groupByKey(
    async (ids: readonly string[]) =>
      (await findNamedOfCases(db, ids)).flatMap((evaluation) =>
        evaluation.caseIds.filter((caseId) => ids.includes(caseId)).map((caseId) => ({ caseId, evaluation })),
      ),
    ({ caseId }) => caseId,
    options,
  ),
  badReviewById: byKey(
    (ids: readonly string[]) => workOf(caller, findBadReviews(db, ids)),
    ({ id }: BadReview) => id as string,
    options,
  ),
  badReviewOfEvaluation: byKey(
    (ids: readonly string[]) => workOf(caller, findBadReviewsOfEvaluations(db, ids)),
    ({ evaluationId }: BadReview) => evaluationId as string,
    options,
  ),
  answerOfEvaluation: byKey(
    (ids: readonly string[]) => findBadReviewsOfEvaluations(db, ids),
    ({ evaluationId }: BadReview) => evaluationId as string,
    options,
  ),
  historyOf: groupByKey(
    (ids: readonly string[]) => findHistories(db, ids),
    ({ streamId }) => streamId,
    options,
  ),
  issueById: byKey(
    (ids: readonly string[]) => workOf(caller, findIssues(db, ids)),
    ({ id }) => id as string,
    options,
  ),
  issuesOfReview: groupByKey(
    async (ids: readonly string[]) =>
      (await findIssuesOfReviews(db, ids)).flatMap((issue) =>
        issue.badReviewIds.map((reviewId) => ({ reviewId, issue })),
      ),
    ({ reviewId }) => reviewId as string,
    options,
  ),
  complaintById: byKey(
    async (ids: readonly string[]) => (await findComplaints(db, ids)).filter((found) => mayRead(caller, found)),
    ({ id }: StoredComplaint) => id as string,
    options,
  ),
  inspectionById: byKey(
    (ids: readonly string[]) => workOf(caller, findInspections(db, ids)),
    ({ id }) => id as string,
    options,
  ),
  taskById: byKey(
    async (ids: readonly string[]) => (await findTasks(db, ids)).filter((task) => seesTask(caller, task)),
    ({ id }) => id as string,
    options,
  ),
  ratedOutlet: byKey(
    (ids: readonly string[]) => ratedOutlets(db, ids),
    ({ id }) => id,
    options,
  ),
  ratedStaff: byKey(
    (ids: readonly string[]) => ratedStaff(db, ids),
    ({ id }) => id,
    options,
  ),
});
