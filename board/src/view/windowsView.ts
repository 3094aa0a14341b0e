import { html, nothing } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import type { BoardState, Serving, WindowState } from "../state/boardState.js";
import { type Language, nameIn, textsIn } from "../text/language.js";
import { headingView } from "./headingView.js";

const SHOWN_NEXT = 4; // tickets
const SHOWN_NOW = 3; // visits
const MANY = 8; // windows that fit at full size

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
        ${
          window.state === "VACANT"
            ? html`<p class="nobody">${texts.nobody}</p>`
            : window.serving.map((serving) => deskView(serving, language))
        }
      </div>
      ${waitingView(window, language)}
    </li>
  `;
}

/** The numbers at the desks, the one called last first. */
function nowServedView({ visits, state }: WindowState, language: Language) {
  const texts = textsIn(language);
  const latest = visits.slice(-SHOWN_NOW).reverse();
  if (latest.length === 0) {
    return html`<p class="now" data-idle data-words><strong>${state === "OPEN" ? texts.nobodyServed : "—"}</strong></p>`;
  }
  return html`
    <p class="now" data-count=${latest.length} ?data-words=${latest.every(({ ticket }) => !ticket)}>
      <span class="unseen">${texts.serving}</span>
      ${latest.map(({ ticket }) => html`<strong data-lane=${ticket?.lane ?? nothing}>${ticket?.number ?? texts.withoutTicket}</strong>`)}
    </p>
  `;
}

function deskView({ officer, actingFor }: Serving, language: Language) {
  const texts = textsIn(language);
  if (!officer) return nothing;
  return html`
    <p>
      <span class="unseen">${texts.servedBy}</span> ${nameIn(language, officer)}
      ${actingFor ? html`<span class="stand-in">${texts.standsInFor(nameIn(language, actingFor))}</span>` : nothing}
    </p>
  `;
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
