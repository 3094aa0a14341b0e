import { DomainError } from "@yimen/kernel/errors";
import type { PlainDate } from "@yimen/workdays/plainDate";
import { rules } from "./rules.js";

/**
 * What a measure makes less of, or waives (五减一免). The plan names the programme and, elsewhere, 环节、材料、时限;
 * visits, cost and the waiver of a fee complete it here.
 */
export const measureKinds = ["STEPS", "MATERIALS", "TIME", "VISITS", "COST", "FEE_WAIVED"] as const;
export type MeasureKind = (typeof measureKinds)[number];

/** One thing that was done to make a matter leaner. */
export interface OptimisationMeasure {
  readonly id: string;
  readonly matterId: string;
  readonly regionId: string;
  readonly kind: MeasureKind;
  readonly description: string;
  readonly takenOn: PlainDate;
  readonly recordedBy: string;
  /** Where it comes from, for seeded ones. */
  readonly source: string | null;
}

/** A measure is one that was taken, and says what was done. */
export class MeasureNotTaken extends DomainError {
  readonly code = "MEASURE_NOT_TAKEN";
  constructor(matterId: string) {
    super(
      {
        zh: "请写明已经采取的措施,日期不得晚于今天。",
        en: "Say what was done, on a day that has come.",
      },
      { matterId },
      rules.R041,
    );
  }
}

/** @throws MeasureNotTaken */
export function checkMeasure({ matterId, description, takenOn }: OptimisationMeasure, today: PlainDate): void {
  if (description.trim() === "" || takenOn > today) throw new MeasureNotTaken(matterId);
}
