import { randomUUID } from "node:crypto";
import { officeDay } from "@yimen/workdays/instant";
import { changeRecord } from "./changeRecord.js";
import type { Context } from "./context.js";
import { requireOutletKeeper } from "./domain/authority.js";
import { existsOn } from "./domain/outlet.js";
import { outletEvent } from "./domain/outletEvent.js";
import { keeperOf, type Terminal } from "./domain/terminal.js";
import { requireComplete, TerminalIncomplete } from "./domain/terminalRefusals.js";
import { getOutlet, getOutletIdsUpwards } from "./store/outletStore.js";
import { insertTerminals } from "./store/terminalStore.js";

export interface InstallTerminalInput
  extends Pick<Terminal, "outletId" | "kind" | "host" | "name" | "nameEn" | "spot" | "matterIds"> {
  readonly clientMutationId: string;
}

/**
 * Puts up a terminal at an outlet (R019, R200). Whoever enters it has just seen it: it counts as verified.
 *
 * @returns the terminal's id
 * @throws OutletNotFound, NotOutletKeeper, TerminalIncomplete
 */
export const installTerminal = (context: Context, input: InstallTerminalInput): Promise<string> =>
  changeRecord(context, "installTerminal", input, async (tx, at) => {
    const { clientMutationId: key, ...given } = input;
    const outlet = await getOutlet(tx, given.outletId);
    const staffId = requireOutletKeeper(context.caller, outlet.id, await getOutletIdsUpwards(tx, outlet.id));
    const installedOn = officeDay(at);
    if (!existsOn(outlet, installedOn)) throw new TerminalIncomplete(["outletId"]);
    const terminal: Terminal = {
      ...requireComplete(given),
      ...{ id: randomUUID(), keeperId: keeperOf(outlet), installedOn, removedOn: null },
      ...{ heardAt: null, verifiedAt: at, alertedAt: null },
    };
    await insertTerminals(tx, [terminal]);
    const about = { outletId: terminal.keeperId, staffId, at, key };
    return { id: terminal.id, events: [outletEvent("TERMINAL_INSTALLED", about, { terminalId: terminal.id })] };
  });
