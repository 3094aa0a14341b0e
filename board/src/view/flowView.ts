import { html, nothing } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { isDueSoon } from "../state/alerts.js";
import type { BoardState, CaseCard, WindowState } from "../state/boardState.js";
import { casesByStage, type Stage, stages } from "../state/stages.js";
import { type Language, nameIn, textsIn } from "../text/language.js";
import { dayOf, shortDay, timeOf } from "../text/officeTime.js";
import { runningNumber } from "../text/runningNumber.js";
import { headingView } from "./headingView.js";

const SHOWN = 12; // cards of a stage; the rest is in its number

/** The cases on their way through the stages. */
export function flowView(board: BoardState, language: Language, today: string) {
  const texts = textsIn(language);
  const byStage = casesByStage(board);
  return html`
    <section class="flow" aria-labelledby="flow">
      <h2 id="flow">${headingView("flow", language)} ${board.crowded ? html`<small>${texts.crowded}</small>` : nothing}</h2>
      <ol class="stages">
        ${stages.map((stage) => stageView(stage, shownIn(stage, byStage.get(stage) ?? [], today), board, language, today))}
      </ol>
    </section>
  `;
}

/** What was delivered stays for the day. */
const shownIn = (stage: Stage, cards: readonly CaseCard[], today: string) =>
  stage === "DELIVERED" && today ? cards.filter(({ movedAt }) => dayOf(movedAt) === today) : cards;

function stageView(stage: Stage, cards: readonly CaseCard[], board: BoardState, language: Language, today: string) {
  const texts = textsIn(language);
  const count = stage === "DELIVERED" ? board.counts.deliveredToday : cards.length;
  return html`
    <li class="stage" data-stage=${stage}>
      <h3>${texts.stages[stage]} <span class="count">${count}<span class="unseen"> ${texts.cases(count)}</span></span></h3>
      ${
        cards.length === 0
          ? html`<p class="none">${texts.noCases}</p>`
          : html`
              <ul class="cards" tabindex="0" aria-label=${texts.stages[stage]}>
                ${repeat(
                  cards.slice(0, SHOWN),
                  ({ id }) => id,
                  (card) => cardView(card, board, language, today),
                )}
              </ul>
            `
      }
    </li>
  `;
}

function cardView(card: CaseCard, { windows }: BoardState, language: Language, today: string) {
  const texts = textsIn(language);
  const window = windows.find(({ id }) => id === card.windowId);
  const mark = markOf(card, today);
  return html`
    <li class="card" data-case=${card.id} data-version=${card.version} data-mark=${mark ?? nothing}>
      <strong>${card.matter ? nameIn(language, card.matter) : card.caseNo}</strong>
      ${mark ? html`<em>${texts.marks[mark]}</em>` : nothing}
      <span title=${card.caseNo}>${runningNumber(card.caseNo)}</span>
      <span class="where">${whereOrWhen(card, window, language)}</span>
    </li>
  `;
}

/** What matters at the stage: at which window, until which day, or since when. */
function whereOrWhen({ status, dueOn, movedAt }: CaseCard, window: WindowState | undefined, language: Language) {
  const atWindow = status === "COLLECTED" || status === "RESULT_ISSUED";
  if (atWindow && window) return nameIn(language, window);
  if (status === "COLLECTED") return textsIn(language).online;
  const runs = status === "ACCEPTED" || status === "UNDER_REVIEW";
  if (!runs || !dueOn) return timeOf(movedAt);
  return html`<span class="unseen">${textsIn(language).limit}</span> ${shortDay(dueOn, language)}`;
}

/** What stands out about a case, the gravest first. */
function markOf(card: CaseCard, today: string) {
  const { status } = card;
  if (status === "AWAITING_CORRECTION" || status === "IN_SPECIAL_PROCEDURE" || status === "DENIED") return status;
  if (card.overdue && (status === "ACCEPTED" || status === "UNDER_REVIEW")) return "OVERDUE";
  return isDueSoon(card, today) ? "DUE_SOON" : null;
}
