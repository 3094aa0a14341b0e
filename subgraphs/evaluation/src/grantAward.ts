import { randomUUID } from "node:crypto";
import { officeDay } from "@yimen/workdays/instant";
import type { PlainDate } from "@yimen/workdays/plainDate";
import type { Context } from "./context.js";
import { workerFor } from "./domain/authority.js";
import { type Award, type AwardKind, requireAwardPeriod, winnersOf } from "./domain/award.js";
import { rank } from "./domain/ranking.js";
import { requireText } from "./domain/requireText.js";
import { type MutationInput, runOnce } from "./runOnce.js";
import { getAward, insertAward } from "./store/awardStore.js";
import type { Tx } from "./store/db.js";
import {
  type Period,
  ratedOutlets,
  ratedStaff,
  ratedWindows,
  staffRatedAt,
  windowsRatedAt,
} from "./store/ratingStore.js";

export interface GrantAwardInput extends MutationInput {
  readonly regionId: string;
  readonly kind: AwardKind;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** How many places are honoured; equals share one. */
  readonly places: number;
  readonly honour: string;
  readonly material: string;
}

/**
 * Honours the best of a region for a period that is over, as the valid evaluations rank them: nobody is chosen by hand
 * (R174, R175).
 *
 * @throws NotYourWork, AwardPeriodInvalid, NobodyToHonour, AwardAlreadyGranted, TextMissing, SiblingUnavailable
 */
export async function grantAward(context: Context, input: GrantAwardInput): Promise<Award> {
  const { db, caller, clock, staff } = context;
  const { regionId, kind, from, to } = input;
  const outlets = await staff.outletsOf(regionId);
  const by = workerFor("inspect", caller, outlets[0] ?? "");
  const id = await runOnce(db, caller, "grantAward", input, async (tx) => {
    const at = clock();
    const grantedOn = officeDay(at);
    requireAwardPeriod(from, to, input.places, grantedOn);
    const honoured = winnersOf(kind, rank(await candidatesOf[kind](tx, outlets, { from, to })), input.places);
    const award: Award = {
      id: randomUUID(),
      regionId,
      kind,
      from,
      to,
      winners: honoured,
      honour: requireText("honour", input.honour),
      material: requireText("material", input.material),
      grantedOn,
      grantedBy: by,
      outletId: caller.claims.outletId ?? (outlets[0] as string),
      version: 1,
    };
    await insertAward(tx, award, at);
    return award.id;
  });
  return getAward(db, id);
}

/** Who is ranked for an award. */
const candidatesOf = {
  BEST_HALL: (tx: Tx, outlets: readonly string[], period: Period) => ratedOutlets(tx, outlets, period),
  BEST_WINDOW: async (tx: Tx, outlets: readonly string[], period: Period) =>
    ratedWindows(tx, await windowsRatedAt(tx, outlets), period),
  BEST_PERSON: async (tx: Tx, outlets: readonly string[], period: Period) =>
    ratedStaff(tx, await staffRatedAt(tx, outlets), period),
};
