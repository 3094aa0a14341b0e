import { DomainError } from "@yimen/kernel/errors";
import type { PlainDate } from "@yimen/workdays/plainDate";
import type { Ranked } from "./ranking.js";
import { rules } from "./rules.js";

/** 最佳服务大厅、最佳服务窗口、最美政务人 (R175). */
export const awardKinds = ["BEST_HALL", "BEST_WINDOW", "BEST_PERSON"] as const;
export type AwardKind = (typeof awardKinds)[number];

export interface Winner {
  readonly id: string;
  readonly place: number;
  readonly stars: number;
  readonly goodRate: number;
  readonly count: number;
}

/** One selection for one period; never changed. */
export interface Award {
  readonly id: string;
  readonly regionId: string;
  readonly kind: AwardKind;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly winners: readonly Winner[];
  /** 精神奖励 and 物质奖励 (R174): both are named. */
  readonly honour: string;
  readonly material: string;
  readonly grantedOn: PlainDate;
  readonly grantedBy: string;
  readonly outletId: string;
  readonly version: 1;
}

export class NobodyToHonour extends DomainError {
  readonly code = "NOBODY_TO_HONOUR";
  constructor(kind: AwardKind) {
    super(
      {
        zh: "本期有效评价样本不足,没有可评选的对象。",
        en: "Nobody has enough valid evaluations in this period to be ranked.",
      },
      { kind },
      rules.awards,
    );
  }
}

export class AwardPeriodInvalid extends DomainError {
  readonly code = "AWARD_PERIOD_INVALID";
  constructor() {
    super(
      {
        zh: "评选时段须已结束,名次数为 1 至 20。",
        en: "The period of a selection is over, and 1 to 20 places are honoured.",
      },
      {},
      rules.awards,
    );
  }
}

export class AwardAlreadyGranted extends DomainError {
  readonly code = "AWARD_ALREADY_GRANTED";
  constructor(awardId: string) {
    super({ zh: "本期该奖项已评选。", en: "This has been awarded for that period." }, { awardId }, rules.awards);
  }
}

/**
 * Everybody on the first places: equals share a place, so all of them are honoured (R175).
 *
 * @param ranked  as `rank` gives it: those without enough evaluations have no place
 * @throws NobodyToHonour
 */
export function winnersOf(kind: AwardKind, ranked: readonly Ranked[], places: number): Winner[] {
  const winners = ranked.flatMap(({ id, place, rating: { stars, goodRate, count } }) =>
    place === null || place > places || stars === null || goodRate === null
      ? []
      : [{ id, place, stars, goodRate, count }],
  );
  if (winners.length === 0) throw new NobodyToHonour(kind);
  return winners;
}

/** @throws AwardPeriodInvalid */
export function requireAwardPeriod(from: PlainDate, to: PlainDate, places: number, today: PlainDate): void {
  if (from > to || to >= today || !Number.isInteger(places) || places < 1 || places > 20)
    throw new AwardPeriodInvalid();
}
