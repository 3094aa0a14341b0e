import type { Reminder } from "./case.js";

/** What somebody who oversees is told of at once (R126, R131, I-K22). */
export const alertKinds = [
  "PROMISE_WARNING",
  "DEFERRAL_EXPIRING",
  "DEFERRAL_EXPIRED",
  "RESULT_NOT_DELIVERED",
  "CASE_URGED",
  "SUPPORT_REQUESTED",
  "SUPPORT_ANSWERED",
  "SEAL_IRREGULAR",
  "SEAL_ALERT_CLOSED",
] as const;
export type AlertKind = (typeof alertKinds)[number];

const kinds: Readonly<Record<string, AlertKind>> = {
  WarningRaised: "PROMISE_WARNING",
  CaseUrged: "CASE_URGED",
  SupportRequested: "SUPPORT_REQUESTED",
  SupportAnswered: "SUPPORT_ANSWERED",
  CaseTerminated: "DEFERRAL_EXPIRED",
  SealAlertRaised: "SEAL_IRREGULAR",
  SealAlertClosed: "SEAL_ALERT_CLOSED",
};

/** What an entry of the log alerts to; `null` for nothing. */
export function alertKind({ type, data }: { readonly type: string; readonly data: unknown }): AlertKind | null {
  if (type !== "ReminderRaised") return kinds[type] ?? null;
  return (data as { about: Reminder }).about === "DEFERRAL" ? "DEFERRAL_EXPIRING" : "RESULT_NOT_DELIVERED";
}
