import { html } from "lit-html";
import type { BoardState } from "../state/boardState.js";
import type { Texts } from "../text/zh.js";

/** The five numbers of the hall. */
export function numbersView({ windows, counts }: BoardState, texts: Texts) {
  const waiting = windows.reduce((sum, window) => sum + window.waiting.length, 0);
  return html`
    <section class="numbers" aria-labelledby="numbers">
      <h2 id="numbers" class="unseen">${texts.numbers}</h2>
      <dl>
        ${number("waiting", texts.waiting, waiting)} ${number("open", texts.running, counts.open)}
        ${number("paused", texts.paused, counts.paused)} ${number("overdue", texts.overdue, counts.overdue)}
        ${number("delivered", texts.deliveredToday, counts.deliveredToday)}
      </dl>
    </section>
  `;
}

const number = (kind: string, name: string, value: number) => html`
  <div data-kind=${kind} ?data-none=${value === 0}>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>
`;
