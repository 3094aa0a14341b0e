export type MaterialForm = "ORIGINAL" | "COPY" | "ORIGINAL_AND_COPY" | "ELECTRONIC" | "E_LICENCE";

/** Who makes it: the applicant, a government body, or somebody else. */
export type MaterialSource = "APPLICANT" | "GOVERNMENT" | "OTHER";

/** NAT `is_need`: required, optional, or required only in a stated case. */
export type MaterialNecessity = "REQUIRED" | "OPTIONAL" | "CONDITIONAL";

export interface MaterialRequirement {
  /** Unique within the guide; the id of the requirement is made of the guide's id and this. */
  readonly code: string;
  readonly name: string;
  /** What kind of paper it is, wherever it is asked for: the same type in two guides is one paper (R069). */
  readonly type: string;
  readonly form: MaterialForm;
  readonly originals: number;
  readonly copies: number;
  readonly source: MaterialSource;
  readonly necessity: MaterialNecessity;
  /** The provision that asks for it (R061). */
  readonly basis: string;
  /** May be handed in after acceptance, against a written commitment (容缺后补). */
  readonly deferrable: boolean;
  /** Working days at most; `null` unless deferrable. */
  readonly maxDeferralDays: number | null;
  /** Where a filled-in example can be had free of charge. */
  readonly sampleForm: string | null;
  readonly blankForm: string | null;
  readonly acceptStandard: string;
  /** An e-licence that can stand for the paper, such as 营业执照 (R065). */
  readonly eLicence: string | null;
}

/** Materials whose deferral was allowed or forbidden between two guides: the windows must be told (R060). */
export function deferralChanges(
  before: readonly MaterialRequirement[],
  after: readonly MaterialRequirement[],
): { code: string; deferrable: boolean }[] {
  const was = new Map(before.map(({ code, deferrable }) => [code, deferrable]));
  return after
    .filter(({ code, deferrable }) => (was.get(code) ?? false) !== deferrable)
    .map(({ code, deferrable }) => ({ code, deferrable }));
}
