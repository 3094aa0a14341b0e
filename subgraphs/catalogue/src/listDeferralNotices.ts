import { regionsOverseen } from "@yimen/kernel/overseer";
import type { Context } from "./context.js";
import type { DeferralNotice } from "./domain/deferralNotice.js";
import { checkPage } from "./domain/page.js";
import { type DeferralNoticeFilter, listDeferralNotices } from "./store/deferralNoticeStore.js";

/** The notices of the caller's outlet, department, or regions overseen, newest first. @throws PageTooLong */
export async function listVisibleNotices(
  { db, caller }: Context,
  filter: DeferralNoticeFilter,
  first: number,
): Promise<DeferralNotice[]> {
  checkPage(first);
  if (caller.kind === "SERVICE") return listDeferralNotices(db, filter, {}, first);
  if (caller.kind !== "STAFF") return [];
  const { outletId, departmentId } = caller.claims;
  const regionId = { in: [...regionsOverseen(caller)] };
  const own = [{ regionId }, ...(outletId ? [{ outletId }] : []), ...(departmentId ? [{ departmentId }] : [])];
  return listDeferralNotices(db, filter, { OR: own }, first);
}
