import { officialCalendar } from "@yimen/workdays/officialCalendar";
import { isWithin, type TimeLimit } from "@yimen/workdays/timeLimit";
import type { GuideContent } from "./guide.js";
import {
  CancelledProofRequired,
  DeferralWithoutLimit,
  GuideIncomplete,
  GuideKeyNotValid,
  GuideNumberBelowZero,
  type GuidePart,
  InstantGuideWaits,
  MaterialCodeRepeated,
  MaterialWithoutBasis,
  PromiseAboveStatutory,
} from "./guideRefusals.js";

/** The longest an instant matter may promise: the published ones say one working day, receipt included. */
const AT_ONCE: TimeLimit = { value: 1, unit: "WORKING_DAY" };

/**
 * What a guide must satisfy before it may be published.
 *
 * @param cancelledProofs  types of material nobody may ask for any more in this region (R039)
 * @throws GuideIncomplete, GuideNumberBelowZero, PromiseAboveStatutory, InstantGuideWaits, MaterialCodeRepeated, MaterialWithoutBasis,
 *   CancelledProofRequired, DeferralWithoutLimit, GuideKeyNotValid
 */
export function checkGuide(matterId: string, guide: GuideContent, cancelledProofs: ReadonlySet<string>): void {
  const missing = missingParts(guide);
  if (missing.length > 0) throw new GuideIncomplete(matterId, missing);
  if (numbersOf(guide).some((number) => number < 0)) throw new GuideNumberBelowZero(matterId);
  if (guide.statutoryLimit && !isWithin(guide.promisedLimit, guide.statutoryLimit, officialCalendar)) {
    throw new PromiseAboveStatutory(matterId, guide.promisedLimit, guide.statutoryLimit);
  }
  if (guide.kind === "INSTANT" && waits(guide)) throw new InstantGuideWaits(matterId);
  checkMaterials(matterId, guide, cancelledProofs);
  checkKeys(matterId, guide);
}

/** Form fields and situations are told apart by their keys, and situations need only what is on the list (R038). */
function checkKeys(matterId: string, { formFields = [], questions = [], materials }: GuideContent): void {
  const codes = new Set(materials.map(({ code }) => code));
  for (const keys of [formFields, questions, ...questions.map(({ options }) => options)]) {
    const seen = new Set<string>();
    for (const { key } of keys) {
      if (key.trim() === "" || seen.has(key)) throw new GuideKeyNotValid(matterId, key);
      seen.add(key);
    }
  }
  const named = questions.flatMap(({ options }) => options.flatMap(({ materialCodes }) => materialCodes));
  const unknown = named.find((code) => !codes.has(code));
  if (unknown !== undefined) throw new GuideKeyNotValid(matterId, unknown);
}

function checkMaterials(matterId: string, { materials }: GuideContent, cancelledProofs: ReadonlySet<string>): void {
  const seen = new Set<string>();
  for (const { code, name, type, basis, deferrable, maxDeferralDays } of materials) {
    if (seen.has(code)) throw new MaterialCodeRepeated(matterId, code);
    seen.add(code);
    if (basis.trim() === "") throw new MaterialWithoutBasis(matterId, code, name);
    if (cancelledProofs.has(type)) throw new CancelledProofRequired(matterId, code, name, type);
    if (deferrable !== (maxDeferralDays !== null && maxDeferralDays > 0)) {
      throw new DeferralWithoutLimit(matterId, code, name);
    }
  }
}

/** Guide and procedure stand or fall together (R027). A matter may well need no material at all, and have no fee. */
function missingParts({ legalBases, acceptanceConditions, reviewPoints, steps }: GuideContent): GuidePart[] {
  const parts: Record<GuidePart, readonly unknown[]> = {
    LEGAL_BASES: legalBases,
    ACCEPTANCE_CONDITIONS: acceptanceConditions,
    REVIEW_POINTS: reviewPoints,
    STEPS: steps,
  };
  return (Object.keys(parts) as GuidePart[]).filter((part) => parts[part].length === 0);
}

const waits = ({ promisedLimit, specialProcedures }: GuideContent) =>
  specialProcedures.length > 0 || !isWithin(promisedLimit, AT_ONCE, officialCalendar);

const numbersOf = ({
  promisedLimit,
  statutoryLimit,
  onSiteVisits,
  materials,
  steps,
  specialProcedures,
}: GuideContent) => [
  onSiteVisits,
  promisedLimit.value,
  ...[statutoryLimit, ...steps.map(({ limit }) => limit), ...specialProcedures.map(({ limit }) => limit)].map(
    (limit) => limit?.value ?? 0,
  ),
  ...materials.flatMap(({ originals, copies }) => [originals, copies]),
];
