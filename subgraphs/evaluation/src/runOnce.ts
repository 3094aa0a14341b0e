import type { Caller } from "@yimen/kernel/caller";
import { earlierResult, type MutationRequest, once } from "@yimen/kernel/idempotency";
import type { Db, Tx } from "./store/db.js";

/** What every mutation comes with: the client's own key for one act. */
export interface MutationInput {
  readonly clientMutationId: string;
}

/** What makes a retry recognisable: the caller, the mutation's name, the client's key, and the input. */
export function requestOf(caller: Caller, mutation: string, input: MutationInput): MutationRequest {
  const { clientMutationId: key, ...rest } = input;
  return { caller, mutation, key, input: rest };
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
  db: Db,
  caller: Caller,
  mutation: string,
  input: MutationInput,
  effect: (tx: Tx) => Promise<string>,
): Promise<string> {
  const request = requestOf(caller, mutation, input);
  return (await earlierResult(db, request)) ?? db.$transaction((tx) => once(tx, request, () => effect(tx)));
}
