import { DomainError } from "@yimen/kernel/errors";
import { existsOn, type Outlet, type OutletKind } from "./outlet.js";
import { plans } from "./plans.js";

export class OutletPlaceInvalid extends DomainError {
  readonly code = "OUTLET_PLACE_INVALID";
  constructor(reason: "PARENT_CLOSED" | "PARENT_KIND" | "PARTNER_KIND" | "NAME_MISSING") {
    super(
      {
        zh: "网点须设在现存的上级网点之下:区中心下设分中心、街道和代办点,街道下设村(社区)站;合作网点须注明合作方类型,名称、所在地须填写。",
        en: "An outlet is below an existing one of the level above it; a partner's says whose place it is; name and place are given.",
      },
      { reason },
      plans.R001,
    );
  }
}

const centres: readonly OutletKind[] = ["CENTRE", "SUB_CENTRE", "STREET_CENTRE"];

/** Below which kinds each kind stands; a partner's may be inside any centre (R018). */
const parents: Record<OutletKind, readonly OutletKind[]> = {
  CENTRE: [],
  SUB_CENTRE: ["CENTRE"],
  STREET_CENTRE: ["CENTRE"],
  VILLAGE_STATION: ["STREET_CENTRE"],
  AGENT_POINT: centres,
  PARTNER_OUTLET: centres,
  SELF_SERVICE_TERMINAL: [...centres, "VILLAGE_STATION", "AGENT_POINT", "PARTNER_OUTLET"],
};

type Given = Pick<Outlet, "kind" | "partnerKind" | "name" | "nameEn" | "locality" | "address" | "phone">;

/** @throws OutletPlaceInvalid */
export function requirePlace(given: Given, parent: Outlet, day: string): Given {
  if (!existsOn(parent, day)) throw new OutletPlaceInvalid("PARENT_CLOSED");
  if (!parents[given.kind].includes(parent.kind)) throw new OutletPlaceInvalid("PARENT_KIND");
  if ((given.kind === "PARTNER_OUTLET") !== (given.partnerKind !== null)) throw new OutletPlaceInvalid("PARTNER_KIND");
  const [name, locality] = [given.name.trim(), given.locality.trim()];
  if (!name || !locality) throw new OutletPlaceInvalid("NAME_MISSING");
  return { ...given, name, locality };
}
