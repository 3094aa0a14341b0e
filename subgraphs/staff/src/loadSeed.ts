import { requireMutual } from "./domain/pairing.js";
import {
  readAppointmentRules,
  readAppraisals,
  readCertificates,
  readChiefRepresentatives,
  readDepartments,
  readNamingRules,
  readNetworkTargets,
  readOutlets,
  readPairings,
  readPosts,
  readRegions,
  readSettlements,
  readStaffingRules,
  readStaffMembers,
  readTerminalRules,
  readTerminals,
  readTrainingPlans,
  readTrainingRules,
  readTrainingSessions,
  readTravelTimes,
  readVillages,
  readWindows,
} from "./seedFile.js";
import { insertAppointmentRules } from "./store/appointmentStore.js";
import { insertAppraisal, insertFollowUps } from "./store/appraisalStore.js";
import type { Db, Tx } from "./store/db.js";
import { insertNamingRules, insertVillages } from "./store/outletStandardStore.js";
import {
  insertCertificates,
  insertChiefRepresentatives,
  insertDepartments,
  insertHoldings,
  insertOutlets,
  insertPosts,
  insertRegions,
  insertStaffMembers,
  insertWindows,
  isEmpty,
} from "./store/seedStore.js";
import { insertSettlements } from "./store/settlementStore.js";
import { insertTerminalRules, insertTerminals } from "./store/terminalStore.js";
import { insertTrainingRules, insertTrainings } from "./store/trainingSeedStore.js";

const LONG = { timeout: 60_000 }; // ms

/** Loads the seed into an empty database, all of it or nothing; does nothing where there are regions already. */
export async function loadSeed(db: Db): Promise<void> {
  if (!(await isEmpty(db))) return;
  const regions = readRegions();
  await db.$transaction(async (tx) => {
    await insertRegions(tx, regions, readNetworkTargets(), readStaffingRules());
    await insertTrainingRules(tx, readTrainingRules());
    await insertAppointmentRules(tx, readAppointmentRules());
    await insertNamingRules(tx, readNamingRules());
    await insertTerminalRules(tx, readTerminalRules());
    for (const { id } of regions) await loadRegion(tx, id);
  }, LONG);
}

async function loadRegion(tx: Tx, regionId: string): Promise<void> {
  const windows = readWindows(regionId);
  const posts = readPosts(regionId);
  const pairings = readPairings(regionId);
  requireMutual(pairings, posts);
  await insertDepartments(tx, readDepartments(regionId));
  await insertOutlets(tx, readOutlets(regionId));
  await insertTerminals(tx, readTerminals(regionId));
  await insertSettlements(tx, readSettlements(regionId), readTravelTimes(regionId));
  await insertVillages(tx, regionId, readVillages(regionId));
  await insertWindows(
    tx,
    windows,
    windows.flatMap(({ id: windowId, departments }) =>
      Object.entries(departments).map(([departmentId, mode]) => ({ windowId, departmentId, mode })),
    ),
  );
  await insertStaffMembers(tx, readStaffMembers(regionId));
  await insertPosts(tx, posts, pairings);
  await insertHoldings(
    tx,
    posts.map(({ id, holder, heldFrom }) => ({ postId: id, staffId: holder, from: heldFrom })),
  );
  await insertTrainings(tx, readTrainingPlans(regionId), readTrainingSessions(regionId));
  await insertCertificates(tx, readCertificates(regionId));
  for (const { followUps, ...appraisal } of readAppraisals(regionId)) {
    await insertAppraisal(tx, appraisal);
    await insertFollowUps(
      tx,
      followUps.map((each) => {
        return { id: `${appraisal.id}-${each.kind}`, appraisalId: appraisal.id, ...each, doneAt: null };
      }),
    );
  }
  await insertChiefRepresentatives(tx, readChiefRepresentatives(regionId));
}
