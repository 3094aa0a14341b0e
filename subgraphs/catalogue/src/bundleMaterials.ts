import type { Context } from "./context.js";
import { type Bundle, type MergedMaterial, mergeMaterials } from "./domain/bundle.js";

/** One set of materials out of the guides in force; a matter without one asks for nothing. */
export async function bundleMaterials({ loaders }: Context, { matterIds }: Bundle): Promise<MergedMaterial[]> {
  const guides = await Promise.all(matterIds.map((id) => loaders.guideNowOf.load(id)));
  return mergeMaterials(
    guides.flatMap((guide) => (guide ? [{ matterId: guide.matterId, materials: guide.materials }] : [])),
  );
}
