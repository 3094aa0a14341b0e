import type { Caller } from "@yimen/kernel/caller";
import { DomainError } from "@yimen/kernel/errors";
import { CoordinationOfficeOnly } from "./batchRefusals.js";
import { rules } from "./rules.js";

/** Who heads or represents a department may change what it publishes. */
const departmentRoles: readonly string[] = ["DIRECTOR", "CHIEF_REPRESENTATIVE"];

export class NotYoursToMaintain extends DomainError {
  readonly code = "NOT_YOURS_TO_MAINTAIN";
  constructor(departmentId: string) {
    super(
      {
        zh: "只有该部门的负责人、首席代表或协调办可以修改。",
        en: "Only the department's director or chief representative, or the coordination office, may change this.",
      },
      { departmentId },
      rules.R058,
    );
  }
}

export class CoordinatorNeeded extends DomainError {
  readonly code = "COORDINATOR_NEEDED";
  constructor(matterId: string) {
    super(
      {
        zh: "挂起事项重新使用,需经协调办同意。",
        en: "Only the coordination office may suspend a matter or take it up again.",
      },
      { matterId },
      rules.R044,
    );
  }
}

export const isCoordinator = ({ kind, claims }: Caller): boolean => kind === "STAFF" && claims.role === "COORDINATOR";

/** @throws NotYoursToMaintain unless of that department's direction, or of the coordination office */
export function checkMaintains(caller: Caller, departmentId: string): void {
  const { kind, claims } = caller;
  const own = kind === "STAFF" && claims.departmentId === departmentId && departmentRoles.includes(claims.role ?? "");
  if (!own && !isCoordinator(caller)) throw new NotYoursToMaintain(departmentId);
}

/** @throws CoordinatorNeeded */
export function checkCoordinates(caller: Caller, matterId: string): void {
  if (!isCoordinator(caller)) throw new CoordinatorNeeded(matterId);
}

/** @throws CoordinationOfficeOnly, with the rule of the list in question */
export function checkOffice(caller: Caller, rule: (typeof rules)[keyof typeof rules]): void {
  if (!isCoordinator(caller)) throw new CoordinationOfficeOnly(rule);
}
