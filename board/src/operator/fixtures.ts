import type { Report, Stream } from "./report.js";

/** Reports for tests; what is not given does not matter. */
export const aStream = (given: Partial<Stream>): Stream => ({
  id: 1,
  operation: "BoardCaseEvents",
  document: "5f1c2a90",
  log: "cases.caseEvents",
  state: "OPEN",
  since: "2026-03-02T00:30:00.000Z",
  isCatchingUp: false,
  subscribers: 1,
  subscribersBy: { websocket: 1, "event-stream": 0, multipart: 0 },
  unread: 0,
  position: "1200",
  behindHead: 0,
  events: 0,
  interruptions: 0,
  lagMs: 0.4,
  ...given,
});

export const aReport = ({
  upSeconds = 3_600,
  cpuSeconds = 60,
  ...given
}: Partial<Report> & { readonly upSeconds?: number; readonly cpuSeconds?: number }): Report => ({
  at: "2026-03-02T01:00:00.000Z",
  streams: [],
  subscribers: 0,
  sockets: 0,
  letGo: 0,
  latestLetGo: [],
  graph: {
    id: "0a1b2c3d4e5f",
    since: "2026-03-02T00:30:00.000Z",
    reloads: 0,
    subgraphs: ["cases", "catalogue", "evaluation", "staff"],
  },
  process: {
    upSeconds,
    residentBytes: 187_000_000,
    heapBytes: 74_000_000,
    cpuSeconds,
    busy: 0.12,
    delayMs: { p50: 0.1, p99: 2.4, max: 11 },
  },
  ...given,
});

const at = (seconds: number) => new Date(Date.parse("2026-03-02T01:01:00Z") + seconds * 1_000).toISOString();

/** A gateway with all that can be worth seeing. */
export function aBusyReport(second: number): Report {
  const streams: Stream[] = [
    aStream({
      id: 1,
      subscribers: 8_412,
      subscribersBy: { websocket: 8_390, "event-stream": 20, multipart: 2 },
      events: 120 + second * 4,
      position: "48213",
      lagMs: 61.3,
      unread: 48_211,
    }),
    aStream({
      id: 2,
      operation: "BoardQueueEvents",
      log: "cases.queueEvents",
      document: "9be1077c",
      subscribers: 1_204,
      events: 88 + second,
      position: "48213",
      behindHead: 3,
      unread: 0,
    }),
    aStream({
      id: 3,
      operation: "BoardDutyEvents",
      log: "staff.dutyEvents",
      document: "c2f00d41",
      state: "WAITING",
      since: at(second - 42),
      subscribers: 1_204,
      events: 12,
      position: "3391",
      behindHead: null,
      interruptions: 4,
      lagMs: 2.2,
    }),
    aStream({
      id: 4,
      operation: "WindowScreen",
      document: "77aa01b3",
      isCatchingUp: true,
      since: at(second - 7),
      subscribers: 31,
      events: 2_210 + second * 310,
      position: "39120",
      behindHead: 9_093,
      unread: 2_400_000,
      lagMs: 8.1,
    }),
    aStream({
      id: 5,
      operation: "",
      log: "evaluation.complaintEvents",
      isCatchingUp: true,
      document: "0d9e2b6f",
      subscribers: 3,
      events: 4,
      position: "871",
    }),
  ];
  return aReport({
    at: at(second),
    streams,
    subscribers: 10_854,
    sockets: 10_911,
    letGo: 7,
    latestLetGo: [
      {
        at: at(second - 30),
        way: "websocket",
        operations: ["BoardCaseEvents", "BoardQueueEvents"],
        unread: 1_050_112,
        code: 1013,
      },
      { at: at(second - 410), way: "event-stream", operations: ["WindowScreen"], unread: 1_311_020, code: null },
      { at: at(second - 800), way: "multipart", operations: [""], unread: 1_090_000, code: null },
    ],
    upSeconds: 93_000 + second,
    cpuSeconds: 4_000 + second * 0.37,
  });
}
