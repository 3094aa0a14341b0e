import { repeat } from "./repeat.js";
import type { SqlTransaction } from "./transaction.js";

/**
 * How long a client's key is remembered. A retry within it has one effect (I-K15); after it the key is as good as new,
 * and what it asks for is checked against what is stored by then, as any other request is.
 */
export const KEY_DAYS = 90;

const BATCH = 5_000; // rows a statement, so that no writer waits for long
const INTERVAL = 60_000; // ms

/**
 * Forgets keys that are older than `KEY_DAYS` by the database's clock, a batch of them. Several processes may do it at
 * once: each takes rows that no other has taken.
 *
 * @returns how many were forgotten; at most a batch, then there may be more
 */
export const forgetOldKeys = (db: SqlTransaction): Promise<number> =>
  db.$executeRawUnsafe(
    `delete from "client_mutation" where ("caller", "key") in (
       select "caller", "key" from "client_mutation" where "at" < now() - make_interval(days => $1::integer)
       order by "at" limit $2::integer for update skip locked)`,
    KEY_DAYS,
    BATCH,
  );

/** Forgets old keys every minute until it is disposed of; first when it has been running for one. */
export function forgettingOldKeys(db: SqlTransaction, onError: (error: unknown) => void): AsyncDisposable {
  let begun = false;
  const look = async () => {
    const wasBegun = begun;
    begun = true;
    return wasBegun && (await forgetOldKeys(db)) === BATCH;
  };
  return repeat(look, { pauseMs: INTERVAL, onError });
}
