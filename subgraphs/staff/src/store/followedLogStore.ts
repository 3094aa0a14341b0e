import type { Db, Tx } from "./db.js";

/** The cursor up to which a log has had its effect; "0" before the first. */
export async function followedUpTo(db: Db, log: string): Promise<string> {
  const row = await db.followedLog.findUnique({ where: { log } });
  return row?.cursor ?? "0";
}

/**
 * Notes that a log has had its effect up to `to`.
 *
 * @returns false when another process has advanced it meanwhile: its effect is there already, ours must not be
 */
export async function advance(tx: Tx, log: string, from: string, to: string): Promise<boolean> {
  if (from !== "0")
    return (await tx.followedLog.updateMany({ where: { log, cursor: from }, data: { cursor: to } })).count === 1;
  return (await tx.followedLog.createMany({ data: [{ log, cursor: to }], skipDuplicates: true })).count === 1;
}
