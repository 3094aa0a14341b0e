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
 * @returns that id, of this run or of the earlier one
 * @throws IdempotencyKeyReused, and what `effect` throws
 */
export async function runOnce(
  { db, caller }: Context,
  mutation: string,
  input: MutationInput,
  effect: (tx: Tx) => Promise<string>,
): Promise<string> {
  const { clientMutationId: key, ...rest } = input;
  const request = { caller, mutation, key, input: rest };
  return (await earlierResult(db, request)) ?? db.$transaction((tx) => once(tx, request, () => effect(tx)));
}
