import type { Context } from "./context.js";
import type { GuideContent, GuideVersion } from "./domain/guide.js";
import { checkListed } from "./domain/guideCatalogue.js";
import { checkGuide } from "./domain/guideGate.js";
import { placeVersion, versionAt } from "./domain/guideTimeline.js";
import { checkMaintains } from "./domain/maintenance.js";
import { deferralChanges } from "./domain/material.js";
import type { Matter } from "./domain/matter.js";
import { numberedGuide } from "./domain/numberedGuide.js";
import { type MutationInput, runOnce } from "./runOnce.js";
import { findCancelledProofs } from "./store/cancelledProofStore.js";
import { append } from "./store/catalogueLog.js";
import type { Tx } from "./store/db.js";
import { findGuideCatalogue } from "./store/guideCatalogueStore.js";
import { findGuidesOfMatters, getGuide, insertGuides } from "./store/guideStore.js";
import { getMatter, requireVersion, saveMatter } from "./store/matterStore.js";

export interface PublishGuideInput extends MutationInput {
  readonly matterId: string;
  /** The matter's version the client has seen; left out, whatever is stored. */
  readonly version?: number | null;
  /** Left out: at once. */
  readonly effectiveFrom?: Date | null;
  readonly guide: GuideContent;
}

/**
 * Publishes a guide together with its procedure (R027). The one before ends where it begins; running cases keep theirs.
 *
 * @throws NotYoursToMaintain, MatterChangedMeanwhile, NotInGuideCatalogue, and the refusals of `guideGate` and
 *   `guideTimeline`
 */
export async function publishGuideVersion(context: Context, input: PublishGuideInput): Promise<GuideVersion> {
  const { caller, clock, db } = context;
  const id = await runOnce(context, "publishGuideVersion", input, async (tx) => {
    const matter = await getMatter(tx, input.matterId);
    checkMaintains(caller, matter.departmentId);
    requireVersion(matter, input.version);
    await checkContent(tx, matter, input.guide);

    const now = clock();
    const by = caller.subject ?? "";
    const earlier = await findGuidesOfMatters(tx, [matter.id]);
    const effectiveFrom = input.effectiveFrom ?? now;
    const { effectiveTo, ends } = placeVersion(matter.id, earlier, effectiveFrom, now);
    const guide = numberedGuide(
      matter.id,
      earlier.length + 1,
      { effectiveFrom, effectiveTo, publishedAt: now, publishedBy: by },
      input.guide,
    );
    const next = { ...matter, version: matter.version + 1 };
    await saveMatter(tx, next);
    await insertGuides(tx, [guide], ends);
    await append(
      tx,
      { ...next, stream: "MATTER" },
      {
        type: "GuideVersionPublished",
        guideId: guide.id,
        effectiveFrom: effectiveFrom.toISOString(),
        deferralChanges: deferralChanges(versionAt(earlier, effectiveFrom)?.materials ?? [], guide.materials),
        by,
      },
      now,
    );
    return guide.id;
  });
  return getGuide(db, id);
}

async function checkContent(tx: Tx, matter: Matter, guide: GuideContent): Promise<void> {
  const cancelled = await findCancelledProofs(tx, matter.regionId);
  checkGuide(matter.id, guide, new Set(cancelled.map(({ type }) => type)));
  if (matter.exerciseLevel !== "TOWN" && matter.exerciseLevel !== "VILLAGE") return;
  const catalogue = await findGuideCatalogue(tx, matter.regionId, matter.exerciseLevel);
  if (catalogue.length > 0) checkListed(matter, new Set(catalogue.map(({ basicCode }) => basicCode)));
}
