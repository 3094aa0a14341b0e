import type { Bilingual } from "@yimen/kernel/errors";
import type { ClockTime } from "@yimen/workdays/clockTime";
import type { ActName } from "./acts.js";

/** What is sent along. Text that begins with "@" stands for what an earlier step came to: "@social.caseId". */
export type Given = string | number | boolean | null | readonly Given[] | { readonly [name: string]: Given };

/** Who does it: a member of staff's id, "applicant:<id>", "bank", or "visitor" for somebody without a name. */
export type Who = string;

interface Timed {
  /** Office time of the day that is played. */
  readonly at: ClockTime;
  /** What a spectator should know. */
  readonly note?: Bilingual;
}

/** Somebody does something through the gateway. */
export interface ActStep extends Timed {
  readonly who: Who;
  readonly act: ActName;
  readonly with?: { readonly [name: string]: Given };
  /** Under which name later steps refer to what it came to. */
  readonly as?: string;
  /** The code of the refusal that the story intends. */
  readonly refused?: string;
}

/** The clock alone does something, and the story waits until a subscriber sees it. */
export interface AwaitStep extends Timed {
  readonly until: "WarningRaised" | "TAKEOVER_STARTED" | "TAKEOVER_ENDED" | "VACANCY_OPENED" | "VACANCY_CLOSED";
  /** Of this window, this case ("@social.caseId"), at this share of the promise. */
  readonly of: { readonly windowId?: string; readonly caseId?: string; readonly percent?: number };
}

/** Nothing is done; a spectator is told something. */
export interface NoteStep extends Timed {
  readonly note: Bilingual;
}

export type Step = ActStep | AwaitStep | NoteStep;

/** One thing after the other; those of the same minute in the order in which they were written. */
export const inOrder = (steps: readonly Step[]): Step[] =>
  steps.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
