import type { CaseCounts } from "../state/boardState.js";
import type { CaseAnswer, DutyAnswer, WindowQueueAnswer } from "./answers.js";
import type { GraphqlProblem } from "./ask.js";

/** What the graph tells of a stream whose log does not reach back to the cursor. */
export interface Resync<S> {
  /** Where to go on: whatever the state misses comes as an event after it. */
  readonly head: string;
  readonly state: { readonly data?: S | null; readonly errors?: readonly GraphqlProblem[] };
}

export interface CasesNow {
  readonly outlet: { readonly caseCounts: CaseCounts } | null;
  readonly open: { readonly nodes: readonly CaseAnswer[]; readonly hasNextPage: boolean };
  readonly delivered: { readonly nodes: readonly CaseAnswer[] };
}

export interface QueueNow {
  readonly outlet: { readonly windows: readonly WindowQueueAnswer[] } | null;
}

export interface DutyNow {
  readonly outlet: DutyAnswer | null;
}

/** How the part of the board stands that one of its streams keeps. */
export type PresentState =
  | { readonly stream: "cases"; readonly head: string; readonly now: CasesNow }
  | { readonly stream: "queue"; readonly head: string; readonly now: QueueNow }
  | { readonly stream: "duty"; readonly head: string; readonly now: DutyNow };
