import { DomainError } from "@yimen/kernel/errors";
import type { PlainDate } from "@yimen/workdays/plainDate";
import type { PresenceMode } from "./matter.js";
import { rules } from "./rules.js";

export type EntrustmentStatus = "ANNOUNCED" | "ACTIVE" | "ENDED";

/**
 * How one department is present in its region's hall. ENTRUSTED: a comprehensive window accepts for it and the
 * department itself no longer does. STATIONED: its own people sit there.
 */
export interface Entrustment {
  readonly id: string;
  readonly regionId: string;
  readonly departmentId: string;
  readonly mode: PresenceMode;
  readonly status: EntrustmentStatus;
  readonly announcedOn: PlainDate;
  readonly announcement: string;
  /** What the window checks on receipt (受理清单). */
  readonly checklist: readonly string[];
  /** Filled-in examples handed to the window (样本). */
  readonly samples: readonly string[];
  /** Staff id of the department's chief representative (首席代表). */
  readonly chiefRepresentativeId: string | null;
  readonly activatedOn: PlainDate | null;
  readonly endedOn: PlainDate | null;
  readonly version: number;
}

export type EntrustmentPart = "GUIDE" | "CHECKLIST" | "SAMPLES" | "ANNOUNCEMENT" | "CHIEF_REPRESENTATIVE";

export class EntrustmentIncomplete extends DomainError {
  readonly code = "ENTRUSTMENT_INCOMPLETE";
  constructor(departmentId: string, missing: readonly EntrustmentPart[], withoutGuide: readonly string[]) {
    super(
      {
        zh: `委托尚不能生效,缺少:${missing.join("、")}。`,
        en: `The entrustment cannot take effect yet; missing: ${missing.join(", ")}.`,
      },
      { departmentId, missing, mattersWithoutGuide: withoutGuide },
      missing.includes("ANNOUNCEMENT") ? rules.R057 : rules.R058,
    );
  }
}

export class EntrustmentTransitionNotAllowed extends DomainError {
  readonly code = "ENTRUSTMENT_TRANSITION_NOT_ALLOWED";
  constructor(current: Entrustment, command: "activate" | "end") {
    super(
      {
        zh: `委托当前状态为 ${current.status},不能执行该操作。`,
        en: `Cannot ${command} an entrustment that is ${current.status}.`,
      },
      { entrustmentId: current.id, status: current.status },
      rules.R057,
    );
  }
}

/** Only then may the department itself no longer accept (R057). */
export const isEffective = ({ status }: Entrustment): boolean => status === "ACTIVE";

/** What still has to be supplied before the window can accept for the department (R058, I-C7). */
export function missingParts(
  { announcement, announcedOn, checklist, samples, chiefRepresentativeId }: Entrustment,
  mattersWithoutGuide: readonly string[],
  today: PlainDate,
): EntrustmentPart[] {
  const present: Record<EntrustmentPart, boolean> = {
    GUIDE: mattersWithoutGuide.length === 0,
    CHECKLIST: checklist.length > 0,
    SAMPLES: samples.length > 0,
    ANNOUNCEMENT: announcement.trim() !== "" && announcedOn <= today,
    CHIEF_REPRESENTATIVE: chiefRepresentativeId !== null,
  };
  return (Object.keys(present) as EntrustmentPart[]).filter((part) => !present[part]);
}

/**
 * Lets an announced entrustment take effect.
 *
 * @param mattersWithoutGuide  the department's matters in use that have no guide today
 * @throws EntrustmentTransitionNotAllowed, EntrustmentIncomplete
 */
export function activate(current: Entrustment, mattersWithoutGuide: readonly string[], today: PlainDate): Entrustment {
  if (current.status !== "ANNOUNCED") throw new EntrustmentTransitionNotAllowed(current, "activate");
  const missing = missingParts(current, mattersWithoutGuide, today);
  if (current.mode === "ENTRUSTED" && missing.length > 0) {
    throw new EntrustmentIncomplete(current.departmentId, missing, mattersWithoutGuide);
  }
  return { ...current, status: "ACTIVE", activatedOn: today, version: current.version + 1 };
}

/** @throws EntrustmentTransitionNotAllowed when it has ended already */
export function end(current: Entrustment, today: PlainDate): Entrustment {
  if (current.status === "ENDED") throw new EntrustmentTransitionNotAllowed(current, "end");
  return { ...current, status: "ENDED", endedOn: today, version: current.version + 1 };
}
