import type { Caller } from "@yimen/kernel/caller";
import { DomainError } from "@yimen/kernel/errors";

/** What a channel's adapter holds: it takes reminders and says that it has. */
export const REMINDER_SCOPE = "reminders:deliver";

/** Reminders are handed to the channels' adapters only. */
export class ReminderAdapterOnly extends DomainError {
  readonly code = "REMINDER_ADAPTER_ONLY";
  constructor() {
    super({
      zh: "提醒仅交由登记的推送渠道发送;请使用渠道身份。",
      en: "Reminders are handed to registered channels only; come with a channel's credential.",
    });
  }
}

export const isReminderAdapter = ({ kind, scopes }: Caller): boolean =>
  kind === "SERVICE" || (kind === "STAFF" && scopes.includes(REMINDER_SCOPE));

/** @throws ReminderAdapterOnly */
export function requireReminderAdapter(caller: Caller): void {
  if (!isReminderAdapter(caller)) throw new ReminderAdapterOnly();
}
