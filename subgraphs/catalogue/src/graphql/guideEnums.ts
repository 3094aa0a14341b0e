import { labelledEnum } from "@yimen/kernel/labelledEnum";
import type { TimeUnit } from "@yimen/workdays/timeLimit";
import type { CaseKind, DecisionMode, SpecialProcedureKind } from "../domain/guide.js";
import type { MaterialForm, MaterialNecessity, MaterialSource } from "../domain/material.js";

export const TimeUnitEnum = labelledEnum<TimeUnit>("TimeUnit", "时限单位。 Unit of a limit.", {
  WORKING_DAY: ["工作日", "Working day"],
  CALENDAR_DAY: ["自然日", "Calendar day"],
  HOUR: ["小时", "Hour"],
  MONTH: ["月", "Month"],
});

export const CaseKindEnum = labelledEnum<CaseKind>("CaseKind", "办件类型(GB/T 39046 A.6)。 Kind of case.", {
  INSTANT: ["即办件", "Done at once"],
  PROMISED: ["承诺件", "Done within the promised limit"],
  OTHER: ["其他", "Other"],
});

export const DecisionModeEnum = labelledEnum<DecisionMode>(
  "DecisionMode",
  "受理与决定是否分离。 Who accepts and who decides.",
  {
    SEPARATED: ["受审分离(R085)", "Who accepts does not decide"],
    SINGLE_STEP: ["一环节审批(R086)", "One named officer does all of it"],
  },
);

export const SpecialProcedureKindEnum = labelledEnum<SpecialProcedureKind>(
  "SpecialProcedureKind",
  "特别程序种类(GB/T 39046 A.7)。 Kind of special procedure.",
  {
    EXTENSION: ["延长审批", "Prolongs the limit"],
    OTHER: ["听证、检验、勘验、评审等", "Hearing, inspection, review: the clock stands still"],
  },
);

export const MaterialFormEnum = labelledEnum<MaterialForm>("MaterialForm", "材料形式。 Form of a material.", {
  ORIGINAL: ["原件", "Original"],
  COPY: ["复印件", "Copy"],
  ORIGINAL_AND_COPY: ["原件和复印件", "Original and copy"],
  ELECTRONIC: ["电子材料", "Electronic"],
  E_LICENCE: ["电子证照", "Electronic licence"],
});

export const MaterialSourceEnum = labelledEnum<MaterialSource>("MaterialSource", "材料来源。 Who makes it.", {
  APPLICANT: ["申请人自备", "The applicant"],
  GOVERNMENT: ["政府部门核发", "A government body"],
  OTHER: ["其他", "Somebody else"],
});

export const MaterialNecessityEnum = labelledEnum<MaterialNecessity>("MaterialNecessity", "材料必要性。 Necessity.", {
  REQUIRED: ["必要", "Required"],
  OPTIONAL: ["非必要", "Optional"],
  CONDITIONAL: ["视情形", "Required in the stated case"],
});
