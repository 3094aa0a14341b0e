import { officeDay } from "@yimen/workdays/instant";
import { addMonths, type PlainDate } from "@yimen/workdays/plainDate";
import type { Context } from "./context.js";
import { type Batch, standingOn } from "./domain/batch.js";
import { type RangeReach, rangeReach } from "./domain/rangeReach.js";
import { type LevelVolume, levelVolumes, type MatterVolume, matterVolumes } from "./domain/townPowers.js";
import { findBatchesOfRegion } from "./store/batchStore.js";
import { findMattersOfRegion } from "./store/matterStore.js";

/** What was applied for in one year. */
export interface RegionVolumes {
  readonly year: number;
  readonly matters: readonly MatterVolume[];
  readonly levels: readonly LevelVolume[];
}

/**
 * How often each of a region's matters was applied for in a year, and each level's together: the criterion by which
 * powers are delegated (R072).
 *
 * @throws SiblingUnavailable
 */
export async function measureVolumes(context: Context, regionId: string, year: number): Promise<RegionVolumes> {
  const { db, cases, clock } = context;
  const from = `${String(year).padStart(4, "0")}-01-01` as PlainDate;
  const to = `${from.slice(0, 4)}-12-31` as PlainDate;
  const [matters, batches, volumes] = await Promise.all([
    findMattersOfRegion(db, regionId),
    findBatchesOfRegion(db, regionId, "DELEGATION"),
    cases.volumes(regionId, from, to),
  ]);
  const delegated = standingOn(batches, "DELEGATION", officeDay(clock()));
  const found = matterVolumes(matters, volumes, delegated);
  return { year, matters: found, levels: levelVolumes(found) };
}

/** What came of bringing a batch's matters onto telephones. */
export interface BatchUsage {
  readonly matters: number;
  /** Of them, those that somebody has handed in online. */
  readonly used: number;
  readonly received: number;
  readonly online: number;
}

/**
 * How a batch is taken up since its day (使用一批, R063); a year of it at most, so that batches can be compared.
 *
 * @throws SiblingUnavailable
 */
export async function measureUsage({ cases, clock }: Context, batch: Batch): Promise<BatchUsage> {
  const { regionId, effectiveOn, entries } = batch;
  const today = officeDay(clock());
  const [until = today] = [today, addMonths(effectiveOn, 12)].sort();
  const volumes = await cases.volumes(regionId, effectiveOn, until);
  const own = entries.flatMap(({ matterId }) => volumes.get(matterId) ?? []);
  return {
    matters: entries.length,
    used: own.filter(({ online }) => online > 0).length,
    received: own.reduce((sum, { received }) => sum + received, 0),
    online: own.reduce((sum, { online }) => sum + online, 0),
  };
}

/** How far a region's cross-range matters reach down to its streets and villages (R048). @throws SiblingUnavailable */
export async function measureReach({ db, staff }: Context, regionId: string): Promise<RangeReach[]> {
  const [matters, outlets] = await Promise.all([findMattersOfRegion(db, regionId), staff.offeringOutlets(regionId)]);
  return rangeReach(
    matters.filter(({ state }) => state === "IN_USE"),
    outlets,
  );
}
