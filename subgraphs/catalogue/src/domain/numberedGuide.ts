import type { GuideContent, GuideVersion } from "./guide.js";

type Publication = Pick<GuideVersion, "effectiveFrom" | "effectiveTo" | "publishedAt" | "publishedBy">;

/** A guide with its id, which says which of its matter's guides it is. */
export const numberedGuide = (
  matterId: string,
  version: number,
  publication: Publication,
  content: GuideContent,
): GuideVersion => ({ ...content, ...publication, id: `${matterId}@${version}`, matterId, version });
