import { earlierResult, once } from "@yimen/kernel/idempotency";
import type { Context } from "./context.js";
import { bundleVisibility } from "./domain/bundleVisibility.js";
import type { CaseCommand } from "./domain/caseCommand.js";
import { decide } from "./domain/decide.js";
import { evolve } from "./domain/evolve.js";
import { BundleCaseNotFound, getBundleCase, type StoredBundleCase } from "./store/bundleCaseStore.js";
import type { NewEntry } from "./store/caseLog.js";
import { findCasesOfBundles, type StoredCase, saveCases } from "./store/caseStore.js";
import type { Tx } from "./store/db.js";

/** What every change of a bundle comes with. */
export interface ChangeBundleInput {
  readonly clientMutationId: string;
  readonly bundleCaseId: string;
}

/** A command to one of the sub-cases. */
export interface SubCommand {
  readonly subCase: StoredCase;
  readonly command: CaseCommand;
}

/** What is to be done to a bundle. */
export interface BundleChange {
  readonly commands: readonly SubCommand[];
  /** Writes what it does to the parent, once the sub-cases are written; returns what the log says of it. */
  readonly parent?: (tx: Tx) => Promise<NewEntry>;
}

/**
 * Gives commands to the sub-cases of a bundle: all of them or none, once per client key.
 *
 * @param change  asked for with the parent and its sub-cases as stored: checks who may do it
 * @throws BundleCaseNotFound, CaseChangedMeanwhile, IdempotencyKeyReused, and what `change` and `decide` refuse
 */
export async function changeBundle<I extends ChangeBundleInput>(
  { db, caller }: Context,
  mutation: string,
  input: I,
  change: (bundle: StoredBundleCase, subCases: readonly StoredCase[]) => Promise<BundleChange>,
): Promise<StoredBundleCase> {
  const { clientMutationId: key, ...rest } = input;
  const request = { caller, mutation, key, input: rest, resultId: input.bundleCaseId };
  const [bundle, subCases, earlier] = await Promise.all([
    getBundleCase(db, input.bundleCaseId),
    findCasesOfBundles(db, [input.bundleCaseId]),
    earlierResult(db, request),
  ]);
  if (bundleVisibility(caller, bundle) === "NONE") throw new BundleCaseNotFound(bundle.id);
  if (earlier) return bundle;

  const { commands, parent } = await change(bundle, subCases);
  await db.$transaction((tx) =>
    once(tx, request, async () => {
      const changes = commands.map(({ subCase, command }) => {
        const event = decide(subCase, command);
        return { before: subCase, next: evolve(subCase, event), event };
      });
      await saveCases(tx, changes, async () => (parent ? [await parent(tx)] : []));
      return bundle.id;
    }),
  );
  return getBundleCase(db, bundle.id);
}
