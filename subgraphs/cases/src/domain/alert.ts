import type { Case, Reminder } from "./case.js";

/** What somebody who oversees is told of at once (R126, R131, I-K22). */
export const alertKinds = [
  "ONLINE_WAITING",
  "PROMISE_WARNING",
  "DEFERRAL_EXPIRING",
  "DEFERRAL_EXPIRED",
  "RESULT_NOT_DELIVERED",
  "INSTANT_NOT_CLOSED",
  "RESULT_NOT_FED_BACK",
  "CASE_REFERRED",
  "OPINION_REQUESTED",
  "OPINION_OVERDUE",
  "CASE_URGED",
  "SUPPORT_REQUESTED",
  "SUPPORT_ANSWERED",
  "BLOCKER_RAISED",
  "BLOCKER_ESCALATED",
  "BLOCKER_RESOLVED",
  "SEAL_IRREGULAR",
  "SEAL_ALERT_CLOSED",
] as const;
export type AlertKind = (typeof alertKinds)[number];

const kinds: Readonly<Record<string, AlertKind>> = {
  WarningRaised: "PROMISE_WARNING",
  CaseUrged: "CASE_URGED",
  AnswerRequested: "CASE_REFERRED",
  OpinionRequested: "OPINION_REQUESTED",
  SupportRequested: "SUPPORT_REQUESTED",
  SupportAnswered: "SUPPORT_ANSWERED",
  CaseTerminated: "DEFERRAL_EXPIRED",
  BlockerRaised: "BLOCKER_RAISED",
  BlockerEscalated: "BLOCKER_ESCALATED",
  BlockerResolved: "BLOCKER_RESOLVED",
  SealAlertRaised: "SEAL_IRREGULAR",
  SealAlertClosed: "SEAL_ALERT_CLOSED",
};

const reminded: Record<Reminder, AlertKind> = {
  DEFERRAL: "DEFERRAL_EXPIRING",
  DELIVERY: "RESULT_NOT_DELIVERED",
  INSTANT: "INSTANT_NOT_CLOSED",
  FEEDBACK: "RESULT_NOT_FED_BACK",
  OPINION: "OPINION_OVERDUE",
};

/** What an entry of the log alerts to; `null` for nothing. */
export function alertKind({ type, data }: { readonly type: string; readonly data: unknown }): AlertKind | null {
  if (type === "CaseOpened") return (data as { opened: Case }).opened.online ? "ONLINE_WAITING" : null;
  return type === "ReminderRaised" ? reminded[(data as { about: Reminder }).about] : (kinds[type] ?? null);
}
