import { CASE_ALERTS, CASE_EVENTS, CATALOGUE_NEWS, DUTY_EVENTS, QUEUE_EVENTS } from "./documents.js";

/** A document of two operations: what is followed, and how that stands. */
export interface StreamDocument {
  readonly query: string;
  readonly operationName: string;
  readonly resync: string;
}

export const streams = {
  cases: { query: CASE_EVENTS, operationName: "BoardCaseEvents", resync: "BoardCasesNow" },
  queue: { query: QUEUE_EVENTS, operationName: "BoardQueueEvents", resync: "BoardQueueNow" },
  duty: { query: DUTY_EVENTS, operationName: "BoardDutyEvents", resync: "BoardDutyNow" },
  alerts: { query: CASE_ALERTS, operationName: "BoardCaseAlerts", resync: "BoardDesk" },
  catalogue: { query: CATALOGUE_NEWS, operationName: "BoardCatalogueNews", resync: "BoardDesk" },
} as const satisfies Record<string, StreamDocument>;
