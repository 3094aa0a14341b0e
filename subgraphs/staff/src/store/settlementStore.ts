import { DomainError } from "@yimen/kernel/errors";
import type { Settlement, TravelTime } from "../domain/serviceCircle.js";
import type { SettlementModel } from "../generated/prisma/models.js";
import type { Db, Tx } from "./db.js";

export class SettlementNotFound extends DomainError {
  readonly code = "SETTLEMENT_NOT_FOUND";
  constructor(settlementId: string) {
    super({ zh: "没有这个居民点;请核对编号。", en: "There is no such settlement; check its id." }, { settlementId });
  }
}

/** @throws SettlementNotFound */
export async function getSettlement(db: Db | Tx, id: string): Promise<Settlement> {
  const row = await db.settlement.findUnique({ where: { id } });
  if (!row) throw new SettlementNotFound(id);
  return toSettlement(row);
}

export const findSettlements = async (db: Db, regionId: string): Promise<Settlement[]> =>
  (await db.settlement.findMany({ where: { regionId }, orderBy: { id: "asc" } })).map(toSettlement);

/** The ways from these settlements that somebody measured. */
export const findTravelTimes = (db: Db, settlementIds: readonly string[]): Promise<TravelTime[]> =>
  db.travelTime.findMany({ where: { settlementId: { in: [...settlementIds] } } });

/** Notes a way; what was measured before is replaced. */
export async function saveTravelTime(tx: Tx, { settlementId, outletId, minutes }: TravelTime): Promise<void> {
  await tx.travelTime.upsert({
    where: { settlementId_outletId: { settlementId, outletId } },
    create: { settlementId, outletId, minutes },
    update: { minutes },
  });
}

export async function insertSettlements(
  tx: Tx,
  settlements: readonly Settlement[],
  times: readonly TravelTime[],
): Promise<void> {
  await tx.settlement.createMany({
    data: settlements.map(({ id, regionId, name, nameEn, coordinates }) => ({
      ...{ id, regionId, name, nameEn },
      ...{ latitude: coordinates?.latitude ?? null, longitude: coordinates?.longitude ?? null },
    })),
  });
  await tx.travelTime.createMany({
    data: times.map(({ settlementId, outletId, minutes }) => ({ settlementId, outletId, minutes })),
  });
}

const toSettlement = ({ latitude, longitude, ...row }: SettlementModel): Settlement => ({
  ...row,
  coordinates: latitude === null || longitude === null ? null : { latitude, longitude },
});
