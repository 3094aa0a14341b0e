import type { Db, Tx } from "./db.js";

const agents = ["VILLAGE_AGENT", "STREET_AGENT", "POINT_AGENT"];

/** Which of these outlets have an agent on that day (R012). */
export async function outletsWithAgent(db: Db | Tx, outletIds: readonly string[], day: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select distinct p."outlet_id" as id from "post" p join "post_holding" h on h."post_id" = p."id"
    where p."outlet_id" = any(${[...outletIds]}) and p."role" = any(${agents})
      and h."valid_from" <= ${day} and (h."valid_until" is null or ${day} < h."valid_until")`;
  return rows.map(({ id }) => id);
}

export const hasAgent = async (db: Db | Tx, outletId: string, day: string): Promise<boolean> =>
  (await outletsWithAgent(db, [outletId], day)).length > 0;
