/** What somebody who oversees is told of at once (R126, R131, I-K22). */
export const alertKinds = ["PROMISE_WARNING", "DEFERRAL_EXPIRED", "SEAL_IRREGULAR", "SEAL_ALERT_CLOSED"] as const;
export type AlertKind = (typeof alertKinds)[number];

const kinds: Readonly<Record<string, AlertKind>> = {
  WarningRaised: "PROMISE_WARNING",
  CaseTerminated: "DEFERRAL_EXPIRED",
  SealAlertRaised: "SEAL_IRREGULAR",
  SealAlertClosed: "SEAL_ALERT_CLOSED",
};

/** What an entry of the log alerts to; `null` for nothing. */
export const alertKind = ({ type }: { readonly type: string }): AlertKind | null => kinds[type] ?? null;
