import { officeDay } from "@yimen/workdays/instant";
import { changeRecord } from "./changeRecord.js";
import type { Context } from "./context.js";
import { requireOutletKeeper } from "./domain/authority.js";
import type { StaffEvent } from "./domain/staffEvent.js";
import { join, leave, requireAgentFor, rotate, type TeamKind, type TeamMembership } from "./domain/team.js";
import { endMembership, findMemberships, insertMembership, lockTeams } from "./store/appointmentStore.js";
import type { Tx } from "./store/db.js";
import { getOutlet } from "./store/outletStore.js";
import { findHoldingsOfStaff, findPosts } from "./store/postStore.js";
import { getWorkplace } from "./store/staffMemberStore.js";

export interface JoinTeamInput {
  readonly clientMutationId: string;
  readonly staffId: string;
  readonly kind: TeamKind;
}

/**
 * Puts somebody into a team of the region where they work (R121, R159).
 *
 * @returns the staff member's id
 * @throws StaffMemberNotFound, NotOutletKeeper, AlreadyInTeam, TeamNeedsAgent
 */
export const joinTeam = (context: Context, input: JoinTeamInput): Promise<string> =>
  changeRecord(context, "joinTeam", input, async (tx, at) => {
    const { outletId, regionId, memberships } = await teamsOf(context, tx, input.staffId, at);
    const { staffId, kind, clientMutationId: key } = input;
    requireAgentFor(kind, staffId, await rolesOf(tx, staffId, officeDay(at)));
    const joined = join(memberships, { regionId, kind, staffId, from: officeDay(at) });
    await insertMembership(tx, joined);
    return { id: staffId, events: [teamEvent("TEAM_JOINED", joined, outletId, at, key)] };
  });

/**
 * Takes somebody out of the team they are in (R121, R159).
 *
 * @returns the staff member's id
 * @throws StaffMemberNotFound, NotOutletKeeper, NotInTeam
 */
export const leaveTeam = (context: Context, input: Omit<JoinTeamInput, "kind">): Promise<string> =>
  changeRecord(context, "leaveTeam", input, async (tx, at) => {
    const { staffId, clientMutationId: key } = input;
    const { outletId, memberships } = await teamsOf(context, tx, staffId, at);
    const left = leave(memberships, staffId, officeDay(at));
    await endMembership(tx, left);
    return { id: staffId, events: [teamEvent("TEAM_LEFT", left, outletId, at, key)] };
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
    return { id: input.staffId, events: [teamEvent("TEAM_ROTATED", begun, outletId, at, input.clientMutationId)] };
  });

async function teamsOf({ caller }: Context, tx: Tx, staffId: string, at: Date) {
  await lockTeams(tx, staffId);
  const { outletIds } = await getWorkplace(tx, staffId, officeDay(at));
  const outletId = outletIds[0] ?? "";
  requireOutletKeeper(caller, outletId, outletIds);
  const { regionId } = await getOutlet(tx, outletId);
  return { outletId, regionId, memberships: await findMemberships(tx, { staffId }) };
}

async function rolesOf(tx: Tx, staffId: string, day: string) {
  const held = await findHoldingsOfStaff(tx, [staffId], day);
  const posts = await findPosts(
    tx,
    held.map(({ postId }) => postId),
  );
  return posts.map(({ role }) => role);
}

const teamEvent = (
  type: "TEAM_JOINED" | "TEAM_LEFT" | "TEAM_ROTATED",
  { staffId, kind }: TeamMembership,
  outletId: string,
  at: Date,
  key: string,
): StaffEvent => ({
  ...{ type, at, outletId, windowId: null, postId: null, staffId, actingForId: null, data: { kind } },
  onceKey: `${type}:${staffId}:${key}`,
});
