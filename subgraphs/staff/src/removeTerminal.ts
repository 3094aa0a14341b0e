import { officeDay } from "@yimen/workdays/instant";
import { changeRecord } from "./changeRecord.js";
import type { Context } from "./context.js";
import { requireOutletKeeper } from "./domain/authority.js";
import { outletEvent } from "./domain/outletEvent.js";
import { requireInUse } from "./domain/terminalRefusals.js";
import { getOutletIdsUpwards } from "./store/outletStore.js";
import { lockTerminal, saveTerminal } from "./store/terminalStore.js";

export interface RemoveTerminalInput {
  readonly clientMutationId: string;
  readonly terminalId: string;
}

/**
 * Takes a terminal away: from today on it is not found, and its silence says nothing (R019, R020).
 *
 * @returns the terminal's id
 * @throws TerminalNotFound, NotOutletKeeper, TerminalNotInUse
 */
export const removeTerminal = (context: Context, input: RemoveTerminalInput): Promise<string> =>
  changeRecord(context, "removeTerminal", input, async (tx, at) => {
    const { clientMutationId: key, terminalId } = input;
    const terminal = await lockTerminal(tx, terminalId);
    const { outletId, keeperId } = terminal;
    const staffId = requireOutletKeeper(context.caller, outletId, await getOutletIdsUpwards(tx, outletId));
    const removedOn = officeDay(at);
    requireInUse(terminal, removedOn);
    await saveTerminal(tx, { ...terminal, removedOn, alertedAt: null });
    const about = { outletId: keeperId, staffId, at, key };
    return { id: terminalId, events: [outletEvent("TERMINAL_REMOVED", about, { terminalId })] };
  });
