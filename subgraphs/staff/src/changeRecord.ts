import { once } from "@yimen/kernel/idempotency";
import type { Context } from "./context.js";
import type { StaffEvent } from "./domain/staffEvent.js";
import type { Tx } from "./store/db.js";
import { append } from "./store/staffLog.js";

/** What was recorded: the id the answer is about, and what the log tells of it. */
export interface RecordEffect {
  readonly id: string;
  readonly events: readonly StaffEvent[];
}

/**
 * Makes one change that cannot alter who covers a post, and logs it: in one transaction, once per client key. What may
 * alter it goes through `changeDuty`.
 *
 * @returns the id `effect` gave, now or for an earlier attempt with the same key
 * @throws IdempotencyKeyReused, and what `effect` throws
 */
export function changeRecord(
  { db, caller, clock }: Context,
  mutation: string,
  input: { readonly clientMutationId: string },
  effect: (tx: Tx, now: Date) => Promise<RecordEffect>,
): Promise<string> {
  const { clientMutationId: key, ...rest } = input;
  return db.$transaction((tx) =>
    once(tx, { caller, mutation, key, input: rest }, async () => {
      const { id, events } = await effect(tx, clock());
      await append(tx, events);
      return id;
    }),
  );
}
