import type { Context } from "./context.js";
import { requireStaff, rowScope } from "./domain/authority.js";
import { NotYourOutlet } from "./domain/duty.js";
import { checkPage } from "./domain/page.js";
import { type VisibleCase, visibleTo } from "./loaders.js";
import { type CaseFilter, type CasePage, listCases, listUntaken } from "./store/caseLists.js";

export interface VisibleCasePage extends CasePage {
  readonly nodes: readonly VisibleCase[];
}

/** A page of the cases the caller may know of. @throws PageTooLarge, CursorNotValid */
export async function listVisibleCases(
  { db, caller, clock }: Context,
  { overdue, mine, ...filter }: CaseFilter & { readonly overdue?: boolean | null; readonly mine?: boolean | null },
  first: number,
  after: string | null,
): Promise<VisibleCasePage> {
  checkPage(first);
  const own = caller.kind === "APPLICANT" ? caller.claims.applicantId : undefined;
  if (mine && own === undefined) return { nodes: [], endCursor: null, hasNextPage: false };
  const narrowed = { ...filter, overdueAt: overdue ? clock() : undefined, applicantId: mine ? own : undefined };
  const page = await listCases(db, narrowed, rowScope(caller), { first, after });
  return { ...page, nodes: visibleTo(caller, page.nodes) };
}

/**
 * What waits online for a window like this one: of its outlet, and of the departments it serves (R055, R057). Who may take
 * it up is asked again when somebody does.
 *
 * @throws StaffOnly, NotYourOutlet, PageTooLarge, DutyUnknown, SiblingUnavailable
 */
export async function waitingOnline(
  { db, caller, staff, clock }: Context,
  windowId: string,
  first: number,
): Promise<VisibleCase[]> {
  const staffId = requireStaff(caller);
  checkPage(first);
  const { outletId, windowDepartmentIds } = await staff.duty(staffId, windowId, clock());
  if (caller.claims.outletId !== outletId) throw new NotYourOutlet(outletId);
  return visibleTo(caller, await listUntaken(db, outletId, windowDepartmentIds, first));
}
