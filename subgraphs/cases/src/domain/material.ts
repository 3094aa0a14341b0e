import type { PlainDate } from "@yimen/workdays/plainDate";
import type { Digest } from "./handedIn.js";
import type { Recognition } from "./recognition.js";

export type MaterialState = "MISSING" | "PRESENT" | "DEFERRED" | "TO_CORRECT";

/** One line of the checklist: what the pinned guide asks for, and whether it has been handed in. */
export interface Material {
  readonly requirementId: string;
  readonly code: string;
  readonly name: string;
  /** What kind of paper it is, wherever it is asked for; not noted of cases opened before that was asked. */
  readonly type?: string;
  /** Without it there is nothing to accept, unless it may follow later. */
  readonly required: boolean;
  /** Flagged by the department as one that may follow later (容缺, R060). */
  readonly deferrable: boolean;
  /** Working days after acceptance within which it must follow; `null` leaves it to the region's policy. */
  readonly maxDeferralDays: number | null;
  /** The kind of e-licence that was shown in place of the paper (R065); its number stands with the applicant. */
  readonly eLicence?: string;
  /** SHA-256 of the file handed in online; where the file lies stands with the applicant. */
  readonly digest?: string;
  /** Taken on the word of another region (R122); left out of papers that were handed in. */
  readonly recognition?: Recognition;
  readonly state: MaterialState;
  readonly receivedAt: string | null;
  readonly dueOn: PlainDate | null;
}

export const missing = (materials: readonly Material[]): Material[] =>
  materials.filter((material) => material.required && material.state === "MISSING");

export const outstanding = (materials: readonly Material[]): Material[] =>
  materials.filter((material) => material.state === "DEFERRED");

/**
 * The checklist once these have been handed in: a file is held against its digest from then on, and a paper brought to a
 * window takes the place of a file, and of another region's word (R122).
 */
export const handedIn = (
  materials: readonly Material[],
  requirementIds: readonly string[],
  receivedAt: string,
  digests: readonly Digest[] = [],
): Material[] =>
  materials.map((line): Material => {
    if (!requirementIds.includes(line.requirementId)) return line;
    const { digest: _, recognition: __, ...rest } = line;
    const file = digests.find(({ requirementId }) => requirementId === line.requirementId);
    return { ...rest, ...(file && { digest: file.digest }), state: "PRESENT", receivedAt };
  });

/** The checklist with one change to the named lines. */
export const withState = (
  materials: readonly Material[],
  requirementIds: readonly string[],
  change: Partial<Material>,
): Material[] =>
  materials.map((material) =>
    requirementIds.includes(material.requirementId) ? { ...material, ...change } : material,
  );
