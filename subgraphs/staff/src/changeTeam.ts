import { officeDay } from "@yimen/workdays/instant";
import { changeRecord } from "./changeRecord.js";
import type { Context } from "./context.js";
import { requireOutletKeeper } from "./domain/authority.js";
import type { StaffEvent } from "./domain/staffEvent.js";
import { join, rotate, type TeamKind, type TeamMembership } from "./domain/team.js";
import { endMembership, findMemberships, insertMembership, lockTeams } from "./store/appointmentStore.js";
import type { Tx } from "./store/db.js";
import { getOutlet } from "./store/outletStore.js";
import { getWorkplace } from "./store/staffMemberStore.js";

export interface JoinTeamInput {
  readonly clientMutationId: string;
  readonly staffId: string;
  readonly kind: TeamKind;
}

/**
 * Puts somebody into a professional team of the region where they work (R159).
 *
 * @returns the staff member's id
 * @throws StaffMemberNotFound, NotOutletKeeper, AlreadyInTeam
 */
export const joinTeam = (context: Context, input: JoinTeamInput): Promise<string> =>
  changeRecord(context, "joinTeam", input, async (tx, at) => {
    const { outletId, regionId, memberships } = await teamsOf(context, tx, input.staffId, at);
    const { staffId, kind } = input;
    const joined = join(memberships, { regionId, kind, staffId, from: officeDay(at) });
    await insertMembership(tx, joined);
    return { id: staffId, events: [teamEvent("TEAM_JOINED", joined, outletId, at)] };
  });

/**
 * Lets somebody who has served the term in acceptance go on to approval (R160).
 *
 * @returns the staff member's id
 * @throws StaffMemberNotFound, NotOutletKeeper, NotInTeam, TeamTermNotOver
 */
export const rotateTeam = (context: Context, input: Omit<JoinTeamInput, "kind">): Promise<string> =>
  changeRecord(context, "rotateTeam", input, async (tx, at) => {
    const { outletId, memberships } = await teamsOf(context, tx, input.staffId, at);
    const [ended, begun] = rotate(memberships, input.staffId, officeDay(at));
    await endMembership(tx, ended);
    await insertMembership(tx, begun);
    return { id: input.staffId, events: [teamEvent("TEAM_ROTATED", begun, outletId, at)] };
  });

async function teamsOf({ caller }: Context, tx: Tx, staffId: string, at: Date) {
  await lockTeams(tx, staffId);
  const { outletIds } = await getWorkplace(tx, staffId, officeDay(at));
  const outletId = outletIds[0] ?? "";
  requireOutletKeeper(caller, outletId, outletIds);
  const { regionId } = await getOutlet(tx, outletId);
  return { outletId, regionId, memberships: await findMemberships(tx, { staffId }) };
}

const teamEvent = (
  type: "TEAM_JOINED" | "TEAM_ROTATED",
  { staffId, kind, from }: TeamMembership,
  outletId: string,
  at: Date,
): StaffEvent => ({
  ...{ type, at, outletId, windowId: null, postId: null, staffId, actingForId: null, data: { kind } },
  onceKey: `${type}:${staffId}:${from}`,
});
