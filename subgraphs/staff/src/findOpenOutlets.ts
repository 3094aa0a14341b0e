import { isOpen } from "@yimen/workdays/openNow";
import type { Context } from "./context.js";
import type { Outlet, OutletKind } from "./domain/outlet.js";
import { listOutlets } from "./store/outletStore.js";

interface OutletFilter {
  readonly regionId: string | null;
  readonly kind: OutletKind | null;
  /** Only those whose doors are open at that instant (R021). */
  readonly openAt: Date | null;
  /** The office day on which they exist. */
  readonly day: string;
}

/** Outlets by place, kind and whether they are open. */
export async function findOpenOutlets({ db, calendar }: Context, filter: OutletFilter): Promise<Outlet[]> {
  const { openAt } = filter;
  const outlets = await listOutlets(db, filter);
  return openAt ? outlets.filter(({ hours }) => isOpen(hours, openAt, calendar)) : outlets;
}
