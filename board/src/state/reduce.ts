import type {
  CaseEventAnswer,
  DutyAnswer,
  DutyEventAnswer,
  LiveEvent,
  QueueEventAnswer,
  WindowQueueAnswer,
} from "../graph/answers.js";
import type { BoardState, WindowState } from "./boardState.js";
import { afterStep } from "./caseCards.js";
import { isAfter } from "./cursor.js";
import { withNews } from "./news.js";
import { caseNews, dutyNews, queueNews } from "./newsOf.js";
import { silentTerminalOf, vacancyOf } from "./snapshot.js";

/**
 * The board after one event. An event at or before the last one of its stream changes nothing, so a stream may be
 * taken up again at any earlier place; the streams touch different parts, so they may come in any order among each
 * other.
 */
export function reduce(state: BoardState, { stream, event }: LiveEvent): BoardState {
  if (!isAfter(event.cursor, state.cursors[stream])) return state;
  const followed = { ...state, cursors: { ...state.cursors, [stream]: event.cursor } };
  switch (stream) {
    case "cases":
      return afterCaseEvent(followed, event);
    case "queue":
      return afterQueueEvent(followed, event);
    case "duty":
      return afterDutyEvent(followed, event);
  }
}

function afterCaseEvent(state: BoardState, event: CaseEventAnswer): BoardState {
  return {
    ...state,
    cases: afterStep(state.cases, event),
    counts: event.outlet.caseCounts,
    news: { ...state.news, cases: withNews(state.news.cases, caseNews(event)) },
  };
}

function afterQueueEvent(state: BoardState, event: QueueEventAnswer): BoardState {
  const { window } = event;
  return {
    ...state,
    windows: window ? withQueue(state.windows, window) : state.windows,
    news: { ...state.news, queue: withNews(state.news.queue, queueNews(event)) },
  };
}

function afterDutyEvent(state: BoardState, event: DutyEventAnswer): BoardState {
  return {
    ...(event.outlet ? withDuty(state, event.outlet) : state),
    news: { ...state.news, duty: withNews(state.news.duty, dutyNews(event)) },
  };
}

/** Who serves and which terminals are silent, as the graph has just read it. */
export function withDuty(state: BoardState, duty: DutyAnswer): BoardState {
  const read = new Map(duty.windows.map((window) => [window.id, window]));
  return {
    ...state,
    outlet: { ...state.outlet, openNow: duty.openNow, opensNext: duty.opensNext },
    windows: state.windows.map((window) => ({ ...window, ...dutyOf(read.get(window.id) ?? window) })),
    vacancies: duty.vacancies.flatMap(vacancyOf),
    terminals: duty.offlineTerminals.flatMap(silentTerminalOf),
  };
}

const dutyOf = ({ state, serving }: Pick<WindowState, "state" | "serving">) => ({ state, serving });

/** The windows with one's queue as the graph has just read it. */
export const withQueue = (windows: readonly WindowState[], { id, waiting, visits }: WindowQueueAnswer) =>
  windows.map((window) => (window.id === id ? { ...window, waiting, visits } : window));
