import type { Bundle } from "../domain/bundle.js";
import type { Prisma } from "../generated/prisma/client.js";
import type { Db, Tx } from "./db.js";

const withMatters = { matters: { orderBy: { place: "asc" } } } as const satisfies Prisma.BundleInclude;

export async function findBundles(db: Db, ids: readonly string[]): Promise<Bundle[]> {
  return (await db.bundle.findMany({ where: { id: { in: [...ids] } }, include: withMatters })).map(fromRow);
}

/** The region's bundles: those of province and city first. */
export async function findBundlesOfRegion(db: Db, regionId: string): Promise<Bundle[]> {
  const orderBy = [{ origin: "desc" as const }, { id: "asc" as const }];
  return (await db.bundle.findMany({ where: { regionId }, include: withMatters, orderBy })).map(fromRow);
}

export async function insertBundles(tx: Tx, bundles: readonly Bundle[]): Promise<void> {
  await tx.bundle.createMany({
    data: bundles.map(({ matterIds: _, jointLimit, ...columns }) => ({
      ...columns,
      jointLimit: { ...jointLimit },
    })),
  });
  await tx.bundleMatter.createMany({
    data: bundles.flatMap(({ id, matterIds }) =>
      matterIds.map((matterId, place) => ({ bundleId: id, matterId, place })),
    ),
  });
}

type Row = Prisma.BundleGetPayload<{ include: typeof withMatters }>;

const fromRow = ({ matters, jointLimit, ...row }: Row): Bundle => ({
  ...row,
  origin: row.origin as Bundle["origin"],
  jointLimit: jointLimit as unknown as Bundle["jointLimit"],
  matterIds: matters.map(({ matterId }) => matterId),
});
