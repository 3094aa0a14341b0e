import { html, nothing } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import type { BoardState } from "../state/boardState.js";
import { latestNews, type News, newsKey } from "../state/news.js";
import { type Language, nameIn, textsIn } from "../text/language.js";
import { timeOf } from "../text/officeTime.js";
import { runningNumber } from "../text/runningNumber.js";
import { headingView } from "./headingView.js";

const SHOWN = 24;

/** The latest events, the newest on top. */
export function newsView({ news, windows }: BoardState, language: Language) {
  const texts = textsIn(language);
  const latest = latestNews(news, SHOWN);
  const places = new Map(windows.map((window) => [window.id, nameIn(language, window)]));
  return html`
    <section class="news" aria-labelledby="news">
      <h2 id="news">${headingView("news", language)}</h2>
      ${latest.length === 0 ? html`<p class="none">${texts.noNews}</p>` : nothing}
      <ol tabindex="0" aria-labelledby="news">
        ${repeat(latest, newsKey, (one) => itemView(one, places, language))}
      </ol>
    </section>
  `;
}

function itemView(one: News, places: ReadonlyMap<string, string>, language: Language) {
  return html`
    <li data-stream=${one.stream} data-cursor=${one.cursor} data-type=${one.type} data-subject=${one.subject ?? nothing}>
      <time datetime=${one.at}>${timeOf(one.at)}</time>
      <em>${textsIn(language).events[one.type] ?? one.type}</em>
      <strong>${subjectOf(one, language)}</strong>
      <span>${detailsOf(one, places, language)}</span>
    </li>
  `;
}

/** What it is about: the matter, else the ticket or post, else the person. */
function subjectOf({ matter, subject, officer }: News, language: Language): string {
  const named = matter ?? (subject === null ? officer : null);
  return named ? nameIn(language, named) : (subject ?? "");
}

function detailsOf(one: News, places: ReadonlyMap<string, string>, language: Language): string {
  const texts = textsIn(language);
  const officer = one.officer && nameIn(language, one.officer);
  const holder = one.actingFor && nameIn(language, one.actingFor);
  return [
    one.matter && one.subject ? runningNumber(one.subject) : null,
    places.get(one.windowId ?? ""),
    officer && holder ? texts.actsFor(officer, holder) : (officer ?? holder),
    one.percent === null ? null : texts.used(one.percent),
  ]
    .filter((detail) => detail && detail !== subjectOf(one, language))
    .join(" · ");
}

/** An event in one sentence, for those who listen. */
export function newsSentence(one: News, board: BoardState, language: Language): string {
  const places = new Map(board.windows.map((window) => [window.id, nameIn(language, window)]));
  const what = `${textsIn(language).events[one.type] ?? one.type} ${subjectOf(one, language)}`;
  return [what, detailsOf(one, places, language)].filter(Boolean).join(", ");
}
