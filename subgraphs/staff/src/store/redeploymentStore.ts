import { DomainError } from "@yimen/kernel/errors";
import type { Redeployment } from "../domain/redeployment.js";
import { Prisma } from "../generated/prisma/client.js";
import type { Db, Tx } from "./db.js";

export class RedeploymentNotFound extends DomainError {
  readonly code = "REDEPLOYMENT_NOT_FOUND";
  constructor(redeploymentId: string) {
    super({ zh: "没有这项调配;请核对编号。", en: "There is no such redeployment; check its id." }, { redeploymentId });
  }
}

const redeployments = Prisma.sql`
  select r."id", r."staff_id" as "staffId", r."post_id" as "postId", r."to_window_id" as "toWindowId",
    p."window_id" as "fromWindowId", p."outlet_id" as "fromOutletId", w."outlet_id" as "toOutletId",
    r."starts_at" as "from", r."until", r."ordered_by_id" as "orderedById"
  from "redeployment" r join "post" p on p."id" = r."post_id" join "service_window" w on w."id" = r."to_window_id"`;

/** Who is lent from these outlets or to them, and was not back by `since`; by beginning. */
export const findRedeployments = (db: Db | Tx, outletIds: readonly string[], since: Date): Promise<Redeployment[]> =>
  db.$queryRaw<Redeployment[]>`${redeployments}
    where r."until" > ${since} and (p."outlet_id" = any(${[...outletIds]}) or w."outlet_id" = any(${[...outletIds]}))
    order by r."starts_at", r."id"`;

export const findRedeploymentsById = (db: Db | Tx, ids: readonly string[]): Promise<Redeployment[]> =>
  db.$queryRaw<Redeployment[]>`${redeployments} where r."id" = any(${[...ids]})`;

/** @throws RedeploymentNotFound */
export async function getRedeployment(db: Db | Tx, id: string): Promise<Redeployment> {
  const [found] = await findRedeploymentsById(db, [id]);
  if (!found) throw new RedeploymentNotFound(id);
  return found;
}

export async function insertRedeployment(tx: Tx, redeployment: Redeployment): Promise<void> {
  const { id, staffId, postId, toWindowId, from, until, orderedById } = redeployment;
  await tx.redeployment.create({ data: { id, staffId, postId, toWindowId, from, until, orderedById } });
}

export async function saveRedeploymentEnd(tx: Tx, { id, until }: Redeployment): Promise<void> {
  await tx.redeployment.update({ where: { id }, data: { until } });
}
