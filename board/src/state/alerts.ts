import type { BoardState, CaseCard, SilentTerminal, Vacancy } from "./boardState.js";
import type { Desk, IrregularSeal, UnacknowledgedNotice } from "./desk.js";

/** Something somebody has to act on. */
export type Alert =
  | { readonly kind: "VACANCY"; readonly key: string; readonly vacancy: Vacancy }
  | { readonly kind: "TERMINAL"; readonly key: string; readonly terminal: SilentTerminal }
  | { readonly kind: "SEAL"; readonly key: string; readonly seal: IrregularSeal }
  | { readonly kind: "GUIDE"; readonly key: string; readonly notice: UnacknowledgedNotice }
  | { readonly kind: "OVERDUE" | "DUE_SOON"; readonly key: string; readonly card: CaseCard };

/**
 * What stands now, the gravest first: seals used without approval, empty posts, cases past their promise, changes that
 * no window acknowledged, silent terminals, cases close to their promise.
 *
 * @param desk  what only staff see; `null` on a public board
 * @param today  the office's day
 */
export function alertsOf(
  { vacancies, terminals, cases }: Pick<BoardState, "vacancies" | "terminals" | "cases">,
  today: string,
  desk: Desk | null = null,
): Alert[] {
  const cards = [...cases.values()]
    .filter(runs)
    .sort((one, other) => ((one.dueOn ?? "") < (other.dueOn ?? "") ? -1 : 1));
  const late = cards.filter(({ overdue }) => overdue);
  const soon = cards.filter((card) => isDueSoon(card, today));
  return [
    ...(desk?.seals ?? []).map((seal): Alert => ({ kind: "SEAL", key: `seal:${seal.id}`, seal })),
    ...vacancies.map((vacancy): Alert => ({ kind: "VACANCY", key: `vacancy:${vacancy.postId}`, vacancy })),
    ...late.map((card): Alert => ({ kind: "OVERDUE", key: `overdue:${card.id}`, card })),
    ...(desk?.notices ?? []).map((notice): Alert => ({ kind: "GUIDE", key: `guide:${notice.id}`, notice })),
    ...terminals.map((terminal): Alert => ({ kind: "TERMINAL", key: `terminal:${terminal.id}`, terminal })),
    ...soon.map((card): Alert => ({ kind: "DUE_SOON", key: `soon:${card.id}`, card })),
  ];
}

/** Most of the promise is used up, or its last day has come, and the clock runs (R131). */
export const isDueSoon = (card: CaseCard, today: string): boolean =>
  runs(card) && !card.overdue && (card.warned > 0 || (card.dueOn !== null && card.dueOn <= today));

/** Whether the promise runs: not before acceptance, not while paused, not after the decision. */
const runs = ({ status }: CaseCard) => status === "ACCEPTED" || status === "UNDER_REVIEW";
