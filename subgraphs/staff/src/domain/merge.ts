import { DomainError } from "@yimen/kernel/errors";
import { existsOn, type Outlet } from "./outlet.js";
import { plans } from "./plans.js";

export class MergeNotAllowed extends DomainError {
  readonly code = "OUTLET_MERGE_NOT_ALLOWED";
  constructor(reason: "NOT_SUB_CENTRE" | "NOT_CENTRE" | "OTHER_REGION" | "CLOSED") {
    super(
      {
        zh: "只有现存的分中心可以并入本区域现存的政务服务大厅。",
        en: "Only a sub-centre that exists is taken into a centre of its region that exists.",
      },
      { reason },
      plans.R006,
    );
  }
}

/**
 * The sub-centre as it stands once it was taken into the centre: closed from that day on, and on record with where it
 * went, so that no case loses its outlet (R006).
 *
 * @throws MergeNotAllowed
 */
export function merge(outlet: Outlet, into: Outlet, day: string): Outlet & { readonly mergedIntoId: string } {
  if (outlet.kind !== "SUB_CENTRE") throw new MergeNotAllowed("NOT_SUB_CENTRE");
  if (into.kind !== "CENTRE") throw new MergeNotAllowed("NOT_CENTRE");
  if (outlet.regionId !== into.regionId) throw new MergeNotAllowed("OTHER_REGION");
  if (!existsOn(outlet, day) || !existsOn(into, day)) throw new MergeNotAllowed("CLOSED");
  return { ...outlet, closedOn: day, mergedIntoId: into.id };
}
