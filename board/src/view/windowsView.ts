import { html, nothing } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import type { BoardState, Named, Serving, WindowState } from "../state/boardState.js";
import { type Language, nameIn, textsIn } from "../text/language.js";
import { headingView } from "./headingView.js";

const SHOWN_NEXT = 4; // tickets
const SHOWN_NOW = 3; // visits
const MANY = 6; // windows that fit at full size

/** Every window: who is at the desk, whose number it is, who waits. */
export function windowsView({ windows }: BoardState, language: Language) {
  return html`
    <section class="windows" id="windows" tabindex="-1" aria-labelledby="windows-heading">
      <h2 id="windows-heading">${headingView("windows", language)}</h2>
      <ul ?data-many=${windows.length > MANY}>
        ${repeat(
          windows,
          ({ id }) => id,
          (window) => windowView(window, language),
        )}
      </ul>
    </section>
  `;
}

function windowView(window: WindowState, language: Language) {
  const texts = textsIn(language);
  return html`
    <li class="window" data-window=${window.id} data-state=${window.state}>
      <h3>${nameIn(language, window)}</h3>
      <p class="state">${texts.windowState[window.state]}</p>
      ${nowServedView(window, language)}
      <div class="desks">
        ${window.state === "VACANT" ? html`<p class="nobody">${texts.nobody}</p>` : desksView(window.serving, language)}
      </div>
      ${waitingView(window, language)}
    </li>
  `;
}

/** The numbers at the desks, the one called last first. */
function nowServedView({ visits, state }: WindowState, language: Language) {
  const texts = textsIn(language);
  const tickets = visits
    .flatMap(({ ticket }) => ticket ?? [])
    .slice(-SHOWN_NOW)
    .reverse();
  if (tickets.length === 0) {
    const busy = visits.length > 0;
    const words = busy ? texts.withoutTicket : state === "OPEN" ? texts.nobodyServed : "—";
    return html`<p class="now" data-words ?data-idle=${!busy}><strong>${words}</strong></p>`;
  }
  return html`
    <p class="now" data-count=${tickets.length}>
      <span class="unseen">${texts.serving}</span>
      ${tickets.map(({ number, lane }) => html`<strong data-lane=${lane}>${number}</strong>`)}
    </p>
  `;
}

/** Everybody at the window once, with all for whom they stand in. */
function desksView(serving: readonly Serving[], language: Language) {
  const texts = textsIn(language);
  const people = Map.groupBy(
    serving.filter(({ officer }) => officer),
    ({ officer }) => nameIn(language, officer as Named),
  );
  return [...people].map(([officer, posts]) => {
    const holders = posts.flatMap(({ actingFor }) => (actingFor ? nameIn(language, actingFor) : []));
    return html`
      <p>
        <span class="unseen">${texts.servedBy}</span> ${officer}
        ${holders.map((holder) => html`<span class="stand-in">${texts.standsInFor(holder)}</span>`)}
      </p>
    `;
  });
}

function waitingView({ waiting }: WindowState, language: Language) {
  const texts = textsIn(language);
  return html`
    <p class="waiting" ?data-none=${waiting.length === 0}>${texts.waitingHere(waiting.length)}</p>
    ${
      waiting.length === 0
        ? nothing
        : html`
            <ol class="next" aria-label=${texts.next}>
              ${repeat(
                waiting.slice(0, SHOWN_NEXT),
                ({ id }) => id,
                ({ number, lane }) =>
                  html`<li data-lane=${lane}>${number}${lane === "GREEN" ? greenView(language) : nothing}</li>`,
              )}
            </ol>
          `
    }
  `;
}

const greenView = (language: Language) => html`<span class="unseen"> ${textsIn(language).greenLane}</span>`;
