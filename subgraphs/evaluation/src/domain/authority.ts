import type { Caller } from "@yimen/kernel/caller";
import { DomainError } from "@yimen/kernel/errors";
import { StaffMayNotEvaluate } from "./evaluationRefusals.js";

type Role =
  | "WINDOW_OFFICER"
  | "DEPARTMENT_SPECIALIST"
  | "GENERALIST"
  | "STREET_AGENT"
  | "VILLAGE_AGENT"
  | "CENTRE_DIRECTOR"
  | "SUPERVISOR"
  | "COORDINATOR";

/** Those who serve at an outlet; who handled it answers for it (谁办理、谁负责). */
const serving = ["WINDOW_OFFICER", "DEPARTMENT_SPECIALIST", "GENERALIST", "STREET_AGENT", "VILLAGE_AGENT"] as const;

/** What of this subgraph's work is done, and by whom: those of the outlet itself, and those who watch over all. */
export const workers = {
  followUp: [...serving, "CENTRE_DIRECTOR", "SUPERVISOR", "COORDINATOR"],
  check: ["CENTRE_DIRECTOR", "SUPERVISOR", "COORDINATOR"],
  inspect: ["SUPERVISOR", "COORDINATOR"],
} as const satisfies Record<string, readonly Role[]>;

export type Work = keyof typeof workers;

const overseers: readonly string[] = ["SUPERVISOR", "COORDINATOR"];

/** Not your outlet, or not the work of your post. */
export class NotYourWork extends DomainError {
  readonly code = "NOT_YOUR_WORK";
  constructor(work: Work) {
    super(
      { zh: "此项工作不在您的岗位或服务点职责范围内。", en: "This is not the work of your post or of your outlet." },
      { roles: workers[work] },
    );
  }
}

/** Whether the caller does that work at that outlet. All but overseers do it at their own only. */
export function mayDo(work: Work, caller: Caller, outletId: string): boolean {
  const { role, outletId: own, staffId } = caller.claims;
  const roles: readonly string[] = workers[work];
  return (
    caller.kind === "STAFF" &&
    !!staffId &&
    !!role &&
    roles.includes(role) &&
    (overseers.includes(role) || own === outletId)
  );
}

/**
 * The staff id of a caller who does that work at that outlet.
 *
 * @throws NotYourWork
 */
export function workerFor(work: Work, caller: Caller, outletId: string): string {
  const { staffId } = caller.claims;
  if (!staffId || !mayDo(work, caller, outletId)) throw new NotYourWork(work);
  return staffId;
}

/**
 * The applicant who calls; `null` for one who holds only the visit's token.
 *
 * @throws StaffMayNotEvaluate for everybody else, whatever token they hold
 */
export function evaluator(caller: Caller): string | null {
  if (caller.kind === "APPLICANT") return caller.claims.applicantId ?? null;
  if (caller.kind === "ANONYMOUS") return null;
  throw new StaffMayNotEvaluate();
}

/** Staff have other ways to say what is wrong. */
export class OnlyThePublicComplains extends DomainError {
  readonly code = "ONLY_THE_PUBLIC_COMPLAINS";
  constructor() {
    super({ zh: "投诉举报由群众提出。", en: "Complaints are filed by the public." });
  }
}

/**
 * The applicant who complains; `null` for one without a name.
 *
 * @throws OnlyThePublicComplains
 */
export function complainant(caller: Caller): string | null {
  if (caller.kind === "APPLICANT") return caller.claims.applicantId ?? null;
  if (caller.kind === "ANONYMOUS") return null;
  throw new OnlyThePublicComplains();
}
