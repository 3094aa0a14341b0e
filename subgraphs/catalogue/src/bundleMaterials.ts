import type { Context } from "./context.js";
import { type Bundle, type MergedMaterial, mergeMaterials } from "./domain/bundle.js";
import { type MergedField, mergeForms } from "./domain/form.js";
import type { GuideVersion } from "./domain/guide.js";

/** One set of materials out of the guides in force; a matter without one asks for nothing. */
export const bundleMaterials = async (context: Context, bundle: Bundle): Promise<MergedMaterial[]> =>
  mergeMaterials(await guidesOf(context, bundle));

/** One form out of the same guides. */
export const bundleForm = async (context: Context, bundle: Bundle): Promise<MergedField[]> =>
  mergeForms(
    (await guidesOf(context, bundle)).map(({ matterId, formFields = [] }) => ({ matterId, fields: formFields })),
  );

async function guidesOf({ loaders }: Context, { matterIds }: Bundle): Promise<GuideVersion[]> {
  const guides = await Promise.all(matterIds.map((id) => loaders.guideNowOf.load(id)));
  return guides.filter((guide) => guide !== null);
}
