import { html } from "lit-html";
import type { Lag } from "../measure/lagMeter.js";
import type { Texts } from "../text/zh.js";

/** How long events take from commit to screen. */
export function lagView(lag: Lag | null, texts: Texts) {
  if (!lag) return html`<p class="lag"><span>${texts.lag}</span> ${texts.noLag}</p>`;
  return html`
    <p class="lag" title=${texts.lagHelp} data-events=${lag.events}>
      <span>${texts.lag}</span>
      ${measure(texts.lagLast, lag.last)} ${measure(texts.lagMedian, lag.median)} ${measure(texts.lagP95, lag.p95)}
    </p>
  `;
}

const measure = (name: string, value: number) =>
  html`<span class="measure">${name} <data value=${value}>${Math.round(value)} ms</data></span>`;
