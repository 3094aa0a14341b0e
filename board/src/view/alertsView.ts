import { html, nothing } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { type Alert, alertsOf } from "../state/alerts.js";
import type { BoardState } from "../state/boardState.js";
import type { Desk } from "../state/desk.js";
import { type Language, nameIn, textsIn } from "../text/language.js";
import { shortDay, timeOf } from "../text/officeTime.js";
import { runningNumber } from "../text/runningNumber.js";
import { headingView } from "./headingView.js";

const SHOWN = 4;

/** What somebody has to act on. */
export function alertsView(board: BoardState, language: Language, today: string, desk: Desk | null) {
  const texts = textsIn(language);
  const alerts = alertsOf(board, today, desk);
  return html`
    <section class="alerts" aria-labelledby="alerts" ?data-none=${alerts.length === 0}>
      <h2 id="alerts">${headingView("alerts", language)} <span class="count">${alerts.length}</span></h2>
      ${alerts.length === 0 ? html`<p class="none">${texts.noAlerts}</p>` : nothing}
      <ul>
        ${repeat(
          alerts.slice(0, SHOWN),
          ({ key }) => key,
          (alert) => html`
            <li data-alert=${alert.kind}>
              <em>${texts.alertKinds[alert.kind]}</em>
              <strong>${subjectOf(alert, board, language)}</strong>
              <span>${reasonOf(alert, language)}</span>
            </li>
          `,
        )}
      </ul>
      ${alerts.length > SHOWN ? html`<p class="more">${texts.more(alerts.length - SHOWN)}</p>` : nothing}
    </section>
  `;
}

/** An alert in one sentence, for those who listen. */
export const alertSentence = (alert: Alert, board: BoardState, language: Language): string =>
  `${textsIn(language).alertKinds[alert.kind]}: ${subjectOf(alert, board, language)}, ${reasonOf(alert, language)}`;

function subjectOf(alert: Alert, { windows }: BoardState, language: Language): string {
  if (alert.kind === "SEAL") return alert.seal.documentNo;
  if (alert.kind === "GUIDE") return alert.notice.matter ? nameIn(language, alert.notice.matter) : alert.notice.id;
  if (alert.kind === "TERMINAL") return nameIn(language, alert.terminal);
  if (alert.kind !== "VACANCY") return alert.card.matter ? nameIn(language, alert.card.matter) : alert.card.caseNo;
  const { windowId, post } = alert.vacancy;
  const window = windows.find(({ id }) => id === windowId);
  return window && language === "en" ? window.nameEn : post; // a post is named after its window, in Chinese
}

function reasonOf(alert: Alert, language: Language): string {
  const texts = textsIn(language);
  if (alert.kind === "VACANCY") return texts.vacantSince(timeOf(alert.vacancy.since));
  if (alert.kind === "TERMINAL") return texts.silentSince(timeOf(alert.terminal.since));
  if (alert.kind === "SEAL")
    return texts.sealedAt(timeOf(alert.seal.at), alert.seal.alert?.irregularity === "NO_RIGHT");
  if (alert.kind === "GUIDE")
    return texts.notAcknowledged(alert.notice.window && nameIn(language, alert.notice.window));
  const { caseNo, dueOn } = alert.card;
  const day = dueOn ? shortDay(dueOn, language) : "";
  return `${runningNumber(caseNo)} · ${alert.kind === "OVERDUE" ? texts.dueSince(day) : texts.due(day)}`;
}
