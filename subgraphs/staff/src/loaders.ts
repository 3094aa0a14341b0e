import type { Caller } from "@yimen/kernel/caller";
import type { Clock } from "@yimen/kernel/clock";
import { byKey, groupByKey } from "@yimen/kernel/loader";
import { instantOfMinute, officeDay } from "@yimen/workdays/instant";
import { appraisalLoaders } from "./appraisalLoaders.js";
import type { Workplace } from "./domain/authority.js";
import type { VisibleStaffMember } from "./domain/staffMember.js";
import { asSeenBy } from "./domain/visibility.js";
import { outletsWithAgent } from "./store/agentStore.js";
import { findAttendances } from "./store/attendanceStore.js";
import { findCertificates, findCertificatesOfStaff } from "./store/certificateStore.js";
import { findConnectionReports } from "./store/connectionStore.js";
import type { Db } from "./store/db.js";
import { findChiefRepresentatives, findDepartments, findDepartmentsOfRegions } from "./store/departmentStore.js";
import { findRunningSpells } from "./store/dutySpellStore.js";
import { findLeaves, findLeavesOfStaff } from "./store/leaveStore.js";
import { findStandardChecks } from "./store/outletStandardStore.js";
import { findOutlets, findOutletsOfRegions } from "./store/outletStore.js";
import {
  findHoldings,
  findHoldingsOfStaff,
  findPosts,
  findPostsOfDepartments,
  findPostsOfOutlets,
  findPostsOfWindows,
} from "./store/postStore.js";
import { findNetworkTargets, findRegions, findStaffingRules } from "./store/regionStore.js";
import { findRosters } from "./store/rosterStore.js";
import { findStaffMembers, findWorkplaces } from "./store/staffMemberStore.js";
import { findDepartmentsAtWindows, findWindows, findWindowsOfOutlets, findWindowsTaking } from "./store/windowStore.js";
import { findZones } from "./store/zoneStore.js";
import { terminalLoaders } from "./terminalLoaders.js";
import { trainingLoaders } from "./trainingLoaders.js";

export type Loaders = ReturnType<typeof createLoaders>;

type Ids = readonly string[];
type Options = { cache: boolean };
type Sources = { db: Db; clock: Clock };

/**
 * One set per request. A subscription keeps its context for its whole life, so it must pass `{ cache: false }`:
 * batching stays, but the second event does not see the first one's rows.
 */
export const createLoaders = (sources: Sources, caller: Caller, options?: Options) => ({
  ...placeLoaders(sources, options),
  ...peopleLoaders(sources, caller, options),
  ...trainingLoaders(sources, options),
  ...appraisalLoaders(sources, options),
  ...terminalLoaders(sources, options),
});

const placeLoaders = ({ db, clock }: Sources, options?: Options) => ({
  regionById: byKey(
    (ids: Ids) => findRegions(db, ids),
    ({ id }) => id,
    options,
  ),
  targetsOf: groupByKey(
    (ids: Ids) => findNetworkTargets(db, ids),
    ({ regionId }) => regionId,
    options,
  ),
  rulesOf: groupByKey(
    (ids: Ids) => findStaffingRules(db, ids),
    ({ regionId }) => regionId,
    options,
  ),
  departmentById: byKey(
    (ids: Ids) => findDepartments(db, ids),
    ({ id }) => id,
    options,
  ),
  departmentsOfRegion: groupByKey(
    (ids: Ids) => findDepartmentsOfRegions(db, ids),
    ({ regionId }) => regionId,
    options,
  ),
  chiefOf: byKey(
    (ids: Ids) => findChiefRepresentatives(db, ids, officeDay(clock())),
    ({ departmentId }) => departmentId,
    options,
  ),
  outletById: byKey(
    (ids: Ids) => findOutlets(db, ids),
    ({ id }) => id,
    options,
  ),
  outletsOfRegion: groupByKey(
    (ids: Ids) => findOutletsOfRegions(db, ids),
    ({ regionId }) => regionId,
    options,
  ),
  zonesOf: groupByKey(
    (ids: Ids) => findZones(db, ids),
    ({ outletId }) => outletId,
    options,
  ),
  connectionOf: byKey(
    (ids: Ids) => findConnectionReports(db, ids),
    ({ outletId }) => outletId,
    options,
  ),
  standardChecksOf: groupByKey(
    (ids: Ids) => findStandardChecks(db, ids),
    ({ outletId }) => outletId,
    options,
  ),
  agentAt: byKey(
    (ids: Ids) => outletsWithAgent(db, ids, officeDay(clock())),
    (id) => id,
    options,
  ),
  windowById: byKey(
    (ids: Ids) => findWindows(db, ids),
    ({ id }) => id,
    options,
  ),
  windowsOfOutlet: groupByKey(
    (ids: Ids) => findWindowsOfOutlets(db, ids),
    ({ outletId }) => outletId,
    options,
  ),
  departmentsAtWindow: groupByKey(
    (ids: Ids) => findDepartmentsAtWindows(db, ids),
    ({ windowId }) => windowId,
    options,
  ),
  windowsTaking: groupByKey(
    (ids: Ids) => findWindowsTaking(db, ids),
    ({ departmentId }) => departmentId,
    options,
  ),
  postById: byKey(
    (ids: Ids) => findPosts(db, ids),
    ({ id }) => id,
    options,
  ),
  postsOfWindow: groupByKey(
    (ids: Ids) => findPostsOfWindows(db, ids),
    ({ windowId }) => windowId ?? "",
    options,
  ),
  postsOfOutlet: groupByKey(
    (ids: Ids) => findPostsOfOutlets(db, ids),
    ({ outletId }) => outletId,
    options,
  ),
  postsOfDepartment: groupByKey(
    (ids: Ids) => findPostsOfDepartments(db, ids),
    ({ departmentId }) => departmentId ?? "",
    options,
  ),
  holdingsOfPost: groupByKey(
    (ids: Ids) => findHoldings(db, ids),
    ({ postId }) => postId,
    options,
  ),
  rosterOf: byKey(
    (ids: Ids) => findRosters(db, ids, startOfDay(clock())),
    ({ outletId }) => outletId,
    options,
  ),
  runningSpellsOf: groupByKey(
    (ids: Ids) => findRunningSpells(db, ids),
    ({ outletId }) => outletId,
    options,
  ),
});

const peopleLoaders = ({ db, clock }: Sources, caller: Caller, options?: Options) => ({
  staffById: byKey(
    (ids: Ids) => findVisibleStaff(db, ids, caller, officeDay(clock())),
    ({ id }) => id,
    options,
  ),
  workplaceOf: byKey(
    (ids: Ids) => findWorkplaces(db, ids, officeDay(clock())),
    ({ staffId }) => staffId,
    options,
  ),
  holdingsOfStaff: groupByKey(
    (ids: Ids) => findHoldingsOfStaff(db, ids, officeDay(clock())),
    ({ staffId }) => staffId,
    options,
  ),
  certificateById: byKey(
    (ids: Ids) => findCertificates(db, ids),
    ({ id }) => id,
    options,
  ),
  certificatesOf: groupByKey(
    (ids: Ids) => findCertificatesOfStaff(db, ids),
    ({ staffId }) => staffId,
    options,
  ),
  leaveById: byKey(
    (ids: Ids) => findLeaves(db, ids),
    ({ id }) => id,
    options,
  ),
  leavesOf: groupByKey(
    (ids: Ids) => findLeavesOfStaff(db, ids),
    ({ staffId }) => staffId,
    options,
  ),
  attendancesOf: groupByKey(
    (ids: Ids) => findAttendances(db, ids, startOfDay(clock())),
    ({ staffId }) => staffId,
    options,
  ),
});

/** People as the caller may see them; strangers see the public roster, for which nothing more has to be read. */
async function findVisibleStaff(db: Db, ids: Ids, caller: Caller, day: string): Promise<VisibleStaffMember[]> {
  const members = await findStaffMembers(db, ids);
  const knowsMore = caller.kind === "STAFF" || caller.kind === "SERVICE";
  const workplaces = new Map<string, Workplace>(
    (knowsMore ? await findWorkplaces(db, ids, day) : []).map((workplace) => [workplace.staffId, workplace]),
  );
  return members.map((member) => asSeenBy(member, caller, workplaces.get(member.id) ?? null));
}

const startOfDay = (at: Date) => instantOfMinute(officeDay(at), 0);
