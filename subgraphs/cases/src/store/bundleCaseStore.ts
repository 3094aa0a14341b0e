import { DomainError } from "@yimen/kernel/errors";
import type { RowScope } from "../domain/authority.js";
import { type BundleCase, closedSince, takenUp } from "../domain/bundleCase.js";
import type { Actor, CaseChannel, Confidentiality } from "../domain/case.js";
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
  readonly channel?: string | null;
  /** Only those of this applicant. */
  readonly applicantId?: string;
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
          channel: filter.channel ?? undefined,
          applicantId: filter.applicantId,
        },
        within(scope),
      ],
    },
    orderBy: [{ openedAt: "desc" }, { id: "desc" }],
    take: first,
  });
}

/** Bundles handed in online that no window has taken up yet and one serving these departments can, the earliest first. */
export const listUntakenBundles = (
  db: Db,
  outletId: string,
  departmentIds: readonly string[],
  first: number,
): Promise<StoredBundleCase[]> =>
  find(db, {
    where: {
      ...{ outletId, windowId: null, closedAt: null },
      cases: { none: { closedAt: null, departmentId: { notIn: [...departmentIds] } } },
    },
    orderBy: [{ openedAt: "asc" }, { id: "asc" }],
    take: first,
  });

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
      {
        ...columns,
        jointLimit: { ...jointLimit },
        openedById: openedBy?.staffId ?? null,
        actingForId: openedBy?.actingForId ?? null,
      },
    ],
  });
  return bundleEntry(bundle, { type: "BundleSubmitted", at: bundle.openedAt, by: openedBy });
}

/**
 * Notes which window works on a parent from now on; its open sub-cases have been changed before, in the order in which
 * closings lock them.
 *
 * @returns what is to be appended to the log
 */
export async function moveBundleCase(
  tx: Tx,
  bundle: BundleCase,
  { windowId, at, by }: { readonly windowId: string; readonly at: Date; readonly by: Actor },
): Promise<NewEntry> {
  const next = takenUp(bundle, windowId);
  await tx.bundleCase.updateMany({ where: { id: bundle.id }, data: { windowId, version: next.version } });
  return bundleEntry(next, { type: "BundleTakenUp", at, by });
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
  return bundleEntry({ ...bundle, closedAt, version }, { type: "BundleClosed", at: closedAt, by: null });
}

interface Step {
  readonly type: "BundleSubmitted" | "BundleTakenUp" | "BundleClosed";
  readonly at: Date;
  readonly by: Actor | null;
}

const bundleEntry = (bundle: BundleCase, { type, at, by }: Step): NewEntry => ({
  stream: "BUNDLE",
  streamId: bundle.id,
  version: bundle.version,
  type,
  at,
  outletId: bundle.outletId,
  windowId: bundle.windowId,
  departmentId: null,
  statusBefore: type === "BundleSubmitted" ? null : "OPEN",
  statusAfter: type === "BundleClosed" ? "CLOSED" : "OPEN",
  confidential: bundle.confidentiality !== "NONE",
  data: { bundleId: bundle.bundleId, bundleCaseId: bundle.id, by },
});

type Row = Prisma.BundleCaseGetPayload<{ include: typeof withDepartments }>;

function fromRow({ cases, openedById, actingForId, ...row }: Row): StoredBundleCase {
  const { channel, jointLimit, confidentiality } = row;
  return {
    ...row,
    channel: channel as CaseChannel,
    openedBy: openedById === null ? null : { staffId: openedById, actingForId },
    jointLimit: jointLimit as unknown as BundleCase["jointLimit"],
    confidentiality: confidentiality as Confidentiality,
    departmentIds: [...new Set(cases.map(({ departmentId }) => departmentId))],
  };
}
