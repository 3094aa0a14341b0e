import type { CaseAnswer, CasePageAnswer, SnapshotAnswer } from "../graph/answers.js";
import { ask } from "../graph/ask.js";
import { LOG_HEADS, OPEN_CASES, SNAPSHOT } from "../graph/documents.js";
import { MOST_OPEN } from "../state/caseCards.js";
import type { Snapshot } from "../state/snapshot.js";

/** There is no outlet with this id. */
export class NoSuchOutlet extends Error {}

/** Heads of the logs, as the graph answers them. */
export interface HeadsAnswer {
  readonly caseLogHead: string;
  readonly dutyLogHead: string;
}

/**
 * Reads an outlet as it stands: first where the logs end, then everything else, so that nothing falls between.
 *
 * @throws NoSuchOutlet, QuestionFailed
 */
export async function readSnapshot(outletId: string, signal: AbortSignal): Promise<Snapshot> {
  const { caseLogHead, dutyLogHead } = await ask<HeadsAnswer>(LOG_HEADS, {}, signal);
  const [{ outlet, delivered }, open] = await Promise.all([
    ask<SnapshotAnswer>(SNAPSHOT, { outletId }, signal),
    readOpenCases(outletId, signal),
  ]);
  if (!outlet) throw new NoSuchOutlet(outletId);
  return {
    heads: { cases: caseLogHead, queue: caseLogHead, duty: dutyLogHead },
    outlet,
    cases: [...delivered.nodes, ...open.cases],
    crowded: open.more,
  };
}

async function readOpenCases(outletId: string, signal: AbortSignal): Promise<{ cases: CaseAnswer[]; more: boolean }> {
  const found: CaseAnswer[] = [];
  let after: string | null = null;
  for (;;) {
    const page: CasePageAnswer["cases"] = (await ask<CasePageAnswer>(OPEN_CASES, { outletId, after }, signal)).cases;
    found.push(...page.nodes);
    if (!page.hasNextPage || found.length >= MOST_OPEN) return { cases: found, more: page.hasNextPage };
    after = page.endCursor;
  }
}
