import { randomUUID } from "node:crypto";
import { officeDay } from "@yimen/workdays/instant";
import type { Services } from "./context.js";
import { ruleOn, type Terminal } from "./domain/terminal.js";
import { offlineEvent } from "./domain/terminalEvent.js";
import { offlineFrom } from "./domain/terminalStanding.js";
import { findOutlets } from "./store/outletStore.js";
import { append } from "./store/staffLog.js";
import { findTerminalRules, findWatchedTerminals, noteAlert } from "./store/terminalStore.js";

type WatchServices = Pick<Services, "db" | "clock" | "calendar">;

/** A terminal, and from when its silence is too long unless it is heard of. */
interface Due {
  readonly terminal: Terminal;
  readonly from: Date;
}

/**
 * Looks once for terminals that have been silent for longer than their region allows, and tells the log (R019). Several
 * processes may look at once; each alert is raised by one of them.
 *
 * @returns when the next of the others would be too long silent; `null` where none can be
 */
export async function lookAtTerminals(services: WatchServices): Promise<Date | null> {
  const { db, clock } = services;
  const now = clock();
  const due = await silences(services, now);
  for (const { terminal, from } of due.filter(({ from }) => from <= now)) {
    await db.$transaction(async (tx) => {
      if (await noteAlert(tx, terminal, from)) await append(tx, [offlineEvent(terminal, from, randomUUID())]);
    });
  }
  const later = due.flatMap(({ from }) => (from > now ? from.getTime() : []));
  return later.length === 0 ? null : new Date(later.reduce((one, other) => Math.min(one, other)));
}

async function silences({ db, calendar }: WatchServices, now: Date): Promise<Due[]> {
  const today = officeDay(now);
  const terminals = await findWatchedTerminals(db, today);
  if (terminals.length === 0) return [];
  const outlets = await findOutlets(db, [...new Set(terminals.map(({ outletId }) => outletId))]);
  const rules = await findTerminalRules(db, [...new Set(outlets.map(({ regionId }) => regionId))]);
  const rulesOf = Map.groupBy(rules, ({ regionId }) => regionId);
  const outletById = new Map(outlets.map((outlet) => [outlet.id, outlet]));
  return terminals.flatMap((terminal) => {
    const outlet = outletById.get(terminal.outletId);
    const rule = outlet && ruleOn(rulesOf.get(outlet.regionId) ?? [], today);
    const from = rule && terminal.heardAt && offlineFrom(outlet.hours, terminal.heardAt, rule.offlineMinutes, calendar);
    return from ? [{ terminal, from }] : [];
  });
}
