import type { Actor } from "./case.js";
import { SealNotFound } from "./sealRefusals.js";

/** Why a use of a seal is not in order (R126). */
export const sealIrregularities = ["NO_APPROVED_DECISION", "NO_RIGHT"] as const;
export type SealIrregularity = (typeof sealIrregularities)[number];

/** One use of a department's seal for administrative approval (行政审批专用章, GB/T 39046 §6.9.2). */
export interface SealUse {
  readonly id: string;
  readonly sealId: string;
  readonly departmentId: string;
  readonly outletId: string;
  /** The approved decision it belongs to. */
  readonly caseId: string | null;
  readonly documentNo: string;
  readonly usedById: string;
  readonly actingForId: string | null;
  readonly at: Date;
  /** With one, the use is an alert until it is closed with a finding (I-K17). */
  readonly irregularity: SealIrregularity | null;
  readonly finding: string | null;
  readonly closedAt: Date | null;
  readonly closedById: string | null;
}

const SUFFIX = "-approval-seal";

/** Every department has one seal for its approvals; its id is made of the department's. */
export const sealOf = (departmentId: string): string => departmentId + SUFFIX;

/** @throws SealNotFound */
export function departmentOf(sealId: string): string {
  const departmentId = sealId.slice(0, -SUFFIX.length);
  if (!sealId.endsWith(SUFFIX) || departmentId === "") throw new SealNotFound(sealId);
  return departmentId;
}

/** The right to the seal is that of the approval office's director, or of who acts in the director's place (R128). */
export const holdsSealRight = (duty: { readonly present: boolean; readonly role: string | null }): boolean =>
  duty.present && duty.role === "DIRECTOR";

/** What is wrong with a use; `null` when it belongs to an approved decision and its user has the right (I-K17). */
export function irregularityOf(decidedCaseId: string | null, entitled: boolean): SealIrregularity | null {
  if (decidedCaseId === null) return "NO_APPROVED_DECISION";
  return entitled ? null : "NO_RIGHT";
}

/** A use as it is recorded. */
export const sealUse = (
  {
    by,
    ...given
  }: Pick<SealUse, "id" | "departmentId" | "outletId" | "caseId" | "documentNo" | "at"> & {
    readonly by: Actor;
  },
  entitled: boolean,
): SealUse => ({
  ...given,
  sealId: sealOf(given.departmentId),
  usedById: by.staffId,
  actingForId: by.actingForId,
  irregularity: irregularityOf(given.caseId, entitled),
  finding: null,
  closedAt: null,
  closedById: null,
});
