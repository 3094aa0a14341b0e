import { randomUUID } from "node:crypto";
import { officeDay } from "@yimen/workdays/instant";
import { changeRecord } from "./changeRecord.js";
import type { Context } from "./context.js";
import { type Indicator, requireScheme, type SchemeAudience } from "./domain/appraisalScheme.js";
import { requireOutletKeeper } from "./domain/authority.js";
import { outletEvent } from "./domain/outletEvent.js";
import { findSchemes, insertScheme } from "./store/appraisalSchemeStore.js";
import { getOutlet, getOutletIdsUpwards } from "./store/outletStore.js";

export interface AdoptAppraisalSchemeInput {
  readonly clientMutationId: string;
  readonly outletId: string;
  readonly audience: SchemeAudience;
  readonly validFrom: string;
  readonly indicators: readonly Indicator[];
}

/**
 * Adopts a new version of an outlet's quantified indicators, from today or later on (R205).
 *
 * @returns the outlet's id
 * @throws OutletNotFound, NotOutletKeeper, SchemeInvalid, SchemeAdoptedMeanwhile
 */
export const adoptAppraisalScheme = (context: Context, input: AdoptAppraisalSchemeInput): Promise<string> =>
  changeRecord(context, "adoptAppraisalScheme", input, async (tx, at) => {
    const { clientMutationId: key, outletId, audience, validFrom } = input;
    await getOutlet(tx, outletId);
    const staffId = requireOutletKeeper(context.caller, outletId, await getOutletIdsUpwards(tx, outletId));
    const earlier = (await findSchemes(tx, [outletId])).filter((each) => each.audience === audience);
    const indicators = input.indicators.map(({ code, name, nameEn, input: source, weight, parameter }) => ({
      ...{ code: code.trim(), name, nameEn, input: source, weight, parameter },
    }));
    const version = (earlier.at(-1)?.version ?? 0) + 1;
    const scheme = requireScheme(
      { id: randomUUID(), outletId, audience, version, validFrom, indicators },
      officeDay(at),
    );
    await insertScheme(tx, scheme);
    const event = outletEvent("APPRAISAL_SCHEME_ADOPTED", { outletId, staffId, at, key }, { schemeId: scheme.id });
    return { id: outletId, events: [event] };
  });
