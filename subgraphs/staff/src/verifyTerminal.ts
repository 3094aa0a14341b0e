import { officeDay } from "@yimen/workdays/instant";
import { changeRecord } from "./changeRecord.js";
import type { Context } from "./context.js";
import { outletEvent } from "./domain/outletEvent.js";
import { requireComplete, requireInUse, requireTerminalStaff } from "./domain/terminalRefusals.js";
import { getOutletIdsUpwards } from "./store/outletStore.js";
import { lockTerminal, saveTerminal } from "./store/terminalStore.js";

export interface VerifyTerminalInput {
  readonly clientMutationId: string;
  readonly terminalId: string;
  /** Left out, what was entered is so. */
  readonly spot?: string | null;
  readonly matterIds?: readonly string[] | null;
}

/**
 * Somebody went there and saw that what is known of a terminal is so, or enters what has changed (R020).
 *
 * @returns the terminal's id
 * @throws TerminalNotFound, NotTerminalStaff, TerminalNotInUse, TerminalIncomplete
 */
export const verifyTerminal = (context: Context, input: VerifyTerminalInput): Promise<string> =>
  changeRecord(context, "verifyTerminal", input, async (tx, at) => {
    const { clientMutationId: key, terminalId, spot, matterIds } = input;
    const terminal = await lockTerminal(tx, terminalId);
    const { outletId, keeperId } = terminal;
    const staffId = requireTerminalStaff(context.caller, terminalId, await getOutletIdsUpwards(tx, outletId));
    requireInUse(terminal, officeDay(at));
    const seen = { spot: spot ?? terminal.spot, matterIds: matterIds ?? terminal.matterIds, verifiedAt: at };
    await saveTerminal(tx, requireComplete({ ...terminal, ...seen }));
    const about = { outletId: keeperId, staffId, at, key };
    return { id: terminalId, events: [outletEvent("TERMINAL_VERIFIED", about, { terminalId })] };
  });
