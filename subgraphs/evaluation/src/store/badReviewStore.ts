import { columnOf, columnOrNull } from "@yimen/workdays/dateColumn";
import type { PlainDate } from "@yimen/workdays/plainDate";
import type { BadReview, BadReviewEvent, BadReviewStatus } from "../domain/badReview.js";
import type { Prisma } from "../generated/prisma/client.js";
import { ChangedMeanwhile } from "./changedMeanwhile.js";
import type { Db, Tx } from "./db.js";
import { append } from "./evaluationLog.js";
import { NotFound } from "./notFound.js";
import { type Page, type PageRequest, pageOf, window } from "./page.js";

/** `find…` may come back with fewer; `get…` throws when there is nothing. */
export const findBadReviews = (db: Db | Tx, ids: readonly string[]): Promise<BadReview[]> =>
  find(db, { id: { in: [...ids] } });

export const findBadReviewsOfEvaluations = (db: Db, evaluationIds: readonly string[]): Promise<BadReview[]> =>
  find(db, { evaluationId: { in: [...evaluationIds] } });

export async function getBadReview(tx: Db | Tx, id: string): Promise<BadReview> {
  const [found] = await findBadReviews(tx, [id]);
  if (!found) throw new NotFound("BadReview", id);
  return found;
}

/** The bad reviews of an outlet, newest first. */
export async function listBadReviews(
  db: Db,
  { outletId, status }: { outletId: string; status?: BadReviewStatus },
  page: PageRequest,
): Promise<Page<BadReview>> {
  const rows = await db.badReview.findMany({
    where: { outletId, status },
    select: stored,
    orderBy: [{ openedOn: "desc" }, { id: "asc" }],
    ...window(page),
  });
  return pageOf(rows.map(fromRow), page);
}

/** Those whose answer is late on that day and that were not escalated. */
export const findOverdue = (db: Db, today: PlainDate): Promise<BadReview[]> =>
  find(db, { dueOn: { lt: columnOf(today) }, escalatedOn: null, status: { not: "FED_BACK" } });

export async function insertBadReview(tx: Tx, opened: BadReview): Promise<void> {
  await tx.badReview.create({ data: toRow(opened) });
}

/** @throws ChangedMeanwhile when the stored version is not the one `next` was computed from */
export async function saveBadReview(tx: Tx, next: BadReview, event: BadReviewEvent, at: Date): Promise<void> {
  const where = { id: next.id as string, version: next.version - 1 };
  const { count } = await tx.badReview.updateMany({ where, data: toRow(next) });
  if (count === 0) throw new ChangedMeanwhile(await getBadReview(tx, next.id));
  await append(tx, "BAD_REVIEW", next, event, at);
}

const stored = { state: true } as const satisfies Prisma.BadReviewSelect;

const find = async (db: Db | Tx, where: Prisma.BadReviewWhereInput): Promise<BadReview[]> =>
  (await db.badReview.findMany({ where, select: stored })).map(fromRow);

const fromRow = ({ state }: { state: Prisma.JsonValue }): BadReview => state as unknown as BadReview;

const toRow = (value: BadReview) => ({
  id: value.id as string,
  version: value.version,
  evaluationId: value.evaluationId as string,
  outletId: value.outletId,
  status: value.status,
  categories: [...value.categories],
  openedOn: columnOf(value.openedOn),
  dueOn: columnOf(value.dueOn),
  escalatedOn: columnOrNull(value.escalatedOn),
  state: value as unknown as Prisma.InputJsonValue,
});
