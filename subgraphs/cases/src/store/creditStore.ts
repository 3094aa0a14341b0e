import { type CreditBar, CreditBarNotOpen } from "../domain/creditBar.js";
import type { Db, Tx } from "./db.js";
import { isUuid } from "./uuid.js";

/** Whether the applicant of a case is barred in a region, by the id under which they sign in or by identity number. */
export async function isBarred(db: Db | Tx, regionId: string, caseId: string): Promise<boolean> {
  const [row] = await db.$queryRaw<{ barred: boolean }[]>`
    select exists (
      select from "credit_bar" b
        join "case" c on c."id" = ${caseId}::uuid
        left join "applicant" a on a."case_id" = c."id"
        where b."lifted_at" is null and b."region_id" = ${regionId} and b."subject" in (c."applicant_id", a."id_number")
    ) as "barred"`;
  return row?.barred ?? false;
}

/** Stores a bar unless there is one that has not been lifted. @returns its id */
export async function insertCreditBar(tx: Tx, bar: CreditBar): Promise<string> {
  await tx.creditBar.createMany({ data: [bar], skipDuplicates: true });
  const open = await tx.creditBar.findFirst({
    where: { regionId: bar.regionId, subject: bar.subject, liftedAt: null },
    select: { id: true },
  });
  return open?.id ?? bar.id;
}

/** @throws CreditBarNotOpen when there is none, or it has been lifted */
export async function liftCreditBarRow(tx: Tx, id: string, liftedAt: Date, liftedBy: string): Promise<void> {
  const where = { id: isUuid(id) ? id : undefined, liftedAt: null };
  const { count } = isUuid(id) ? await tx.creditBar.updateMany({ where, data: { liftedAt, liftedBy } }) : { count: 0 };
  if (count === 0) throw new CreditBarNotOpen(id);
}

/** @throws CreditBarNotOpen */
export async function getCreditBar(db: Db | Tx, id: string): Promise<CreditBar> {
  const found = isUuid(id) ? await db.creditBar.findUnique({ where: { id } }) : null;
  if (!found) throw new CreditBarNotOpen(id);
  return found;
}

/** The bars of a region that have not been lifted, newest first. */
export const listCreditBars = (db: Db, regionId: string, first: number): Promise<CreditBar[]> =>
  db.creditBar.findMany({ where: { regionId, liftedAt: null }, orderBy: { barredAt: "desc" }, take: first });
