import { outletAlone, type StaffEvent } from "./staffEvent.js";
import type { Terminal } from "./terminal.js";
import type { TerminalStanding } from "./terminalStanding.js";

type Alerting = Pick<Terminal, "id" | "keeperId" | "heardAt" | "alertedAt">;

const alert = (
  type: "TERMINAL_OFFLINE" | "TERMINAL_ONLINE",
  { id, keeperId }: Alerting,
  at: Date,
  key: string,
): StaffEvent => ({
  ...outletAlone,
  type,
  at,
  outletId: keeperId,
  data: { terminalId: id },
  onceKey: `${type}:${id}:${key}`,
});

/**
 * What the log tells when the silence of a terminal has become too long.
 *
 * @param key  new for each alert: the same silence may come again where a demonstration's clock is set back
 */
export const offlineEvent = (terminal: Alerting, since: Date, key: string): StaffEvent =>
  alert("TERMINAL_OFFLINE", terminal, since, key);

/**
 * What the log tells when a terminal is heard of: the first time, and after too long a silence. Where nobody had looked
 * meanwhile, the alert is told of before its end.
 */
export function wordEvents(
  terminal: Alerting,
  { offlineSince }: TerminalStanding,
  at: Date,
  key: string,
): StaffEvent[] {
  const back = alert("TERMINAL_ONLINE", terminal, at, key);
  if (terminal.heardAt === null || terminal.alertedAt !== null) return [back];
  return offlineSince === null ? [] : [offlineEvent(terminal, offlineSince, key), back];
}
