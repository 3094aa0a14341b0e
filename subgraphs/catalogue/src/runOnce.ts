import { earlierResult, once } from "@yimen/kernel/idempotency";
import type { Context } from "./context.js";
import type { Tx } from "./store/db.js";

/** What every mutation comes with: the client's own key for one act. */
export interface MutationInput {
  readonly clientMutationId: string;
}

/**
 * Runs one mutation in one transaction, once per caller and client key.
 *
 * @param mutation  its name, so that a key cannot be reused for another one
 * @param effect  changes something and returns the id of what the answer is about
 * @param prepare  looks up what `effect` needs of others, before the transaction begins
 * @returns that id, of this run or of the earlier one
 * @throws IdempotencyKeyReused, and what `effect` and `prepare` throw
 */
export async function runOnce<P = undefined>(
  { db, caller }: Context,
  mutation: string,
  input: MutationInput,
  effect: (tx: Tx, prepared: P) => Promise<string>,
  prepare: () => Promise<P> = async () => undefined as P,
): Promise<string> {
  const { clientMutationId: key, ...rest } = input;
  const request = { caller, mutation, key, input: rest };
  const earlier = await earlierResult(db, request);
  if (earlier !== null) return earlier;
  const prepared = await prepare();
  return db.$transaction((tx) => once(tx, request, () => effect(tx, prepared)));
}
