import { DomainError } from "@yimen/kernel/errors";
import type { GuideVersion } from "./guide.js";
import { rules } from "./rules.js";

/** When a version holds: from an instant on, up to but not including another. */
export interface Period {
  readonly effectiveFrom: Date;
  readonly effectiveTo: Date | null;
}

export class GuideEffectiveInPast extends DomainError {
  readonly code = "GUIDE_EFFECTIVE_IN_PAST";
  constructor(matterId: string, effectiveFrom: Date) {
    super(
      {
        zh: "新指南不能从过去的时间起生效:已受理的办件按受理时的指南办理。",
        en: "A guide cannot take effect in the past: cases keep the guide they were accepted under.",
      },
      { matterId, effectiveFrom: effectiveFrom.toISOString() },
      rules.R028,
    );
  }
}

export class GuideVersionOverlaps extends DomainError {
  readonly code = "GUIDE_VERSION_OVERLAPS";
  constructor(matterId: string, effectiveFrom: Date) {
    super(
      {
        zh: "该事项已有一个指南版本在同一时刻起生效。",
        en: "This matter already has a guide that takes effect at that instant.",
      },
      { matterId, effectiveFrom: effectiveFrom.toISOString() },
      rules.R028,
    );
  }
}

/** The version that holds at an instant; none before the first one. */
export const versionAt = <V extends Period>(versions: readonly V[], at: Date): V | null =>
  versions.find(
    ({ effectiveFrom, effectiveTo }) => effectiveFrom <= at && (effectiveTo === null || at < effectiveTo),
  ) ?? null;

/**
 * Where a new version stands among a matter's versions: it ends where the next one begins, and the one that held at
 * its beginning ends there. No two ever overlap and nothing changes before `effectiveFrom` (I-C3).
 *
 * @throws GuideEffectiveInPast, GuideVersionOverlaps
 */
export function placeVersion<V extends Pick<GuideVersion, "id"> & Period>(
  matterId: string,
  versions: readonly V[],
  effectiveFrom: Date,
  now: Date,
): { readonly effectiveTo: Date | null; readonly ends: string | null } {
  if (effectiveFrom < now) throw new GuideEffectiveInPast(matterId, effectiveFrom);
  if (versions.some((version) => version.effectiveFrom.getTime() === effectiveFrom.getTime())) {
    throw new GuideVersionOverlaps(matterId, effectiveFrom);
  }
  const next = versions
    .map((version) => version.effectiveFrom)
    .filter((from) => from > effectiveFrom)
    .sort((a, b) => a.getTime() - b.getTime())[0];
  return { effectiveTo: next ?? null, ends: versionAt(versions, effectiveFrom)?.id ?? null };
}
