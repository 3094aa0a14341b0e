import { html, nothing } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { htmlLang, nameIn, textsIn } from "../text/language.js";
import { dayOf, longDayOf, secondsOf, shortDay, timeOf } from "../text/officeTime.js";
import { lagView } from "./lagView.js";
import type { Actions, Screen } from "./screen.js";

/** Where this is, whether it is live, what time it is, and the few things a viewer can change. */
export function headerView(screen: Screen, actions: Actions) {
  const { board, language, connection, now } = screen;
  const texts = textsIn(language);
  return html`
    <header>
      <div class="place">
        <h1>${board ? nameIn(language, board.outlet) : texts.board}</h1>
        <p>${board ? html`${texts.board} · ${doorsView(screen)}` : nothing}</p>
      </div>
      <div class="line">
        <p class="connection" data-state=${connection.state}>${texts.connection[connection.state]}</p>
        ${lagView(screen.lag, texts)}
      </div>
      <p class="clock">
        ${
          now
            ? html`<time datetime=${now.toISOString()}>${secondsOf(now)}</time><span>${longDayOf(now, language)}</span>`
            : nothing
        }
      </p>
      ${toolsView(screen, actions)}
    </header>
  `;
}

function doorsView({ board, language, now }: Screen) {
  const texts = textsIn(language);
  if (!board) return nothing;
  const { openNow, opensNext } = board.outlet;
  if (openNow) return html`<span class="doors open">${texts.open}</span>`;
  const today = now !== null && opensNext !== null && dayOf(opensNext) === dayOf(now);
  const opens = opensNext && `${today ? "" : `${shortDay(dayOf(opensNext), language)} `}${timeOf(opensNext)}`;
  return html`<span class="doors">${texts.closed}${opens ? ` · ${texts.opensNext(opens)}` : ""}</span>`;
}

function toolsView({ outlets, outletId, language, frozen }: Screen, actions: Actions) {
  const texts = textsIn(language);
  const other = language === "zh" ? "en" : "zh";
  return html`
    <nav class="tools" aria-label=${texts.tools}>
      <select aria-label=${texts.outlet} @change=${({ target }: Event) => actions.chooseOutlet((target as HTMLSelectElement).value)}>
        ${repeat(
          outlets,
          ({ id }) => id,
          (outlet) =>
            html`<option value=${outlet.id} ?selected=${outlet.id === outletId}>${nameIn(language, outlet)}</option>`,
        )}
      </select>
      <button type="button" lang=${htmlLang[other]} @click=${actions.switchLanguage}>${texts.otherLanguage}</button>
      <button type="button" aria-pressed=${frozen} @click=${actions.toggleFrozen}>${frozen ? texts.unfreeze : texts.freeze}</button>
      <button type="button" @click=${actions.fullScreen}>${texts.fullScreen}</button>
    </nav>
  `;
}
