import type { Caller } from "@yimen/kernel/caller";
import { DomainError } from "@yimen/kernel/errors";
import { plans } from "./plans.js";
import { inUseOn, type Terminal } from "./terminal.js";

export class NotTerminalStaff extends DomainError {
  readonly code = "NOT_TERMINAL_STAFF";
  constructor(terminalId: string) {
    super(
      {
        zh: "自助终端由所在网点或其上级网点的人员、设备报告和核验。",
        en: "A terminal is reported and verified by the outlet where it stands, or by one above it.",
      },
      { terminalId },
      plans.R020,
    );
  }
}

/**
 * @param outletIds  the outlet where it stands, followed by those above it
 * @returns the staff member, or the machine, that calls; @throws NotTerminalStaff
 */
export function requireTerminalStaff(
  { kind, claims }: Caller,
  terminalId: string,
  outletIds: readonly string[],
): string {
  const there = claims.outletId !== undefined && outletIds.includes(claims.outletId);
  if (kind !== "STAFF" || !claims.staffId || !there) throw new NotTerminalStaff(terminalId);
  return claims.staffId;
}

export class TerminalNotInUse extends DomainError {
  readonly code = "TERMINAL_NOT_IN_USE";
  constructor({ id, removedOn }: Terminal) {
    super(
      {
        zh: "该终端已撤除;如重新布设请登记新终端。",
        en: "This terminal was removed; one that is put up again is a new one.",
      },
      { terminalId: id, removedOn },
      plans.R019,
    );
  }
}

/** @throws TerminalNotInUse */
export function requireInUse(terminal: Terminal, day: string): void {
  if (!inUseOn(terminal, day)) throw new TerminalNotInUse(terminal);
}

export class TerminalIncomplete extends DomainError {
  readonly code = "TERMINAL_INCOMPLETE";
  constructor(missing: readonly string[]) {
    super(
      {
        zh: "自助终端须布设在现存网点,并登记名称、具体位置和可办事项。",
        en: "A terminal stands at an existing outlet and has a name, a spot and matters that can be done at it.",
      },
      { missing },
      plans.R019,
    );
  }
}

type Given = Pick<Terminal, "name" | "nameEn" | "spot" | "matterIds">;

/**
 * What is registered of a terminal, without blanks and repetitions. A top-up device need not know any matter (R200).
 *
 * @throws TerminalIncomplete
 */
export function requireComplete<T extends Given & Pick<Terminal, "kind">>(given: T): T {
  const [name, nameEn, spot] = [given.name.trim(), given.nameEn.trim(), given.spot.trim()];
  const matterIds = [...new Set(given.matterIds)].sort();
  const missing = [
    ...Object.entries({ name, nameEn, spot }).flatMap(([field, value]) => (value ? [] : [field])),
    ...(matterIds.length === 0 && given.kind === "SELF_SERVICE" ? ["matterIds"] : []),
  ];
  if (missing.length > 0) throw new TerminalIncomplete(missing);
  return { ...given, name, nameEn, spot, matterIds };
}
