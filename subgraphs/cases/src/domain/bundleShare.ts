/** What was handed in within a year. */
export interface BundleCounts {
  /** All cases, sub-cases of bundles among them. */
  readonly cases: number;
  /** Cases that are part of a bundle. */
  readonly subCases: number;
  /** Bundles handed in. */
  readonly bundles: number;
}

/** A share with its target. */
export interface Share {
  readonly part: number;
  readonly whole: number;
  /** `null` when nothing was handed in. */
  readonly value: number | null;
  /** At least half ("不低于" includes the boundary); decided in whole numbers. */
  readonly met: boolean | null;
}

/** How much of a year's work went through bundles, in both readings of the plan's sentence. */
export interface BundleShare {
  /** Sub-cases of bundles among all cases (年度办件). */
  readonly byCase: Share;
  /** Bundles among all submissions: a bundle counts once, however many matters it has. */
  readonly bySubmission: Share;
}

/** @see R070 相关应用案例不低于年度办件的50% */
export const bundleShare = ({ cases, subCases, bundles }: BundleCounts): BundleShare => ({
  byCase: share(subCases, cases),
  bySubmission: share(bundles, cases - subCases + bundles),
});

const share = (part: number, whole: number): Share => ({
  part,
  whole,
  value: whole === 0 ? null : part / whole,
  met: whole === 0 ? null : 2 * part >= whole,
});
