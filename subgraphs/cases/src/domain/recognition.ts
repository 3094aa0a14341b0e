import { DomainError } from "@yimen/kernel/errors";
import type { Actor, Case } from "./case.js";
import type { CaseCommand } from "./caseCommand.js";
import type { CaseEvent } from "./caseEvent.js";
import { requireOnList } from "./correction.js";
import { plans } from "./plans.js";

/**
 * A paper that another region issued is taken on its word (异地互认, R122): by reference, checked with who issued it. The
 * reference itself is personal and stands with the applicant.
 */
export interface Recognition {
  /** Where it was issued. */
  readonly regionId: string;
  readonly issuedBy: string;
  /** With whom or in which register it was checked. */
  readonly checkedWith: string;
  readonly at: string;
  /** Who checked it. */
  readonly by: Actor;
}

/** Issued here, or nobody says by whom or how it was checked. */
export class RecognitionNotPossible extends DomainError {
  readonly code = "RECOGNITION_NOT_POSSIBLE";
  constructor({ id, regionId }: Case) {
    super(
      {
        zh: "异地互认须为其他地区出具的材料,并写明出具单位、核验途径和材料编号;请补全,本地材料按一般方式收取。",
        en: "Say which other region's body issued the paper, its number, and where it was checked; papers of this region are taken in as usual.",
      },
      { caseId: id, regionId },
      plans.R122,
    );
  }
}

/** @throws MaterialNotOnList, RecognitionNotPossible */
export function recognise(current: Case, command: Extract<CaseCommand, { type: "recognise" }>): CaseEvent {
  const { at, requirementId, regionId, issuedBy, checkedWith, referenced, by } = command;
  requireOnList(current, [requirementId]);
  const said = [regionId, issuedBy, checkedWith].every((text) => text.trim() !== "");
  if (!said || !referenced || regionId === current.regionId) throw new RecognitionNotPossible(current);
  return { type: "MaterialRecognised", at: at.toISOString(), requirementId, regionId, issuedBy, checkedWith, by };
}
