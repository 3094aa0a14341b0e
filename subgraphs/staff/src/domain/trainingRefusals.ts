import { DomainError } from "@yimen/kernel/errors";
import { plans } from "./plans.js";

export class TrainingUnitInvalid extends DomainError {
  readonly code = "TRAINING_UNIT_INVALID";
  constructor(outletId: string) {
    super(
      {
        zh: "只有区中心、街道(乡镇)中心、村(社区)站组织培训;请核对网点。",
        en: "The district's centre, streets and villages train; this outlet is none of them.",
      },
      { outletId },
      plans.R155,
    );
  }
}

export class TrainingPlanInvalid extends DomainError {
  readonly code = "TRAINING_PLAN_INVALID";
  constructor() {
    super(
      {
        zh: "培训计划须写明年度(2000–2999)、至少一次培训和至少一项内容。",
        en: "A plan names a year (2000–2999), at least one session and at least one topic.",
      },
      {},
      plans.R209,
    );
  }
}

export class TrainingAlreadyPlanned extends DomainError {
  readonly code = "TRAINING_ALREADY_PLANNED";
  constructor(outletId: string, year: number) {
    super(
      { zh: "该单位本年度已有培训计划。", en: "This unit has a training plan for that year already." },
      { outletId, year },
      plans.R209,
    );
  }
}

export class TrainingSessionInvalid extends DomainError {
  readonly code = "TRAINING_SESSION_INVALID";
  constructor(reason: "NOBODY_ATTENDED" | "NO_TOPIC" | "IN_THE_FUTURE") {
    super(
      {
        zh: "培训记录须有参训人员和培训内容,且培训日期不晚于今天。",
        en: "A training is recorded after it was held, with who attended and what was taught.",
      },
      { reason },
      plans.R155,
    );
  }
}

export class NotTrainingOrganiser extends DomainError {
  readonly code = "NOT_TRAINING_ORGANISER";
  constructor(outletId: string) {
    super(
      {
        zh: "培训由本单位或其上级中心组织并记录。",
        en: "A training is planned and recorded by the unit's own people or by the centre above it.",
      },
      { outletId },
      plans.R155,
    );
  }
}

/** The certificate rests on a training that this person did not attend at this department. */
export class TrainingNotAttended extends DomainError {
  readonly code = "TRAINING_NOT_ATTENDED";
  constructor(trainingSessionId: string) {
    super(
      {
        zh: "该培训不是本部门组织的,或本人未参加,不能作为上岗依据。",
        en: "This training was not the department's, or the person did not attend it.",
      },
      { trainingSessionId },
      plans.R208,
    );
  }
}
