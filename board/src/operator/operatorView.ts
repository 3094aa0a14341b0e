import { html, nothing, svg } from "lit-html";
import { secondsOf } from "../text/officeTime.js";
import type { OperatorActions, OperatorScreen } from "./operatorScreen.js";
import { bytes, duration, rate, whole } from "./quantities.js";
import type { Report } from "./report.js";
import { letGoView, streamsView } from "./streamsView.js";
import { said, texts } from "./texts.js";

export function operatorView(screen: OperatorScreen, actions: OperatorActions) {
  const { report, state } = screen;
  return html`
    ${headerView(screen, actions)}
    ${state === "LOST" && screen.lostAt ? html`<p class="notice" role="alert">${said(texts.lostSince)} ${secondsOf(screen.lostAt)}</p>` : nothing}
    <main data-state=${state} ?data-old=${state === "LOST"}>
      ${state === "REFUSED" ? tokenView(screen, actions) : nothing}
      ${state === "CONNECTING" ? html`<p class="starting">${said(texts.starting)}</p>` : nothing}
      ${report ? html`${tilesView(screen, report)}${streamsView(report, screen.paces)}${letGoView(report)}` : nothing}
    </main>
  `;
}

function headerView({ state, report }: OperatorScreen, { enter }: OperatorActions) {
  return html`
    <header>
      <h1>${said(texts.title)}</h1>
      <p class="connection" data-state=${state}>${said(texts.states[state])}</p>
      ${
        report
          ? html`
              <dl class="graph">
                <div><dt>${said(texts.graph)}</dt><dd><code>${report.graph.id}</code></dd></div>
                <div><dt>${said(texts.graphSince)}</dt><dd>${secondsOf(new Date(report.graph.since))}</dd></div>
                <div><dt>${said(texts.reloads)}</dt><dd>${whole(report.graph.reloads)}</dd></div>
                <div><dt>${said(texts.subgraphs)}</dt><dd>${report.graph.subgraphs.join(" · ")}</dd></div>
              </dl>
              <time datetime=${report.at}>${secondsOf(new Date(report.at))}</time>
              <button type="button" @click=${() => enter("")}>${said(texts.forget)}</button>
            `
          : nothing
      }
    </header>
  `;
}

function tokenView({ refused }: OperatorScreen, { enter }: OperatorActions) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    enter(String(new FormData(event.target as HTMLFormElement).get("token") ?? ""));
  };
  return html`
    <form class="token" @submit=${submit}>
      <h2>${said(texts.tokenNeeded)}</h2>
      ${refused === "WRONG" ? html`<p role="alert">${said(texts.tokenWrong)}</p>` : nothing}
      <label for="token">${said(texts.token)}</label>
      <input id="token" name="token" type="password" autocomplete="off" spellcheck="false" required />
      <button type="submit">${said(texts.enter)}</button>
      <p class="soft">${said(texts.tokenHelp)}</p>
      <p class="soft"><code>npm run token -- --as operator</code></p>
    </form>
  `;
}

function tilesView({ paces, curve }: OperatorScreen, { streams, process, ...report }: Report) {
  const waiting = streams.filter(({ state }) => state === "WAITING").length;
  const unread = streams.reduce((sum, stream) => sum + stream.unread, 0);
  const by = (way: "websocket" | "event-stream" | "multipart") =>
    whole(streams.reduce((sum, { subscribersBy }) => sum + subscribersBy[way], 0));
  const ways = `WS ${by("websocket")} · SSE ${by("event-stream")} · multipart ${by("multipart")}`;
  const { p50, max, p99 } = process.delayMs;
  return html`
    <section class="tiles" aria-label=${texts.overview.join(" ")}>
      ${tile("subscribers", texts.subscribers, whole(report.subscribers), ways)}
      ${tile("sockets", texts.sockets, whole(report.sockets), said(texts.socketsHelp))}
      ${tile("streams", texts.streams, whole(streams.length), html`${said(texts.waitingStreams)} ${waiting}`, waiting > 0)}
      ${tile("deliveries", texts.deliveries, paces ? rate(paces.deliveries) : "–", curveView(curve))}
      ${tile("unread", texts.unread, bytes(unread), said(texts.unreadHelp), unread > 1_048_576)}
      ${tile("letGo", texts.letGo, whole(report.letGo), said(texts.letGoHelp), isRecent(report))}
      ${tile("memory", texts.memory, bytes(process.residentBytes), html`${said(texts.heap)} ${bytes(process.heapBytes)}`)}
      ${tile("delay", texts.delay, `${rate(p99)} ms`, html`p50 ${rate(p50)} · max ${rate(max)}`, p99 > 100)}
      ${tile(
        "processor",
        texts.processor,
        paces ? `${Math.round(paces.cores * 100)} %` : "–",
        html`${said(texts.up)} ${duration(process.upSeconds)}`,
        process.busy > 0.9,
      )}
    </section>
  `;
}

const RECENT = 600_000; // 10 minutes

/** Whether somebody was let go lately; what is long ago needs nobody's eye. */
const isRecent = ({ at, latestLetGo: [latest] }: Pick<Report, "at" | "latestLetGo">) =>
  latest !== undefined && Date.parse(at) - Date.parse(latest.at) < RECENT;

const tile = (kind: string, name: readonly [string, string], value: string, beside: unknown, isGrave = false) => html`
  <div class="tile" data-kind=${kind} ?data-grave=${isGrave}>
    <h2>${said(name)}</h2>
    <strong>${value}</strong>
    <p>${beside}</p>
  </div>
`;

const WIDTH = 180;
const HEIGHT = 28;

/** The last minutes' deliveries, as a line from the left to the right. */
function curveView(curve: readonly number[]) {
  const highest = Math.max(1, ...curve);
  const step = WIDTH / Math.max(1, curve.length - 1);
  const points = curve.map(
    (value, index) => `${(index * step).toFixed(1)},${(HEIGHT - (value / highest) * (HEIGHT - 2)).toFixed(1)}`,
  );
  return html`
    <svg class="curve" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label=${texts.curve.join(" ")}>
      ${svg`<polyline points=${points.join(" ")}></polyline>`}
    </svg>
  `;
}
