import { DomainError } from "@yimen/kernel/errors";
import type { PlainDate } from "@yimen/workdays/plainDate";
import type { Matter, MatterState } from "./matter.js";
import { rules } from "./rules.js";

export class MatterTransitionNotAllowed extends DomainError {
  readonly code = "MATTER_TRANSITION_NOT_ALLOWED";
  constructor({ id, state }: Matter, allowedFrom: MatterState) {
    super(
      {
        zh: `该事项当前状态为 ${state},不能执行该操作。`,
        en: `This is possible only for a matter that is ${allowedFrom}; it is ${state}.`,
      },
      { matterId: id, state, allowedFrom },
      rules.R044,
    );
  }
}

/** @throws MatterTransitionNotAllowed unless it is in use */
export function suspend(current: Matter, reason: string): Matter {
  if (current.state !== "IN_USE") throw new MatterTransitionNotAllowed(current, "IN_USE");
  return { ...current, state: "SUSPENDED", stateReason: reason, version: current.version + 1 };
}

/** @throws MatterTransitionNotAllowed unless it is suspended */
export function reactivate(current: Matter, on: PlainDate): Matter {
  if (current.state !== "SUSPENDED") throw new MatterTransitionNotAllowed(current, "SUSPENDED");
  return { ...current, state: "IN_USE", stateReason: null, reactivatedOn: on, version: current.version + 1 };
}
