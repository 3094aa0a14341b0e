import { instantOf } from "@yimen/workdays/instant";
import type { PlainDate } from "@yimen/workdays/plainDate";
import type { Context } from "./context.js";
import type { BundleOrigin } from "./domain/bundle.js";
import type { GuideVersion } from "./domain/guide.js";
import { type Measured, type Minimality, minimality, minimalityByDepartment } from "./domain/indicators.js";
import type { Matter } from "./domain/matter.js";
import { needsNoPaper } from "./domain/optimisation.js";
import { type MeasureKind, measureKinds } from "./domain/optimisationMeasure.js";
import { findBundlesOfRegion } from "./store/bundleStore.js";
import { findGuidesAt } from "./store/guideStore.js";
import { findMattersOfRegion } from "./store/matterStore.js";
import { countMeasures } from "./store/optimisationMeasureStore.js";

/** A part of a whole. */
export interface Share {
  readonly part: number;
  readonly whole: number;
}

/** What a region's catalogue looked like at the end of a day. */
export interface RegionIndicators {
  readonly regionId: string;
  readonly asOf: PlainDate;
  readonly minimality: Minimality;
  readonly departments: readonly { readonly departmentId: string; readonly minimality: Minimality }[];
  /** Matters done at once (R040). */
  readonly instant: Share;
  /** Matters that can be handled online (R064). */
  readonly online: Share;
  /** Matters on the list for telephones (R062). */
  readonly mobile: Share;
  /** Matters for which nothing of paper has to be brought (R206). */
  readonly noPaper: Share;
  /** Matters that may be handed in outside their province (R047, R049). */
  readonly crossProvince: Share;
  /** Bundles by whose list they stand on (R068). */
  readonly bundles: Readonly<Record<BundleOrigin, number>>;
  /** Measures taken by then, by kind (R041). */
  readonly measures: readonly { readonly kind: MeasureKind; readonly count: number }[];
}

/** Computed from what was published by then; recomputed on every reading, so never stale. */
export async function measureRegion({ db }: Context, regionId: string, asOf: PlainDate): Promise<RegionIndicators> {
  const matters = (await findMattersOfRegion(db, regionId)).filter(
    ({ state, publishedOn }) => state !== "CANCELLED" && publishedOn <= asOf,
  );
  const ids = matters.map(({ id }) => id);
  const [guides, bundles, measures] = await Promise.all([
    findGuidesAt(db, ids, instantOf(asOf, "24:00")),
    findBundlesOfRegion(db, regionId),
    countMeasures(db, regionId, asOf),
  ]);
  const matterById = new Map(matters.map((matter) => [matter.id, matter]));
  const guided = guides.flatMap((guide) => {
    const matter = matterById.get(guide.matterId);
    return matter ? [{ matter, guide }] : [];
  });
  const measured = guided.map(measuredOf);
  const count = (origin: BundleOrigin) => bundles.filter((bundle) => bundle.origin === origin).length;
  return {
    regionId,
    asOf,
    minimality: minimality(measured),
    departments: minimalityByDepartment(measured),
    instant: shareOf(guides, ({ kind }) => kind === "INSTANT"),
    online: shareOf(matters, ({ handlingForms }) => handlingForms.includes("ONLINE")),
    mobile: shareOf(matters, ({ lists }) => lists.includes("MOBILE")),
    noPaper: shareOf(guides, needsNoPaper),
    crossProvince: shareOf(matters, ({ handlingRange }) => handlingRange === "NATIONAL"),
    bundles: { PROVINCE_CITY: count("PROVINCE_CITY"), COUNTY: count("COUNTY"), LOCAL: count("LOCAL") },
    measures: measureKinds.map((kind) => ({ kind, count: measures.get(kind) ?? 0 })),
  };
}

const shareOf = <T>(all: readonly T[], counts: (one: T) => boolean): Share => ({
  part: all.filter(counts).length,
  whole: all.length,
});

const measuredOf = ({ matter, guide }: { matter: Matter; guide: GuideVersion }): Measured => ({
  departmentId: matter.departmentId,
  promisedLimit: guide.promisedLimit,
  statutoryLimit: guide.statutoryLimit,
  materials: guide.materials.length,
  steps: guide.steps.length,
  baseline: matter.baseline,
});
