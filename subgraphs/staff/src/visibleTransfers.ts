import type { Context } from "./context.js";
import { seesTransfer, type Transfer } from "./domain/transfer.js";
import { listTransfers } from "./store/transferStore.js";
import { outletIdsUpwards } from "./visibleAppraisals.js";

/** An outlet's transfers that the caller asks for, decides, supervises, or is the subject of. */
export async function visibleTransfers({ db, caller, loaders }: Context, outletId: string): Promise<Transfer[]> {
  const outletIds = await outletIdsUpwards(loaders, outletId);
  return (await listTransfers(db, outletId)).filter((each) => seesTransfer(caller, each, outletIds));
}
