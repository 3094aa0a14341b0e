import { DomainError } from "@yimen/kernel/errors";
import type { GuideContent, GuideVersion } from "../domain/guide.js";
import type { Prisma } from "../generated/prisma/client.js";
import type { GuideVersionModel } from "../generated/prisma/models.js";
import type { Db, Tx } from "./db.js";

export class GuideNotFound extends DomainError {
  readonly code = "GUIDE_NOT_FOUND";
  constructor(guideId: string) {
    super({ zh: "没有这一版办事指南。", en: "There is no such version of a guide." }, { guideId });
  }
}

/** `find…` may come back with fewer; `get…` throws when there is nothing. */
export async function findGuides(db: Db, ids: readonly string[]): Promise<GuideVersion[]> {
  return (await db.guideVersion.findMany({ where: { id: { in: [...ids] } } })).map(fromRow);
}

/** The guides of these matters that hold at an instant: at most one each (I-C3). */
export async function findGuidesAt(db: Db | Tx, matterIds: readonly string[], at: Date): Promise<GuideVersion[]> {
  const where: Prisma.GuideVersionWhereInput = {
    matterId: { in: [...matterIds] },
    effectiveFrom: { lte: at },
    OR: [{ effectiveTo: null }, { effectiveTo: { gt: at } }],
  };
  return (await db.guideVersion.findMany({ where })).map(fromRow);
}

/** Every version of these matters, oldest first. */
export async function findGuidesOfMatters(db: Db | Tx, matterIds: readonly string[]): Promise<GuideVersion[]> {
  const where = { matterId: { in: [...matterIds] } };
  return (await db.guideVersion.findMany({ where, orderBy: [{ effectiveFrom: "asc" }] })).map(fromRow);
}

export async function getGuide(db: Db, id: string): Promise<GuideVersion> {
  const [found] = await findGuides(db, [id]);
  if (!found) throw new GuideNotFound(id);
  return found;
}

/** Ends the version that held before, if any, where the new ones begin. */
export async function insertGuides(tx: Tx, guides: readonly GuideVersion[], ends: string | null = null): Promise<void> {
  if (ends) await tx.guideVersion.update({ where: { id: ends }, data: { effectiveTo: guides[0]?.effectiveFrom } });
  await tx.guideVersion.createMany({ data: guides.map(toRow) });
}

const fromRow = ({ content, ...row }: GuideVersionModel): GuideVersion => ({
  ...(content as unknown as GuideContent),
  ...row,
});

function toRow({
  id,
  matterId,
  version,
  effectiveFrom,
  effectiveTo,
  publishedAt,
  publishedBy,
  ...content
}: GuideVersion) {
  const json = content satisfies GuideContent as unknown as Prisma.InputJsonValue;
  return { id, matterId, version, effectiveFrom, effectiveTo, publishedAt, publishedBy, content: json };
}
