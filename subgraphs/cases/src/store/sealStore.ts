import type { SealIrregularity, SealUse } from "../domain/seal.js";
import type { SealScope } from "../domain/sealAuthority.js";
import { SealAlertNotOpen } from "../domain/sealRefusals.js";
import type { SealUseModel } from "../generated/prisma/models.js";
import type { NewEntry } from "./caseLog.js";
import type { Db, Tx } from "./db.js";
import { isUuid } from "./uuid.js";

/** What a list of uses is narrowed down to. */
export interface SealUseFilter {
  readonly departmentId?: string | null;
  readonly outletId?: string | null;
  /** Only uses that are alerts. */
  readonly irregular?: boolean | null;
  /** Only alerts that nobody has closed. */
  readonly open?: boolean | null;
}

/** Uses of seals, newest first. */
export async function listSealUses(db: Db, filter: SealUseFilter, scope: SealScope, first: number): Promise<SealUse[]> {
  const rows = await db.sealUse.findMany({
    where: {
      AND: [
        scope === "ALL" ? {} : "outletIds" in scope ? { outletId: { in: [...scope.outletIds] } } : scope,
        filter.departmentId == null ? {} : { departmentId: filter.departmentId },
        filter.outletId == null ? {} : { outletId: filter.outletId },
        filter.irregular || filter.open ? { irregularity: { not: null } } : {},
        filter.open ? { closedAt: null } : {},
      ],
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: first,
  });
  return rows.map(fromRow);
}

export async function findSealUses(db: Db | Tx, ids: readonly string[]): Promise<SealUse[]> {
  return (await db.sealUse.findMany({ where: { id: { in: ids.filter(isUuid) } } })).map(fromRow);
}

/** @throws SealAlertNotOpen */
export async function getSealUse(db: Db | Tx, id: string): Promise<SealUse> {
  const [found] = await findSealUses(db, [id]);
  if (!found) throw new SealAlertNotOpen(id);
  return found;
}

/** The decided case of a department whose document has this number, or `null`: of several the newest. */
export async function findDecidedCase(
  tx: Tx,
  { departmentId, documentNo, caseId }: Pick<SealUse, "departmentId" | "documentNo" | "caseId">,
): Promise<string | null> {
  if (caseId !== null && !isUuid(caseId)) return null;
  const [found] = await tx.$queryRaw<{ id: string }[]>`
    select "id" from "case" where "state" #>> '{result,documentNo}' = ${documentNo}
      and "department_id" = ${departmentId} and (${caseId}::uuid is null or "id" = ${caseId}::uuid)
    order by "opened_at" desc limit 1`;
  return found?.id ?? null;
}

/** Stores a use. @returns what is to be appended to the log at the end of the transaction */
export async function insertSealUse(tx: Tx, use: SealUse): Promise<NewEntry> {
  await tx.sealUse.createMany({ data: [use] });
  return sealEntry(use, use.irregularity ? "SealAlertRaised" : "SealUsed", use.usedById, use.at);
}

/**
 * Closes an alert with what was found.
 *
 * @returns what is to be appended to the log at the end of the transaction
 * @throws SealAlertNotOpen when there is none, or somebody else was faster
 */
export async function closeSealAlertRow(
  tx: Tx,
  use: SealUse,
  closing: { readonly finding: string; readonly closedAt: Date; readonly closedById: string },
): Promise<NewEntry> {
  const { count } = await tx.sealUse.updateMany({
    where: { id: use.id, irregularity: { not: null }, closedAt: null },
    data: closing,
  });
  if (count === 0) throw new SealAlertNotOpen(use.id);
  return sealEntry(use, "SealAlertClosed", closing.closedById, closing.closedAt);
}

const versionOf = { SealUsed: 1, SealAlertRaised: 1, SealAlertClosed: 2 } as const;

const sealEntry = (use: SealUse, type: keyof typeof versionOf, staffId: string, at: Date): NewEntry => ({
  stream: "SEAL",
  streamId: use.id,
  version: versionOf[type],
  type,
  at,
  outletId: use.outletId,
  windowId: null,
  departmentId: use.departmentId,
  statusBefore: type === "SealAlertClosed" ? "ALERT" : null,
  statusAfter: type === "SealAlertRaised" ? "ALERT" : type === "SealUsed" ? "APPROVED" : "CLOSED",
  confidential: true, // for those who oversee, never for the public board
  data: {
    by: { staffId, actingForId: type === "SealAlertClosed" ? null : use.actingForId },
    irregularity: use.irregularity,
  },
});

const fromRow = (row: SealUseModel): SealUse => ({
  ...row,
  irregularity: row.irregularity as SealIrregularity | null,
});
