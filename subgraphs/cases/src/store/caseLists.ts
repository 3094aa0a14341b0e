import type { RowScope } from "../domain/authority.js";
import { closedStatuses } from "../domain/case.js";
import { CursorNotValid } from "../domain/refusals.js";
import type { Prisma } from "../generated/prisma/client.js";
import { type StoredCase, searchCases } from "./caseStore.js";
import type { Db } from "./db.js";
import { isUuid } from "./uuid.js";

/** What a list of cases is narrowed down to; whatever is left out does not narrow. */
export interface CaseFilter {
  readonly outletId?: string | null;
  readonly windowId?: string | null;
  readonly departmentId?: string | null;
  readonly matterId?: string | null;
  readonly statuses?: readonly string[] | null;
  /** Only cases that are not closed. */
  readonly open?: boolean | null;
  readonly channel?: string | null;
  /** Only cases of this applicant. */
  readonly applicantId?: string;
  /** Only running cases whose promise has been missed at that instant. */
  readonly overdueAt?: Date;
}

export interface CasePage {
  readonly nodes: readonly StoredCase[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

/** A page of cases, newest first. */
export async function listCases(
  db: Db,
  filter: CaseFilter,
  scope: RowScope,
  { first, after }: { first: number; after: string | null },
): Promise<CasePage> {
  const where: Prisma.CaseWhereInput = {
    AND: [narrowed(filter), scoped(scope), after ? beyond(after) : {}],
  };
  const rows = await searchCases(db, {
    where,
    orderBy: [{ openedAt: "desc" }, { id: "desc" }],
    take: first + 1,
  });
  const nodes = rows.slice(0, first);
  const last = nodes.at(-1);
  return { nodes, endCursor: last ? `${last.openedAt}|${last.id}` : null, hasNextPage: rows.length > first };
}

/** Cases handed in online that no window has taken up yet, the earliest first; the parts of bundles wait with the whole. */
export const listUntaken = (
  db: Db,
  outletId: string,
  departmentIds: readonly string[],
  first: number,
): Promise<StoredCase[]> =>
  searchCases(db, {
    where: { outletId, departmentId: { in: [...departmentIds] }, bundleCaseId: null, windowId: null, closedAt: null },
    orderBy: [{ openedAt: "asc" }, { id: "asc" }],
    take: first,
  });

const narrowed = (filter: CaseFilter): Prisma.CaseWhereInput => ({
  outletId: filter.outletId ?? undefined,
  windowId: filter.windowId ?? undefined,
  departmentId: filter.departmentId ?? undefined,
  matterId: filter.matterId ?? undefined,
  channel: filter.channel ?? undefined,
  applicantId: filter.applicantId,
  status: filter.statuses ? { in: [...filter.statuses] } : filter.open ? { notIn: [...closedStatuses] } : undefined,
  dueAt: filter.overdueAt && { lt: filter.overdueAt },
});

function scoped(scope: RowScope): Prisma.CaseWhereInput {
  if (scope === "ALL") return {};
  if (scope === "PUBLIC") return { confidentiality: "NONE" };
  const own = [
    ...(scope.outletId ? [{ outletId: scope.outletId }] : []),
    ...(scope.outletId ? [{ agentOutletId: scope.outletId }] : []),
    ...(scope.departmentId
      ? [{ departmentId: scope.departmentId }, { concernedDepartmentIds: { has: scope.departmentId } }]
      : []),
    ...(scope.applicantId ? [{ applicantId: scope.applicantId }] : []),
    ...(scope.regionIds ? [{ regionId: { in: [...scope.regionIds] } }] : []),
    ...(scope.outletIds ? [{ outletId: { in: [...scope.outletIds] } }] : []),
  ];
  return { OR: [{ confidentiality: "NONE" }, ...own] };
}

/** Rows that come after the one a cursor names. @throws CursorNotValid */
function beyond(cursor: string): Prisma.CaseWhereInput {
  const [openedAt = "", id = ""] = cursor.split("|");
  const at = new Date(openedAt);
  if (Number.isNaN(at.getTime()) || at.toISOString() !== openedAt || !isUuid(id)) throw new CursorNotValid(cursor);
  return { OR: [{ openedAt: { lt: openedAt } }, { openedAt, id: { lt: id } }] };
}
