import { earlierResult, once } from "@yimen/kernel/idempotency";
import type { Context } from "./context.js";
import { visibility } from "./domain/authority.js";
import type { Case } from "./domain/case.js";
import type { CaseCommand } from "./domain/caseCommand.js";
import { decide } from "./domain/decide.js";
import { evolve } from "./domain/evolve.js";
import type { NewEntry } from "./store/caseLog.js";
import { CaseNotFound, findCases, getCase, requireVersion, type StoredCase, saveCase } from "./store/caseStore.js";
import type { Tx } from "./store/db.js";

/** What every change of a case comes with. */
export interface ChangeInput {
  readonly clientMutationId: string;
  readonly caseId: string;
  /** The version the client has seen; left out, the change applies to whatever is stored. */
  readonly version?: number | null;
}

/**
 * Gives one command to one case: load, decide, save, once per client key.
 *
 * @param mutation  name of the mutation, so that a key cannot be reused for another one
 * @param command  asked for with the case as stored: checks who may do it, and looks up what the command needs
 * @param alongside  writes what belongs to the change; returns what the log says of it
 * @returns the case as saved
 * @throws CaseNotFound, CaseChangedMeanwhile, IdempotencyKeyReused, and what `command` and `decide` refuse
 */
export async function changeCase<I extends ChangeInput>(
  { db, caller }: Context,
  mutation: string,
  input: I,
  command: (current: StoredCase) => CaseCommand | Promise<CaseCommand>,
  alongside: (tx: Tx, next: Case, before: StoredCase) => Promise<readonly NewEntry[]> = async () => [],
): Promise<StoredCase> {
  const { clientMutationId: key, ...rest } = input;
  const request = { caller, mutation, key, input: rest, resultId: input.caseId };
  // Both are asked for in any case, so that a case nobody has takes as many statements as one that is hidden (I-G1).
  const [[current], earlier] = await Promise.all([findCases(db, [input.caseId]), earlierResult(db, request)]);
  if (!current || visibility(caller, current, current.applicantId) === "NONE") throw new CaseNotFound(input.caseId);
  if (earlier) return getCase(db, earlier);

  const given = await command(current);
  let saved: StoredCase | null = null as StoredCase | null;
  await db.$transaction((tx) =>
    // Decided inside, after the claim: the second of two equal requests is answered, not refused by the first's effect.
    once(tx, request, async () => {
      requireVersion(current, input.version);
      const event = decide(current, given);
      const next = evolve(current, event);
      await saveCase(tx, current, next, event, ...(await alongside(tx, next, current)));
      saved = { ...next, applicantId: current.applicantId };
      return current.id;
    }),
  );
  return saved ?? getCase(db, input.caseId);
}
