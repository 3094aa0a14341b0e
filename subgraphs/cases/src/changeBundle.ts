import { earlierResult, once } from "@yimen/kernel/idempotency";
import type { Context } from "./context.js";
import { bundleVisibility } from "./domain/bundleVisibility.js";
import type { CaseCommand } from "./domain/caseCommand.js";
import { decide } from "./domain/decide.js";
import { evolve } from "./domain/evolve.js";
import { BundleCaseNotFound, getBundleCase, type StoredBundleCase } from "./store/bundleCaseStore.js";
import { findCasesOfBundles, type StoredCase, saveCases } from "./store/caseStore.js";

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

/**
 * Gives commands to the sub-cases of a bundle: all of them or none, once per client key.
 *
 * @param commands  asked for with the parent and its sub-cases as stored: checks who may do it
 * @throws BundleCaseNotFound, CaseChangedMeanwhile, IdempotencyKeyReused, and what `commands` and `decide` refuse
 */
export async function changeBundle<I extends ChangeBundleInput>(
  { db, caller }: Context,
  mutation: string,
  input: I,
  commands: (bundle: StoredBundleCase, subCases: readonly StoredCase[]) => Promise<readonly SubCommand[]>,
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

  const given = await commands(bundle, subCases);
  await db.$transaction((tx) =>
    once(tx, request, async () => {
      const changes = given.map(({ subCase, command }) => {
        const event = decide(subCase, command);
        return { before: subCase, next: evolve(subCase, event), event };
      });
      await saveCases(tx, changes, []);
      return bundle.id;
    }),
  );
  return getBundleCase(db, bundle.id);
}
