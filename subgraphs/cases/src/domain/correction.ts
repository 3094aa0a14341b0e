import type { Case } from "./case.js";
import { DeferralRuns, MaterialNotNamed, MaterialNotOnList, NoticeNotComplete } from "./refusals.js";

/**
 * Whether a correction of these materials may be asked for: they are on the list (R038), are not still to follow by
 * the applicant's commitment (R060), and could not have been named before (R089, I-K10).
 *
 * @throws MaterialNotNamed, MaterialNotOnList, DeferralRuns, NoticeNotComplete
 */
export function requireCorrectable(current: Case, requirementIds: readonly string[]): void {
  requireOnList(current, requirementIds);
  const deferred = current.materials.filter(
    ({ requirementId, state }) => state === "DEFERRED" && requirementIds.includes(requirementId),
  );
  if (deferred.length > 0) throw new DeferralRuns(current, deferred);
  requireOneNotice(current, requirementIds);
}

/** @throws MaterialNotNamed, MaterialNotOnList */
export function requireOnList(current: Case, requirementIds: readonly string[]): void {
  if (requirementIds.length === 0) throw new MaterialNotNamed();
  const listed = new Set(current.materials.map(({ requirementId }) => requirementId));
  const unknown = requirementIds.filter((id) => !listed.has(id));
  if (unknown.length > 0) throw new MaterialNotOnList(unknown);
}

/** A later notice may repeat what an earlier one named, and name what was handed in since; never add to it. */
function requireOneNotice({ corrections, materials }: Case, requirementIds: readonly string[]): void {
  const [first] = corrections;
  if (!first) return;
  const told = new Set(corrections.flatMap((notice) => notice.requirementIds));
  const newer = new Set(
    materials.filter(({ receivedAt }) => receivedAt && receivedAt > first.at).map(({ requirementId }) => requirementId),
  );
  const added = requirementIds.filter((id) => !told.has(id) && !newer.has(id));
  if (added.length > 0) throw new NoticeNotComplete(added);
}
