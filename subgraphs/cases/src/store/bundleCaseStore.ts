import { DomainError } from "@yimen/kernel/errors";
import type { RowScope } from "../domain/authority.js";
import { type BundleCase, closedSince } from "../domain/bundleCase.js";
import type { Actor, Confidentiality } from "../domain/case.js";
import type { Prisma } from "../generated/prisma/client.js";
import type { NewEntry } from "./caseLog.js";
import type { Db, Tx } from "./db.js";
import { isUuid } from "./uuid.js";

/** A parent as stored, with the departments of its sub-cases, which its row rules need. */
export interface StoredBundleCase extends BundleCase {
  readonly departmentIds: readonly string[];
}

export class BundleCaseNotFound extends DomainError {
  readonly code = "BUNDLE_CASE_NOT_FOUND";
  constructor(bundleCaseId: string) {
    super(
      { zh: "没有这一“一件事”办件;请核对编号。", en: "There is no such bundle; check its number." },
      { bundleCaseId },
    );
  }
}

const withDepartments = { cases: { select: { departmentId: true } } } as const satisfies Prisma.BundleCaseInclude;

const find = async (db: Db | Tx, search: Omit<Prisma.BundleCaseFindManyArgs, "select" | "include">) =>
  (await db.bundleCase.findMany({ ...search, include: withDepartments })).map(fromRow);

/** `find…` may come back with fewer; `get…` throws when there is nothing. */
export const findBundleCases = (db: Db | Tx, ids: readonly string[]): Promise<StoredBundleCase[]> =>
  find(db, { where: { id: { in: ids.filter(isUuid) } } });

export const findBundleCasesByNo = (db: Db, bundleNos: readonly string[]): Promise<StoredBundleCase[]> =>
  find(db, { where: { bundleNo: { in: [...bundleNos] } } });

/** @throws BundleCaseNotFound */
export async function getBundleCase(db: Db | Tx, id: string): Promise<StoredBundleCase> {
  const [found] = await findBundleCases(db, [id]);
  if (!found) throw new BundleCaseNotFound(id);
  return found;
}

/** What a list of bundles is narrowed down to. */
export interface BundleCaseFilter {
  readonly outletId?: string | null;
  readonly bundleId?: string | null;
  /** Only those with a sub-case that is not closed. */
  readonly open?: boolean | null;
}

/** Bundles, newest first. */
export function listBundleCases(
  db: Db,
  filter: BundleCaseFilter,
  scope: RowScope,
  first: number,
): Promise<StoredBundleCase[]> {
  return find(db, {
    where: {
      AND: [
        {
          outletId: filter.outletId ?? undefined,
          bundleId: filter.bundleId ?? undefined,
          closedAt: filter.open ? null : undefined,
        },
        within(scope),
      ],
    },
    orderBy: [{ openedAt: "desc" }, { id: "desc" }],
    take: first,
  });
}

function within(scope: RowScope): Prisma.BundleCaseWhereInput {
  if (scope === "ALL") return {};
  if (scope === "PUBLIC") return { confidentiality: "NONE" };
  const own: Prisma.BundleCaseWhereInput[] = [
    ...(scope.outletId ? [{ outletId: scope.outletId }] : []),
    ...(scope.departmentId ? [{ cases: { some: { departmentId: scope.departmentId } } }] : []),
    ...(scope.applicantId ? [{ applicantId: scope.applicantId }] : []),
    ...(scope.regionIds ? [{ regionId: { in: [...scope.regionIds] } }] : []),
    ...(scope.outletIds ? [{ outletId: { in: [...scope.outletIds] } }] : []),
  ];
  return { OR: [{ confidentiality: "NONE" }, ...own] };
}

/** Stores a parent; its sub-cases follow. @returns what is to be appended to the log at the end of the transaction */
export async function insertBundleCase(tx: Tx, bundle: BundleCase): Promise<NewEntry> {
  const { openedBy, jointLimit, ...columns } = bundle;
  await tx.bundleCase.createMany({
    data: [
      { ...columns, jointLimit: { ...jointLimit }, openedById: openedBy.staffId, actingForId: openedBy.actingForId },
    ],
  });
  return bundleEntry(bundle, "BundleSubmitted", bundle.openedAt);
}

/**
 * Closes a parent once the last of its sub-cases is. The lock makes the closings of two sub-cases look one after the
 * other, so that the second sees the first (I-K12).
 *
 * @returns what is to be appended to the log; `null` while one is open
 */
export async function closeBundleCase(tx: Tx, id: string): Promise<NewEntry | null> {
  await tx.$executeRaw`select 1 from "bundle_case" where "id" = ${id}::uuid for update`;
  const bundle = await getBundleCase(tx, id);
  const subCases = await tx.case.findMany({ where: { bundleCaseId: id }, select: { closedAt: true } });
  const closed = closedSince(subCases.map(({ closedAt }) => ({ closedAt: closedAt?.toISOString() ?? null })));
  if (!closed || bundle.closedAt) return null;
  const closedAt = new Date(Math.max(closed.getTime(), bundle.openedAt.getTime()));
  const version = bundle.version + 1;
  await tx.bundleCase.updateMany({ where: { id }, data: { closedAt, version } });
  return bundleEntry({ ...bundle, closedAt, version }, "BundleClosed", closedAt);
}

const bundleEntry = (bundle: BundleCase, type: "BundleSubmitted" | "BundleClosed", at: Date): NewEntry => ({
  stream: "BUNDLE",
  streamId: bundle.id,
  version: bundle.version,
  type,
  at,
  outletId: bundle.outletId,
  windowId: bundle.windowId,
  departmentId: null,
  statusBefore: type === "BundleSubmitted" ? null : "OPEN",
  statusAfter: type === "BundleSubmitted" ? "OPEN" : "CLOSED",
  confidential: bundle.confidentiality !== "NONE",
  data: { bundleId: bundle.bundleId, bundleCaseId: bundle.id, by: type === "BundleSubmitted" ? bundle.openedBy : null },
});

type Row = Prisma.BundleCaseGetPayload<{ include: typeof withDepartments }>;

function fromRow({ cases, openedById, actingForId, jointLimit, confidentiality, ...row }: Row): StoredBundleCase {
  const openedBy: Actor = { staffId: openedById, actingForId };
  return {
    ...row,
    openedBy,
    jointLimit: jointLimit as unknown as BundleCase["jointLimit"],
    confidentiality: confidentiality as Confidentiality,
    departmentIds: [...new Set(cases.map(({ departmentId }) => departmentId))],
  };
}
