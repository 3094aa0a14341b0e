import type { SqlTransaction } from "./transaction.js";

/** A client of a database that has the table `followed_log(log, cursor)`, primary key `log`. */
export interface FollowingDatabase<Tx extends SqlTransaction> extends Pick<SqlTransaction, "$queryRawUnsafe"> {
  $transaction(work: (tx: Tx) => Promise<void>): Promise<void>;
}

/** A stretch of a sibling's log: what stands in it after a cursor, and the cursor after it. */
export interface Stretch {
  readonly cursor: string;
}

/**
 * Lets the next stretch of a sibling's log have its effect, once: the effect and the cursor are one transaction, guarded
 * by the cursor's old value. After a crash between any two steps either both are there or neither, and of several
 * processes one has the effect.
 *
 * @param read  the stretch after a cursor, "0" for the first
 * @returns the stretch; `null` when there was nothing new
 */
export async function followOnce<Tx extends SqlTransaction, S extends Stretch>(
  db: FollowingDatabase<Tx>,
  log: string,
  read: (after: string) => Promise<S>,
  effect: (tx: Tx, stretch: S) => Promise<void>,
): Promise<S | null> {
  const from = await cursorOf(db, log);
  const stretch = await read(from);
  if (stretch.cursor === from) return null;
  await db.$transaction(async (tx) => {
    if (await advance(tx, log, from, stretch.cursor)) await effect(tx, stretch);
  });
  return stretch;
}

/** The cursor up to which a log has had its effect. */
async function cursorOf(db: Pick<SqlTransaction, "$queryRawUnsafe">, log: string): Promise<string> {
  const sql = `select "cursor" from "followed_log" where "log" = $1`;
  const [row] = await db.$queryRawUnsafe<{ readonly cursor: string }[]>(sql, log);
  return row?.cursor ?? "0";
}

/** @returns false when another process has advanced it meanwhile: its effect is there already, ours must not be */
async function advance(tx: SqlTransaction, log: string, from: string, to: string): Promise<boolean> {
  const sql =
    from === "0"
      ? `insert into "followed_log" ("log", "cursor") values ($1, $3) on conflict ("log") do update
           set "cursor" = excluded."cursor" where "followed_log"."cursor" = $2`
      : `update "followed_log" set "cursor" = $3 where "log" = $1 and "cursor" = $2`;
  return (await tx.$executeRawUnsafe(sql, log, from, to)) === 1;
}
