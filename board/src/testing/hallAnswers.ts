import type {
  CaseAnswer,
  CaseEventAnswer,
  DutyAnswer,
  DutyEventAnswer,
  LiveEvent,
  QueueEventAnswer,
  WindowQueueAnswer,
} from "../graph/answers.js";
import type { CaseCounts } from "../state/boardState.js";
import type { Snapshot } from "../state/snapshot.js";
import { isPaused } from "../state/stages.js";
import type { Hall, HallEntry } from "./hall.js";
import type { HallCase, HallWindow } from "./hallFixtures.js";

/** What the graph would answer about the hall as it stands now. Events too are completed with the present, as there. */
export const outlet = {
  id: "hall",
  name: "桃山区政务服务大厅",
  nameEn: "Taoshan Government Service Hall",
  kind: "CENTRE",
};

export const headsOf = ({ caseLog, dutyLog }: Hall) => ({
  caseLogHead: String(caseLog.length),
  dutyLogHead: String(dutyLog.length),
});

export const caseAnswer = (found: HallCase): CaseAnswer => ({
  ...found,
  openedAt: found.openedAt.toISOString(),
  closedAt: found.closedAt?.toISOString() ?? null,
  dueOn: found.step >= 0 ? "2026-03-09" : null,
  window: found.windowId === null ? null : { id: found.windowId },
});

export function countsOf({ cases }: Hall): CaseCounts {
  const count = (counts: (found: HallCase) => boolean) => [...cases.values()].filter(counts).length;
  return {
    open: count(({ closedAt }) => closedAt === null),
    overdue: count(({ overdue, status }) => overdue && (status === "ACCEPTED" || status === "UNDER_REVIEW")),
    paused: count(({ status }) => isPaused(status)),
    deliveredToday: count(({ status }) => status === "DELIVERED"),
  };
}

export const queueOf = ({ id, waiting, visits }: HallWindow): WindowQueueAnswer => ({
  id,
  waiting: [...waiting],
  visits: [...visits],
});

export const dutyOf = ({ windows, terminals }: Hall): DutyAnswer => ({
  openNow: true,
  opensNext: "2026-03-02T05:30:00.000Z",
  windows: windows.map(({ id, state, serving }) => ({ id, state, serving: [...serving] })),
  vacancies: windows.flatMap(({ id, name, vacantSince }) =>
    vacantSince
      ? [{ post: { id: `${id}-a`, name: `${name} A岗`, window: { id } }, startedAt: vacantSince.toISOString() }]
      : [],
  ),
  offlineTerminals: [...terminals].map(([id, since]) => ({
    ...{ id, name: `自助终端${id}`, nameEn: `Terminal ${id}` },
    offlineSince: since.toISOString(),
  })),
});

/** An event of the log as it would be sent now. */
export function eventOf(hall: Hall, entry: HallEntry): LiveEvent {
  switch (entry.stream) {
    case "cases":
      return { stream: "cases", event: caseEventOf(hall, entry) };
    case "queue":
      return { stream: "queue", event: queueEventOf(hall, entry) };
    case "duty":
      return { stream: "duty", event: dutyEventOf(hall, entry) };
  }
}

const common = ({ position, type, at }: HallEntry) => ({ cursor: String(position), type, at: at.toISOString() });

function caseEventOf(hall: Hall, entry: HallEntry): CaseEventAnswer {
  const found = hall.cases.get(entry.caseId as string) as HallCase;
  const [serving] = hall.windows.find(({ id }) => id === entry.windowId)?.serving ?? [];
  return {
    ...common(entry),
    committedAt: entry.committedAt.toISOString(),
    version: entry.version,
    statusAfter: entry.statusAfter,
    caseId: found.id,
    percent: entry.percent,
    case: caseAnswer(found),
    window: entry.windowId === null ? null : { id: entry.windowId },
    by: serving?.officer ? { officer: serving.officer, actingFor: serving.actingFor } : null,
    outlet: { caseCounts: countsOf(hall) },
  };
}

function queueEventOf({ windows }: Hall, entry: HallEntry): QueueEventAnswer {
  const ticket = entry.ticket === null ? null : { number: entry.ticket };
  return {
    ...common(entry),
    window: queueOf(windows.find(({ id }) => id === entry.windowId) as HallWindow),
    ticket,
    visit: null,
  };
}

function dutyEventOf(hall: Hall, entry: HallEntry): DutyEventAnswer {
  const window = hall.windows.find(({ id }) => id === entry.windowId);
  return {
    ...common(entry),
    committedAt: entry.committedAt.toISOString(),
    window: window ? { id: window.id } : null,
    post: window ? { name: `${window.name} A岗` } : null,
    staffMember: window?.serving[0]?.officer ?? null,
    actingFor: window?.serving[0]?.actingFor ?? null,
    outlet: dutyOf(hall),
  };
}

/** Everything a board reads before it follows. */
export function snapshotOf(hall: Hall): Snapshot {
  const heads = headsOf(hall);
  return {
    heads: { cases: heads.caseLogHead, queue: heads.caseLogHead, duty: heads.dutyLogHead },
    outlet: outletOf(hall),
    cases: [...hall.cases.values()].filter(({ status }) => status !== "WITHDRAWN").map(caseAnswer),
    crowded: false,
  };
}

export const outletOf = (hall: Hall): Snapshot["outlet"] => ({
  ...outlet,
  ...dutyOf(hall),
  caseCounts: countsOf(hall),
  windows: hall.windows.map((window) => ({ ...window, ...queueOf(window), serving: [...window.serving] })),
});
