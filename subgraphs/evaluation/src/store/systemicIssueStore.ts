import { columnOf, columnOrNull, dayOf, dayOrNull } from "@yimen/workdays/dateColumn";
import type { PlainDate } from "@yimen/workdays/plainDate";
import type { BadReviewId } from "../domain/badReview.js";
import type { SystemicIssue, SystemicIssueId, Unlinked } from "../domain/systemicIssue.js";
import type { ProblemCategory } from "../domain/tag.js";
import type { Prisma } from "../generated/prisma/client.js";
import { ChangedMeanwhile } from "./changedMeanwhile.js";
import type { Db, Tx } from "./db.js";
import { NotFound } from "./notFound.js";

/** One kind of problem at one outlet. */
export interface Kind {
  readonly outletId: string;
  readonly category: ProblemCategory;
}

/** Lets only one transaction at a time look whether bad reviews of a kind make an issue. */
export const lockKind = (tx: Tx, { outletId, category }: Kind): Promise<number> =>
  tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${`systemic_issue ${outletId} ${category}`}))`;

/** The bad reviews of a kind that stand and belong to no issue of that kind, from a day on; oldest first. */
export async function findUnlinked(tx: Tx, { outletId, category }: Kind, since: PlainDate): Promise<Unlinked[]> {
  const rows = await tx.badReview.findMany({
    where: {
      outletId,
      categories: { has: category },
      openedOn: { gte: columnOf(since) },
      evaluation: { valid: true },
      issues: { none: { issue: { category } } },
    },
    select: { id: true, openedOn: true },
    orderBy: [{ openedOn: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, openedOn }) => ({ id: id as BadReviewId, openedOn: dayOf(openedOn) }));
}

export async function findOpenIssue(tx: Tx, { outletId, category }: Kind): Promise<SystemicIssue | null> {
  const row = await tx.systemicIssue.findFirst({ where: { outletId, category, resolvedOn: null }, include: linked });
  return row && fromRow(row);
}

export async function findIssues(db: Db | Tx, ids: readonly string[]): Promise<SystemicIssue[]> {
  const rows = await db.systemicIssue.findMany({ where: { id: { in: [...ids] } }, include: linked });
  return rows.map(fromRow);
}

export async function getIssue(tx: Db | Tx, id: string): Promise<SystemicIssue> {
  const [found] = await findIssues(tx, [id]);
  if (!found) throw new NotFound("SystemicIssue", id);
  return found;
}

/** The issues that these bad reviews belong to. */
export async function findIssuesOfReviews(db: Db, badReviewIds: readonly string[]): Promise<SystemicIssue[]> {
  const where = { reviews: { some: { badReviewId: { in: [...badReviewIds] } } } };
  return (await db.systemicIssue.findMany({ where, include: linked, orderBy: { id: "asc" } })).map(fromRow);
}

/** The issues of an outlet, newest first. */
export async function listIssues(db: Db, outletId: string, first: number): Promise<SystemicIssue[]> {
  const orderBy = [{ openedOn: "desc" }, { id: "asc" }] satisfies Prisma.SystemicIssueOrderByWithRelationInput[];
  return (await db.systemicIssue.findMany({ where: { outletId }, include: linked, orderBy, take: first })).map(fromRow);
}

/** Stores an issue as it is now, new or changed, with the bad reviews it takes in. */
export async function saveIssue(tx: Tx, next: SystemicIssue): Promise<void> {
  const { badReviewIds, ...issue } = next;
  const row = {
    ...issue,
    id: issue.id as string,
    openedOn: columnOf(next.openedOn),
    resolvedOn: columnOrNull(next.resolvedOn),
  };
  if (next.version === 1) await tx.systemicIssue.create({ data: row });
  else {
    const { count } = await tx.systemicIssue.updateMany({
      where: { id: row.id, version: next.version - 1 },
      data: row,
    });
    if (count === 0) throw new ChangedMeanwhile(await getIssue(tx, next.id));
  }
  const data = badReviewIds.map((badReviewId) => ({ issueId: row.id, badReviewId: badReviewId as string }));
  await tx.systemicIssueReview.createMany({ data, skipDuplicates: true });
}

const linked = {
  reviews: { select: { badReviewId: true }, orderBy: { badReviewId: "asc" } },
} as const satisfies Prisma.SystemicIssueInclude;

const fromRow = (row: Prisma.SystemicIssueGetPayload<{ include: typeof linked }>): SystemicIssue => ({
  id: row.id as SystemicIssueId,
  outletId: row.outletId,
  category: row.category as ProblemCategory,
  openedOn: dayOf(row.openedOn),
  badReviewIds: row.reviews.map(({ badReviewId }) => badReviewId as BadReviewId),
  measure: row.measure,
  resolvedOn: dayOrNull(row.resolvedOn),
  version: row.version,
});
