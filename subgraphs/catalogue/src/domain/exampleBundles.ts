import type { Bundle, BundleOrigin } from "./bundle.js";

/** How many bundles 泗阳县's plan asks for (R068: 8项省市一件事, 县122项一件事清单). */
export const bundleCounts = { PROVINCE_CITY: 8, COUNTY: 122 } as const satisfies Partial<Record<BundleOrigin, number>>;

/**
 * Fills named bundles up to the plan's numbers with examples, each of two matters, always the same ones.
 *
 * @param named  bundles that are known by name; they count
 * @param matterIds  the region's matters, at least seventeen, in a fixed order
 */
export function exampleBundles(named: readonly Bundle[], regionId: string, matterIds: readonly string[]): Bundle[] {
  const pairs = matterIds.flatMap((first, index) =>
    matterIds.slice(index + 1).map((second) => [first, second] as const),
  );
  const missing = (Object.keys(bundleCounts) as (keyof typeof bundleCounts)[]).flatMap((origin) => {
    const known = named.filter((bundle) => bundle.origin === origin).length;
    return Array.from({ length: Math.max(0, bundleCounts[origin] - known) }, () => origin);
  });
  return missing.map((origin, index) => {
    const number = String(index + 1).padStart(3, "0");
    return {
      id: `${regionId}-example-bundle-${number}`,
      regionId,
      name: `示例一件事${number}`,
      nameEn: `Example bundle ${number}`,
      origin,
      jointLimit: { value: 10, unit: "WORKING_DAY" },
      matterIds: [...(pairs[index] ?? [])],
      source: "✱示例(数量 ✔ R068)",
    };
  });
}
