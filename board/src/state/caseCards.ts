import type { CaseAnswer, CaseEventAnswer } from "../graph/answers.js";
import type { CaseCard } from "./boardState.js";
import { isShown } from "./stages.js";

/** More open cases than this are not held: the counts are the graph's, the cards are the latest. */
export const MOST_OPEN = 500;
const MOST_DELIVERED = 12;

export type CaseCards = ReadonlyMap<string, CaseCard>;

/** The card of a case as a query found it. */
export const cardOf = (found: CaseAnswer): CaseCard => ({
  ...factsOf(found),
  id: found.id,
  windowId: found.window?.id ?? null,
  version: found.version,
  status: found.status,
  warned: 0,
  movedAt: found.closedAt ?? found.openedAt,
});

/**
 * The cards after one step of one case. The step says where the case stands; what else the card shows is as the
 * graph read it when it sent the event. A step that a card already shows, because it was read later, does not move
 * it back.
 */
export function afterStep(cards: CaseCards, event: CaseEventAnswer): CaseCards {
  const before = cards.get(event.caseId);
  const moved = !before || event.version > before.version;
  if (moved && !isShown(event.statusAfter)) return without(cards, event.caseId);
  const card: CaseCard = {
    ...(before ?? unknownCase),
    ...(event.case ? factsOf(event.case) : {}),
    id: event.caseId,
    ...(moved && placeOf(event, before)),
  };
  const next = new Map(cards);
  if (card.status !== before?.status) next.delete(card.id); // to the end: the latest to move
  return bounded(next.set(card.id, card));
}

function placeOf({ version, statusAfter, at, window, percent }: CaseEventAnswer, before: CaseCard | undefined) {
  const stays = statusAfter === before?.status;
  return {
    version,
    status: statusAfter,
    windowId: window?.id ?? before?.windowId ?? null,
    movedAt: stays ? before.movedAt : at,
    warned: Math.max(percent ?? 0, stays ? before.warned : 0),
  };
}

const factsOf = ({ caseNo, matter, dueOn, overdue }: CaseAnswer) => ({ caseNo, matter, dueOn, overdue });

const unknownCase = {
  caseNo: "",
  matter: null,
  windowId: null,
  version: 0,
  status: "COLLECTED",
  dueOn: null,
  overdue: false,
  warned: 0,
  movedAt: "",
} as const;

function without(cards: CaseCards, id: string): CaseCards {
  if (!cards.has(id)) return cards;
  const next = new Map(cards);
  next.delete(id);
  return next;
}

/** At most so many open cases and so many delivered; those that moved longest ago go. */
function bounded(cards: Map<string, CaseCard>): Map<string, CaseCard> {
  const delivered = [...cards.values()].filter(({ status }) => status === "DELIVERED");
  for (const { id } of delivered.slice(0, Math.max(0, delivered.length - MOST_DELIVERED))) cards.delete(id);
  const [oldest] = cards.keys();
  if (oldest !== undefined && cards.size > MOST_OPEN + MOST_DELIVERED) cards.delete(oldest);
  return cards;
}

/** The first cards: what a snapshot found, ordered like those that events bring. */
export const firstCards = (found: readonly CaseAnswer[]): CaseCards =>
  bounded(
    new Map(
      found
        .map(cardOf)
        .sort((one, other) => (one.movedAt < other.movedAt ? -1 : 1))
        .map((card) => [card.id, card]),
    ),
  );
