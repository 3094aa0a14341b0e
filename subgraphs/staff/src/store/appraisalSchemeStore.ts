import { DomainError } from "@yimen/kernel/errors";
import type { AppraisalScheme, Indicator, SchemeAudience } from "../domain/appraisalScheme.js";
import { plans } from "../domain/plans.js";
import type { Prisma } from "../generated/prisma/client.js";
import type { Db, Tx } from "./db.js";

export class SchemeAdoptedMeanwhile extends DomainError {
  readonly code = "APPRAISAL_SCHEME_ADOPTED_MEANWHILE";
  constructor(outletId: string, version: number) {
    super(
      {
        zh: "该网点刚刚公布了新版指标,请核对后再试。",
        en: "A new version has just been adopted; look at it and try again.",
      },
      { outletId, version },
      plans.R205,
    );
  }
}

/** All versions of these outlets' schemes. */
export async function findSchemes(db: Db | Tx, outletIds: readonly string[]): Promise<AppraisalScheme[]> {
  const rows = await db.appraisalScheme.findMany({
    where: { outletId: { in: [...outletIds] } },
    orderBy: [{ audience: "desc" }, { version: "asc" }],
  });
  return rows.map((row) => ({
    ...row,
    audience: row.audience as SchemeAudience,
    indicators: row.indicators as unknown as Indicator[],
  }));
}

/** @throws SchemeAdoptedMeanwhile */
export async function insertScheme(tx: Tx, scheme: AppraisalScheme): Promise<void> {
  const data = [{ ...scheme, indicators: scheme.indicators as unknown as Prisma.InputJsonValue }];
  const { count } = await tx.appraisalScheme.createMany({ data, skipDuplicates: true });
  if (count === 0) throw new SchemeAdoptedMeanwhile(scheme.outletId, scheme.version);
}
