/** A place where a matter can be handed in. */
export interface Outlet {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly address: string;
  readonly phone: string;
  readonly openNow: boolean;
  readonly opensNext: string | null;
  readonly hours: { readonly text: string; readonly textEn: string };
  readonly region: { readonly id: string } | null;
  /** `uri` is what a map or a telephone opens. */
  readonly coordinates: { readonly uri: string } | null;
}

/** Outlets of the region first, then those that are open, then those that open soonest; else as they came. */
export function ranked(outlets: readonly Outlet[], region: string | null): readonly Outlet[] {
  const isAway = (outlet: Outlet) => (region !== null && outlet.region?.id !== region ? 1 : 0);
  const isClosed = ({ openNow }: Outlet) => (openNow ? 0 : 1);
  const opens = ({ openNow, opensNext }: Outlet) => (openNow || opensNext === null ? 0 : Date.parse(opensNext));
  return outlets.toSorted(
    (one, other) => isAway(one) - isAway(other) || isClosed(one) - isClosed(other) || opens(one) - opens(other),
  );
}
