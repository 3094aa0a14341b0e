import type { Context } from "./context.js";
import type { ServingWindow } from "./domain/deferralNotice.js";
import { deferralNotices } from "./domain/deferralNotice.js";
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
import { insertDeferralNotices } from "./store/deferralNoticeStore.js";
import { findGuideCatalogue } from "./store/guideCatalogueStore.js";
import { findGuidesOfMatters, getGuide, insertGuides } from "./store/guideStore.js";
import { getMatter, MatterChangedMeanwhile, requireVersion, saveMatter } from "./store/matterStore.js";

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
 * @throws SiblingUnavailable when a deferral changes and the windows cannot be told, NotYoursToMaintain, MatterChangedMeanwhile, NotInGuideCatalogue, and the refusals of `guideGate` and
 *   `guideTimeline`
 */
export async function publishGuideVersion(context: Context, input: PublishGuideInput): Promise<GuideVersion> {
  const { caller, clock, db } = context;
  const publish = async (tx: Tx, windows: readonly ServingWindow[] | null) => {
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
    const changes = deferralChanges(versionAt(earlier, effectiveFrom)?.materials ?? [], guide.materials);
    if (changes.length > 0 && windows === null) throw new MatterChangedMeanwhile(matter);
    const next = { ...matter, version: matter.version + 1 };
    await saveMatter(tx, next);
    await insertGuides(tx, [guide], ends);
    await insertDeferralNotices(tx, deferralNotices(matter, guide.id, changes, windows ?? [], now));
    await append(
      tx,
      { ...next, stream: "MATTER" },
      {
        type: "GuideVersionPublished",
        guideId: guide.id,
        effectiveFrom: effectiveFrom.toISOString(),
        deferralChanges: changes,
        by,
      },
      now,
    );
    return guide.id;
  };
  const id = await runOnce(context, "publishGuideVersion", input, publish, () => windowsToTell(context, input));
  return getGuide(db, id);
}

/** The windows that must learn of it when a deferral changes (R060); `null` when none does. */
async function windowsToTell(
  { db, caller, staff, clock }: Context,
  { matterId, effectiveFrom, guide }: PublishGuideInput,
): Promise<readonly ServingWindow[] | null> {
  const matter = await getMatter(db, matterId);
  checkMaintains(caller, matter.departmentId);
  const before = versionAt(await findGuidesOfMatters(db, [matterId]), effectiveFrom ?? clock())?.materials ?? [];
  return deferralChanges(before, guide.materials).length > 0 ? staff.windowsServing(matter) : null;
}

async function checkContent(tx: Tx, matter: Matter, guide: GuideContent): Promise<void> {
  const cancelled = await findCancelledProofs(tx, matter.regionId);
  checkGuide(matter.id, guide, new Set(cancelled.map(({ type }) => type)));
  if (matter.exerciseLevel !== "TOWN" && matter.exerciseLevel !== "VILLAGE") return;
  const catalogue = await findGuideCatalogue(tx, matter.regionId, matter.exerciseLevel);
  if (catalogue.length > 0) checkListed(matter, new Set(catalogue.map(({ basicCode }) => basicCode)));
}
