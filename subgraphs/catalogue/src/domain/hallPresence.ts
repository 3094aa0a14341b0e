import { DomainError } from "@yimen/kernel/errors";
import type { PlainDate } from "@yimen/workdays/plainDate";
import type { Matter } from "./matter.js";
import { rules } from "./rules.js";

/** Why a matter need not come to the hall: state security, or premises of a special kind (国家安全等…特殊要求). */
export const exemptionReasons = ["NATIONAL_SECURITY", "SPECIAL_PREMISES"] as const;
export type ExemptionReason = (typeof exemptionReasons)[number];

export interface HallExemption {
  readonly matterId: string;
  readonly regionId: string;
  readonly reason: ExemptionReason;
  /** What the requirement is. */
  readonly note: string;
  readonly decidedOn: PlainDate;
  readonly decidedBy: string;
}

/** An exemption says why. */
export class ExemptionWithoutReason extends DomainError {
  readonly code = "EXEMPTION_WITHOUT_REASON";
  constructor(matterId: string) {
    super(
      {
        zh: "事项应进驻大厅;不进驻的须写明对办公场所的特殊要求。",
        en: "Matters belong in the hall; say what special premises this one needs.",
      },
      { matterId },
      rules.R053,
    );
  }
}

/** @throws ExemptionWithoutReason */
export function checkExemption({ matterId, note }: HallExemption): void {
  if (note.trim() === "") throw new ExemptionWithoutReason(matterId);
}

/** How many of those that should have come into the hall have (应进必进). */
export interface HallPresence {
  /** Present and due. */
  readonly present: readonly string[];
  /** Due, and not there. */
  readonly absent: readonly string[];
  readonly exempt: readonly string[];
}

/**
 * Holds matters against the hall: every matter is present, absent or exempt, and nothing twice. Being there is the
 * default, so a matter without an exemption counts, whether its department came or not.
 *
 * @param departments  those whose arrangement, stationed or entrusted, is in force
 */
export function hallPresence(
  matters: readonly Pick<Matter, "id" | "departmentId">[],
  departments: ReadonlySet<string>,
  exempted: ReadonlySet<string>,
): HallPresence {
  const due = matters.filter(({ id }) => !exempted.has(id));
  const ids = (some: readonly { readonly id: string }[]) => some.map(({ id }) => id);
  return {
    present: ids(due.filter(({ departmentId }) => departments.has(departmentId))),
    absent: ids(due.filter(({ departmentId }) => !departments.has(departmentId))),
    exempt: ids(matters.filter(({ id }) => exempted.has(id))),
  };
}
