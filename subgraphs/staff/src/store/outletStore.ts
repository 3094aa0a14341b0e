import { DomainError } from "@yimen/kernel/errors";
import type { OpeningHours } from "@yimen/workdays/openingHours";
import type { Box, Coordinates } from "../domain/coordinates.js";
import type { Outlet, OutletKind, PartnerKind } from "../domain/outlet.js";
import type { OutletModel } from "../generated/prisma/models.js";
import type { Db, Tx } from "./db.js";

export class OutletNotFound extends DomainError {
  readonly code = "OUTLET_NOT_FOUND";
  constructor(outletId: string) {
    super({ zh: "没有这个网点;请核对网点编号。", en: "There is no such outlet; check its id." }, { outletId });
  }
}

export async function findOutlets(db: Db | Tx, ids: readonly string[]): Promise<Outlet[]> {
  return (await db.outlet.findMany({ where: { id: { in: [...ids] } } })).map(toOutlet);
}

/** @throws OutletNotFound */
export async function getOutlet(db: Db | Tx, id: string): Promise<Outlet> {
  const [found] = await findOutlets(db, [id]);
  if (!found) throw new OutletNotFound(id);
  return found;
}

/** Every outlet of these regions, closed ones too. */
export async function findOutletsOfRegions(db: Db, regionIds: readonly string[]): Promise<Outlet[]> {
  return (await db.outlet.findMany({ where: { regionId: { in: [...regionIds] } }, orderBy: { id: "asc" } })).map(
    toOutlet,
  );
}

interface OutletFilter {
  readonly regionId?: string | null;
  readonly regionIds?: readonly string[];
  readonly kind?: OutletKind | null;
  /** Only those of which it is known that they are there. */
  readonly box?: Box;
  /** Only those that have coordinates, or none. */
  readonly located?: boolean;
  readonly day: string;
}

/** Outlets that exist on that day, by region, kind and place; what is left out does not narrow. */
export async function listOutlets(
  db: Db,
  { regionId, regionIds, kind, box, located, day }: OutletFilter,
): Promise<Outlet[]> {
  const rows = await db.outlet.findMany({
    where: {
      regionId: regionIds ? { in: [...regionIds] } : (regionId ?? undefined),
      latitude: box ? { gte: box.south, lte: box.north } : whether(located),
      longitude: box ? { gte: box.west, lte: box.east } : undefined,
      kind: kind ?? undefined,
      openedOn: { lte: day },
      OR: [{ closedOn: null }, { closedOn: { gt: day } }],
    },
    orderBy: { id: "asc" },
  });
  return rows.map(toOutlet);
}

const whether = (present: boolean | undefined) => (present === undefined ? undefined : present ? { not: null } : null);

export async function saveCoordinates(tx: Tx, id: string, coordinates: Coordinates | null): Promise<void> {
  const { latitude, longitude } = coordinates ?? { latitude: null, longitude: null };
  await tx.outlet.update({ where: { id }, data: { latitude, longitude } });
}

const toOutlet = ({ latitude, longitude, ...row }: OutletModel): Outlet => ({
  ...row,
  coordinates: latitude === null || longitude === null ? null : { latitude, longitude },
  kind: row.kind as OutletKind,
  partnerKind: row.partnerKind as PartnerKind | null,
  hours: row.hours as unknown as OpeningHours,
});

/** The outlet followed by those above it. */
export async function getOutletIdsUpwards(db: Db | Tx, id: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    with recursive place as (
      select "id", "parent_id", 0 as height from "outlet" where "id" = ${id}
      union all
      select o."id", o."parent_id", height + 1 from place join "outlet" o on o."id" = place."parent_id"
    )
    select "id" from place order by height`;
  return rows.map((row) => row.id);
}
