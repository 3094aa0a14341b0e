import { html, nothing, type TemplateResult } from "lit-html";
import { textsIn } from "../text/language.js";
import { dayOf, secondsOf } from "../text/officeTime.js";
import { alertsView } from "./alertsView.js";
import { flowView } from "./flowView.js";
import { headerView } from "./headerView.js";
import { newsView } from "./newsView.js";
import { numbersView } from "./numbersView.js";
import type { Actions, Screen } from "./screen.js";
import { windowsView } from "./windowsView.js";

/** The whole page. */
export function boardView(screen: Screen, actions: Actions): TemplateResult {
  const texts = textsIn(screen.language);
  return html`
    <a class="skip" href="#windows">${texts.skip}</a>
    ${headerView(screen, actions)}
    ${noticeView(screen)}
    <main class="hall" data-connection=${screen.connection.state} aria-busy=${screen.board ? "false" : "true"}>
      ${hallView(screen)}
    </main>
  `;
}

function hallView({ board, language, now, unknown, outletId, desk }: Screen) {
  const texts = textsIn(language);
  if (!board) return html`<p class="starting">${unknown ? texts.noSuchOutlet(outletId ?? "") : texts.starting}</p>`;
  const today = now ? dayOf(now) : "";
  return html`
    ${numbersView(board, texts)}
    ${windowsView(board, language)}
    ${flowView(board, language, today)}
    <div class="side">${alertsView(board, language, today, desk)} ${newsView(board, language)}</div>
  `;
}

function noticeView({ language, connection, asOf, frozen }: Screen) {
  const texts = textsIn(language);
  if (connection.state === "LOST") {
    return html`<p class="notice lost">${texts.lost(asOf ? secondsOf(asOf) : "")}</p>`;
  }
  return frozen ? html`<p class="notice">${texts.frozen}</p>` : nothing;
}
