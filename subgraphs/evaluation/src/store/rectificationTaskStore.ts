import { columnOf, columnOrNull } from "@yimen/workdays/dateColumn";
import type { PlainDate } from "@yimen/workdays/plainDate";
import type { RectificationStatus, RectificationTask, RectificationTaskEvent } from "../domain/rectificationTask.js";
import type { Prisma } from "../generated/prisma/client.js";
import { ChangedMeanwhile } from "./changedMeanwhile.js";
import type { Db, Tx } from "./db.js";
import { append } from "./evaluationLog.js";
import { NotFound } from "./notFound.js";
import { type Page, type PageRequest, pageOf, window } from "./page.js";

/** `find…` may come back with fewer; `get…` throws when there is nothing. */
export const findTasks = (db: Db | Tx, ids: readonly string[]): Promise<RectificationTask[]> =>
  find(db, { id: { in: [...ids] } });

export async function getTask(tx: Db | Tx, id: string): Promise<RectificationTask> {
  const [found] = await findTasks(tx, [id]);
  if (!found) throw new NotFound("RectificationTask", id);
  return found;
}

export interface TaskFilter {
  readonly outletId?: string;
  readonly departmentId?: string;
  readonly status?: RectificationStatus;
}

/** The tasks of an outlet, or of a department, newest first. */
export async function listTasks(
  db: Db,
  { outletId, departmentId, status }: TaskFilter,
  page: PageRequest,
): Promise<Page<RectificationTask>> {
  const rows = await db.rectificationTask.findMany({
    where: { outletId, departmentId, status },
    select: stored,
    orderBy: [{ openedOn: "desc" }, { id: "asc" }],
    ...window(page),
  });
  return pageOf(rows.map(fromRow), page);
}

/** The tasks of these outlets that were opened between two days, both included. */
export const findTasksOpened = (
  db: Db,
  outletIds: readonly string[],
  from: PlainDate,
  to: PlainDate,
): Promise<RectificationTask[]> =>
  find(db, { outletId: { in: [...outletIds] }, openedOn: { gte: columnOf(from), lte: columnOf(to) } });

/** Those whose result is late on that day and that are not marked yet. */
export const findOverdueTasks = (db: Db, today: PlainDate): Promise<RectificationTask[]> =>
  find(db, { dueOn: { lt: columnOf(today) }, overdueOn: null, status: "OPEN" });

/** @returns the id of the task that was ordered for this before, if any */
export async function findTaskOfSource(tx: Tx, source: string, sourceId: string | null): Promise<string | null> {
  if (sourceId === null) return null;
  const row = await tx.rectificationTask.findFirst({ where: { source, sourceId }, select: { id: true } });
  return row?.id ?? null;
}

export async function insertTask(
  tx: Tx,
  opened: RectificationTask,
  event: RectificationTaskEvent,
  at: Date,
): Promise<void> {
  await tx.rectificationTask.create({ data: toRow(opened) });
  await append(tx, "RECTIFICATION_TASK", opened, event, at);
}

/** @throws ChangedMeanwhile when the stored version is not the one `next` was computed from */
export async function saveTask(
  tx: Tx,
  next: RectificationTask,
  event: RectificationTaskEvent,
  at: Date,
): Promise<void> {
  const where = { id: next.id as string, version: next.version - 1 };
  const { count } = await tx.rectificationTask.updateMany({ where, data: toRow(next) });
  if (count === 0) throw new ChangedMeanwhile(await getTask(tx, next.id));
  await append(tx, "RECTIFICATION_TASK", next, event, at);
}

const stored = { state: true } as const satisfies Prisma.RectificationTaskSelect;

const find = async (db: Db | Tx, where: Prisma.RectificationTaskWhereInput): Promise<RectificationTask[]> =>
  (await db.rectificationTask.findMany({ where, select: stored, orderBy: { id: "asc" } })).map(fromRow);

const fromRow = ({ state }: { state: Prisma.JsonValue }): RectificationTask => state as unknown as RectificationTask;

const toRow = (value: RectificationTask) => ({
  id: value.id as string,
  version: value.version,
  outletId: value.outletId,
  departmentId: value.departmentId,
  source: value.source,
  sourceId: value.sourceId,
  status: value.status,
  level: value.level,
  openedOn: columnOf(value.openedOn),
  dueOn: columnOf(value.dueOn),
  overdueOn: columnOrNull(value.overdueOn),
  closedOn: columnOrNull(value.closedOn),
  state: value as unknown as Prisma.InputJsonValue,
});
