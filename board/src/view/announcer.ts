import { alertsOf } from "../state/alerts.js";
import type { BoardState } from "../state/boardState.js";
import { latestNews, type News, newsKey } from "../state/news.js";
import { textsIn } from "../text/language.js";
import { dayOf, secondsOf } from "../text/officeTime.js";
import { alertSentence } from "./alertsView.js";
import { newsSentence } from "./newsView.js";
import type { Screen } from "./screen.js";

const PAUSE = 4_000; // ms between two polite announcements, so that a busy hall can be listened to
const REMEMBERED = 24; // events

/** Where a screen reader hears of things: in its own time, or at once. */
export interface Voices {
  readonly polite: HTMLElement;
  readonly assertive: HTMLElement;
}

type SaysOf = (screen: Screen, board: BoardState) => void;

/** Tells those who listen: events politely and gathered, alerts and the connection at once. */
export function createAnnouncer({ polite, assertive }: Voices, now: () => number): (screen: Screen) => void {
  const sayConnection = connectionSpeaker((text) => {
    assertive.textContent = text;
  });
  let outletId: string | null = null;
  let speakers: SaysOf[] = [];
  return (screen) => {
    const { board } = screen;
    sayConnection(screen);
    if (!board) return;
    if (board.outlet.id !== outletId) {
      outletId = board.outlet.id;
      speakers = [alertSpeaker(assertive, screen, board), newsSpeaker(polite, board, now)];
    } else for (const say of speakers) say(screen, board);
  };
}

function connectionSpeaker(speak: (text: string) => void): (screen: Screen) => void {
  let known = "CONNECTING";
  return ({ connection: { state }, language, asOf }) => {
    if (state === known) return;
    if (state === "LOST") speak(textsIn(language).lost(asOf ? secondsOf(asOf) : ""));
    else if (known === "LOST") speak(textsIn(language).back);
    known = state;
  };
}

function alertSpeaker(voice: HTMLElement, first: Screen, board: BoardState): SaysOf {
  const standing = ({ now, desk }: Screen, shown: BoardState) => alertsOf(shown, now ? dayOf(now) : "", desk);
  let known = new Set(standing(first, board).map(({ key }) => key));
  return (screen, shown) => {
    const alerts = standing(screen, shown);
    const added = alerts.filter(({ key }) => !known.has(key));
    known = new Set(alerts.map(({ key }) => key));
    if (added.length === 0) return;
    voice.textContent = added.map((alert) => alertSentence(alert, shown, screen.language)).join("; ");
  };
}

function newsSpeaker(voice: HTMLElement, board: BoardState, now: () => number): SaysOf {
  const keysOf = (news: readonly News[]) => new Set(news.map(newsKey));
  let heard = keysOf(latestNews(board.news, REMEMBERED));
  let spokeAt = Number.NEGATIVE_INFINITY;
  return ({ language }, shown) => {
    if (now() - spokeAt < PAUSE) return;
    const latest = latestNews(shown.news, REMEMBERED);
    const fresh = latest.filter((one) => !heard.has(newsKey(one)));
    if (!fresh[0]) return;
    voice.textContent = textsIn(language).announced(fresh.length, newsSentence(fresh[0], shown, language));
    heard = keysOf(latest);
    spokeAt = now();
  };
}
