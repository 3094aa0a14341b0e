import type { Context } from "./context.js";
import { isOfOutlet } from "./domain/appointmentVisibility.js";
import { NotYourCase, requireStaff } from "./domain/authority.js";
import { checkPage } from "./domain/page.js";
import type { ProxyRequest } from "./domain/proxyRequest.js";
import { countModes, listProxyRequests } from "./store/proxyStore.js";

/** What an outlet is or was responsible for, newest first, for its staff and who oversees it. @throws StaffOnly, NotYourCase, PageTooLarge */
export async function proxyRequests(
  { db, caller }: Context,
  outletId: string,
  { open, first }: { readonly open: boolean; readonly first: number },
): Promise<ProxyRequest[]> {
  requireStaff(caller);
  if (!isOfOutlet(caller, outletId)) throw new NotYourCase();
  checkPage(first);
  return listProxyRequests(db, outletId, open, first);
}

/** How often each mode of service was asked for at an outlet (R102). @throws StaffOnly, NotYourCase */
export async function serviceModeCounts(
  { db, caller }: Context,
  outletId: string,
  { from, to }: { readonly from: Date; readonly to: Date },
) {
  requireStaff(caller);
  if (!isOfOutlet(caller, outletId)) throw new NotYourCase();
  return countModes(db, outletId, from, to);
}
