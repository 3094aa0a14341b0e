import { earlierResult, once } from "@yimen/kernel/idempotency";
import type { Context } from "./context.js";
import type { CaseCommand } from "./domain/caseCommand.js";
import { decide } from "./domain/decide.js";
import { evolve } from "./domain/evolve.js";
import { getCase, requireVersion, type StoredCase, saveCase } from "./store/caseStore.js";

/** What every change of a case comes with. */
export interface ChangeInput {
  readonly clientMutationId: string;
  readonly caseId: string;
  /** The version the client has seen; left out, the change applies to whatever is stored. */
  readonly version?: number;
}

/**
 * Gives one command to one case: load, decide, save, in one transaction and once per client key.
 *
 * @param mutation  name of the mutation, so that a key cannot be reused for another one
 * @param command  asked for with the case as stored: checks who may do it, and looks up what the command needs
 * @returns the case as saved
 * @throws CaseNotFound, CaseChangedMeanwhile, IdempotencyKeyReused, and what `command` and `decide` refuse
 */
export async function changeCase<I extends ChangeInput>(
  { db, caller }: Context,
  mutation: string,
  input: I,
  command: (current: StoredCase) => CaseCommand | Promise<CaseCommand>,
): Promise<StoredCase> {
  const { clientMutationId: key, ...rest } = input;
  const request = { caller, mutation, key, input: rest };
  const earlier = await earlierResult(db, request);
  if (earlier) return getCase(db, earlier);

  const given = await command(await getCase(db, input.caseId));
  const id = await db.$transaction((tx) =>
    once(tx, request, async () => {
      const current = await getCase(tx, input.caseId);
      requireVersion(current, input.version);
      const event = decide(current, given);
      await saveCase(tx, current, evolve(current, event), event);
      return current.id;
    }),
  );
  return getCase(db, id);
}
