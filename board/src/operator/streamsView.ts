import { html, nothing } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { secondsOf } from "../text/officeTime.js";
import type { Paces } from "./paces.js";
import { bytes, duration, rate, whole } from "./quantities.js";
import type { LetGo, Report, Stream } from "./report.js";
import { said, texts } from "./texts.js";

/** Every stream, those with most subscribers first. */
export function streamsView({ streams, at }: Report, paces: Paces | null) {
  return html`
    <section class="streams" aria-labelledby="streams" tabindex="0">
      <h2 id="streams">${said(texts.streams)}</h2>
      <table>
        <thead>
          <tr>
            ${texts.columns.map((name) => html`<th scope="col">${said(name)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${repeat(
            streams,
            ({ id }) => id,
            (stream) => streamView(stream, paces?.events.get(stream.id), at),
          )}
        </tbody>
      </table>
      ${streams.length === 0 ? html`<p class="none">${said(texts.noStreams)}</p>` : nothing}
    </section>
  `;
}

function streamView(stream: Stream, pace: number | undefined, at: string) {
  const [subgraph, field] = stream.log?.split(".") ?? [];
  const since = duration((Date.parse(at) - Date.parse(stream.since)) / 1_000);
  const state = stream.state === "WAITING" ? "WAITING" : mayBeBehind(stream) ? "BEHIND" : "OPEN";
  return html`
    <tr data-stream=${stream.id} data-state=${state}>
      <th scope="row">
        <strong>${stream.operation || field || stream.document}</strong>
        <small>${field ?? said(texts.notResumable)} · <code>${stream.document}</code></small>
      </th>
      <td>${subgraph ?? "–"}</td>
      <td class="state"><em>${said(texts.streamStates[state])}</em><small>${since}</small></td>
      <td class="number">${whole(stream.subscribers)}</td>
      <td class="number">${stream.position ?? "–"}<small>${behind(stream.behindHead)}</small></td>
      <td class="number">${rate(stream.lagMs)}<small>ms</small></td>
      <td class="number">${pace === undefined ? "–" : rate(pace)}<small>${whole(stream.events)}</small></td>
      <td class="number" ?data-grave=${stream.unread > 1_048_576}>${bytes(stream.unread)}</td>
      <td class="number" ?data-grave=${stream.interruptions > 0}>${whole(stream.interruptions)}</td>
    </tr>
  `;
}

/** It began at a cursor and is not known to have met the log's end; what lies between may concern others only. */
const mayBeBehind = ({ isCatchingUp, behindHead }: Stream) => isCatchingUp && behindHead !== 0;

const behind = (positions: number | null) =>
  positions === null ? nothing : positions === 0 ? said(texts.atHead) : html`≤ ${whole(positions)}`;

/** Who was let go last. */
export function letGoView({ latestLetGo, letGo }: Report) {
  return html`
    <section class="letGo" aria-labelledby="letGo">
      <h2 id="letGo">${said(texts.letGo)} <span class="count">${whole(letGo)}</span></h2>
      ${latestLetGo.length === 0 ? html`<p class="none">${said(texts.nobodyLetGo)}</p>` : nothing}
      <ol>
        ${latestLetGo.map(clientView)}
      </ol>
    </section>
  `;
}

const clientView = ({ at, way, operations, unread, code }: LetGo) => html`
  <li>
    <time datetime=${at}>${secondsOf(new Date(at))}</time>
    <strong>${operations.filter(Boolean).join(", ") || said(texts.unnamed)}</strong>
    <span><code>${code ?? "–"}</code> ${texts.ways[way]} · ${bytes(unread)}</span>
  </li>
`;
