import { DomainError } from "@yimen/kernel/errors";
import { plans } from "./plans.js";

/** An applicant whose commitment to bring a material later is not taken, until the credit is repaired (I-K1). */
export interface CreditBar {
  readonly id: string;
  readonly regionId: string;
  /** The id under which they sign in, or an identity number: personal. */
  readonly subject: string;
  readonly reason: string;
  readonly barredAt: Date;
  readonly barredBy: string;
  readonly liftedAt: Date | null;
  readonly liftedBy: string | null;
}

/** There is no such bar, or it has been lifted. */
export class CreditBarNotOpen extends DomainError {
  readonly code = "CREDIT_BAR_NOT_OPEN";
  constructor(creditBarId: string) {
    super(
      {
        zh: "没有这条未解除的失信记录;请核对编号。",
        en: "There is no such bar that has not been lifted; check its id.",
      },
      { creditBarId },
      plans.R060,
    );
  }
}

/** Bars are set and lifted by those who oversee. */
export class NotYoursToBar extends DomainError {
  readonly code = "NOT_YOURS_TO_BAR";
  constructor() {
    super(
      {
        zh: "失信限制由统筹协调人员或监督人员登记和解除;请联系上述人员。",
        en: "A credit bar is set and lifted by a coordinator or a supervisor; ask one of them.",
      },
      {},
      plans.R060,
    );
  }
}
