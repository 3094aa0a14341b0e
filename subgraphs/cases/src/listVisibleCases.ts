import type { Context } from "./context.js";
import { rowScope } from "./domain/authority.js";
import { checkPage } from "./domain/page.js";
import { type VisibleCase, visibleTo } from "./loaders.js";
import { type CaseFilter, type CasePage, listCases } from "./store/caseLists.js";

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
