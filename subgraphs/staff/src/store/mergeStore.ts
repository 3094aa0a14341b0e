import type { Outlet } from "../domain/outlet.js";
import type { Tx } from "./db.js";

/** Closes an outlet and moves its windows, posts, outlets below, terminals, running spells and open requests to another. */
export async function saveMerge(
  tx: Tx,
  { id, closedOn, mergedIntoId }: Outlet & { mergedIntoId: string },
): Promise<void> {
  const [from, to] = [{ outletId: id }, { outletId: mergedIntoId }];
  await tx.outlet.update({ where: { id }, data: { closedOn, mergedIntoId } });
  await tx.outlet.updateMany({ where: { parentId: id }, data: { parentId: mergedIntoId } });
  await tx.serviceWindow.updateMany({ where: from, data: to });
  await tx.post.updateMany({ where: from, data: to });
  await tx.dutySpell.updateMany({ where: { ...from, endedAt: null }, data: to });
  await tx.leave.updateMany({ where: { ...from, status: { in: ["REQUESTED", "APPROVED"] } }, data: to });
  await tx.transfer.updateMany({ where: { ...from, status: "REQUESTED" }, data: to });
  await tx.replacement.updateMany({ where: { ...from, approvedAt: null }, data: to });
  await tx.hallZone.deleteMany({ where: from });
  await tx.terminal.updateMany({ where: from, data: to });
  await tx.terminal.updateMany({ where: { keeperId: id }, data: { keeperId: mergedIntoId } });
}
