import type { BoardState, CaseCard, Vacancy } from "./boardState.js";

/** Something somebody has to act on. */
export type Alert =
  | { readonly kind: "VACANCY"; readonly key: string; readonly vacancy: Vacancy }
  | { readonly kind: "OVERDUE" | "DUE_SOON"; readonly key: string; readonly card: CaseCard };

/**
 * What stands now, the gravest first: empty posts, cases past their promise, cases close to it.
 *
 * @param today  the office's day
 */
export function alertsOf({ vacancies, cases }: Pick<BoardState, "vacancies" | "cases">, today: string): Alert[] {
  const cards = [...cases.values()]
    .filter(runs)
    .sort((one, other) => ((one.dueOn ?? "") < (other.dueOn ?? "") ? -1 : 1));
  const late = cards.filter(({ overdue }) => overdue);
  const soon = cards.filter((card) => isDueSoon(card, today));
  return [
    ...vacancies.map((vacancy): Alert => ({ kind: "VACANCY", key: `vacancy:${vacancy.postId}`, vacancy })),
    ...late.map((card): Alert => ({ kind: "OVERDUE", key: `overdue:${card.id}`, card })),
    ...soon.map((card): Alert => ({ kind: "DUE_SOON", key: `soon:${card.id}`, card })),
  ];
}

/** Most of the promise is used up, or its last day has come, and the clock runs (R131). */
export const isDueSoon = (card: CaseCard, today: string): boolean =>
  runs(card) && !card.overdue && (card.warned > 0 || (card.dueOn !== null && card.dueOn <= today));

/** Whether the promise runs: not before acceptance, not while paused, not after the decision. */
const runs = ({ status }: CaseCard) => status === "ACCEPTED" || status === "UNDER_REVIEW";
