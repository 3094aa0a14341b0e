import { DomainError } from "@yimen/kernel/errors";
import type { Transfer, TransferStatus } from "../domain/transfer.js";
import type { TransferModel } from "../generated/prisma/models.js";
import type { Db, Tx } from "./db.js";

export class TransferNotFound extends DomainError {
  readonly code = "TRANSFER_NOT_FOUND";
  constructor(transferId: string) {
    super({ zh: "没有该调整申请;请核对编号。", en: "There is no such transfer; check its id." }, { transferId });
  }
}

export class TransferAlreadyRequested extends DomainError {
  readonly code = "TRANSFER_ALREADY_REQUESTED";
  constructor(staffId: string) {
    super(
      { zh: "该人员已有待审核的调整申请。", en: "A transfer of this person is waiting for review already." },
      { staffId },
    );
  }
}

export class TransferChangedMeanwhile extends DomainError {
  readonly code = "TRANSFER_CHANGED_MEANWHILE";
  constructor({ id, version, status }: Transfer) {
    super(
      { zh: "该调整申请已被他人更新;请核对后再试。", en: "Someone else changed this transfer; look again and retry." },
      { transferId: id, current: { version, status } },
    );
  }
}

export async function findTransfers(db: Db | Tx, ids: readonly string[]): Promise<Transfer[]> {
  return (await db.transfer.findMany({ where: { id: { in: [...ids] } } })).map(toTransfer);
}

/** Of an outlet, the latest to take effect first. */
export async function listTransfers(db: Db, outletId: string): Promise<Transfer[]> {
  const rows = await db.transfer.findMany({ where: { outletId }, orderBy: [{ effectiveOn: "desc" }, { id: "asc" }] });
  return rows.map(toTransfer);
}

/** @throws TransferNotFound */
export async function getTransfer(db: Db | Tx, id: string): Promise<Transfer> {
  const [found] = await findTransfers(db, [id]);
  if (!found) throw new TransferNotFound(id);
  return found;
}

/** @throws TransferAlreadyRequested */
export async function insertTransfer(tx: Tx, transfer: Transfer): Promise<void> {
  const { count } = await tx.transfer.createMany({ data: [transfer], skipDuplicates: true });
  if (count === 0) throw new TransferAlreadyRequested(transfer.staffId);
}

/** @throws TransferChangedMeanwhile when the stored version is not the one `next` was computed from */
export async function saveTransfer(tx: Tx, next: Transfer): Promise<void> {
  const { count } = await tx.transfer.updateMany({ where: { id: next.id, version: next.version - 1 }, data: next });
  if (count === 0) throw new TransferChangedMeanwhile(await getTransfer(tx, next.id));
}

const toTransfer = (row: TransferModel): Transfer => ({ ...row, status: row.status as TransferStatus });
