import { once } from "@yimen/kernel/idempotency";
import type { Context } from "./context.js";
import type { StaffEvent } from "./domain/staffEvent.js";
import { recordDuty } from "./recordDuty.js";
import type { Tx } from "./store/db.js";
import { lockDuty } from "./store/dutySpellStore.js";
import { append } from "./store/staffLog.js";

/** One change that may decide who covers a post. */
export interface DutyMutation {
  /** Name of the mutation, so that a key cannot be reused for another one. */
  readonly mutation: string;
  readonly input: { readonly clientMutationId: string };
  /** The outlets where it may matter. */
  readonly outletIds: readonly string[];
}

/** What was changed: the id the answer is about, and what the log tells of it. */
export interface DutyEffect {
  readonly id: string;
  readonly event: StaffEvent;
  /** What else the log tells of it. */
  readonly more?: readonly StaffEvent[];
}

/**
 * Makes one change, records the takeovers and vacancies that follow from it at once, and logs both: in one
 * transaction, once per client key, one change of an outlet after the other.
 *
 * @returns the id `effect` gave, now or for an earlier attempt with the same key
 * @throws IdempotencyKeyReused, and what `effect` throws
 */
export function changeDuty(
  { db, caller, clock, calendar }: Context,
  { mutation, input, outletIds }: DutyMutation,
  effect: (tx: Tx, now: Date) => Promise<DutyEffect>,
): Promise<string> {
  const { clientMutationId: key, ...rest } = input;
  return db.$transaction((tx) =>
    once(tx, { caller, mutation, key, input: rest }, async () => {
      await lockDuty(tx, outletIds);
      const now = clock();
      const { id, event, more = [] } = await effect(tx, now);
      await append(tx, [event, ...more, ...(await recordDuty(tx, outletIds, now, calendar))]);
      return id;
    }),
  );
}
