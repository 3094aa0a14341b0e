import { randomUUID } from "node:crypto";
import { officeDay } from "@yimen/workdays/instant";
import type { Context } from "./context.js";
import { ruleOn } from "./domain/terminal.js";
import { wordEvents } from "./domain/terminalEvent.js";
import { requireInUse, requireTerminalStaff } from "./domain/terminalRefusals.js";
import { standingOf } from "./domain/terminalStanding.js";
import { getOutlet, getOutletIdsUpwards } from "./store/outletStore.js";
import { append } from "./store/staffLog.js";
import { findTerminalRules, lockTerminal, saveTerminal } from "./store/terminalStore.js";

/**
 * A terminal tells that it works (R019); a standing alert ends with it. Only the time is kept, so that a report has no
 * key: sent twice it says the same.
 *
 * @returns the terminal's id
 * @throws TerminalNotFound, NotTerminalStaff, TerminalNotInUse
 */
export const reportTerminal = ({ db, caller, clock, calendar }: Context, terminalId: string): Promise<string> =>
  db.$transaction(async (tx) => {
    const terminal = await lockTerminal(tx, terminalId);
    const { outletId, heardAt } = terminal;
    requireTerminalStaff(caller, terminalId, await getOutletIdsUpwards(tx, outletId));
    const now = clock();
    const today = officeDay(now);
    requireInUse(terminal, today);
    const { hours, regionId } = await getOutlet(tx, outletId);
    const rule = ruleOn(await findTerminalRules(tx, [regionId]), today);
    const standing = standingOf(terminal, hours, rule, now, calendar);
    await saveTerminal(tx, { ...terminal, heardAt: heardAt && heardAt > now ? heardAt : now, alertedAt: null });
    await append(tx, wordEvents(terminal, standing, now, randomUUID()));
    return terminalId;
  });
