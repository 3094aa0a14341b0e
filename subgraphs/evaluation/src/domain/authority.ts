import type { Caller } from "@yimen/kernel/caller";
import { DomainError } from "@yimen/kernel/errors";
import { outletsOverseen } from "@yimen/kernel/overseer";
import { StaffMayNotEvaluate } from "./evaluationRefusals.js";
import { rules } from "./rules.js";

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

/** What of this subgraph's work is done, and by whom: those of the outlet itself, and those who watch over it. */
export const workers = {
  followUp: [...serving, "CENTRE_DIRECTOR", "SUPERVISOR", "COORDINATOR"],
  check: ["CENTRE_DIRECTOR", "SUPERVISOR", "COORDINATOR"],
  inspect: ["SUPERVISOR", "COORDINATOR"],
} as const satisfies Record<string, readonly Role[]>;

export type Work = keyof typeof workers;

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

/** Whether an overseer's jurisdiction has that outlet in it, besides the one it works at. */
const oversees = (caller: Caller, outletId: string): boolean => outletsOverseen(caller).includes(outletId);

/** Whether the caller does that work at that outlet: at one's own, and overseers at all of their regions. */
export function mayDo(work: Work, caller: Caller, outletId: string): boolean {
  const { role, outletId: own, staffId } = caller.claims;
  const roles: readonly string[] = workers[work];
  return (
    caller.kind === "STAFF" &&
    !!staffId &&
    !!role &&
    roles.includes(role) &&
    (own === outletId || oversees(caller, outletId))
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

/** Who answers for a department towards those who supervise. */
const departmentHeads: readonly string[] = ["DIRECTOR", "CHIEF_REPRESENTATIVE", "DEPARTMENT_HEAD"];

interface Owned {
  readonly outletId: string;
  readonly departmentId: string | null;
  readonly team: { readonly leaderId: string; readonly memberIds: readonly string[] };
}

/** Whether the caller puts it right: of its team, or who leads the department or the outlet it is ordered of (R190). */
export function ownsTask(caller: Caller, { outletId, departmentId, team }: Owned): boolean {
  const { staffId, role = "", departmentId: own, outletId: ownOutlet } = caller.claims;
  if (caller.kind !== "STAFF" || !staffId) return false;
  if (staffId === team.leaderId || team.memberIds.includes(staffId)) return true;
  return departmentId === null
    ? role === "CENTRE_DIRECTOR" && ownOutlet === outletId
    : departmentHeads.includes(role) && own === departmentId;
}

/** Whether the caller may know of a task: who puts it right, and those who check or inspect there. */
export const seesTask = (caller: Caller, task: Owned): boolean =>
  ownsTask(caller, task) || mayDo("check", caller, task.outletId);

export class NotYourRectification extends DomainError {
  readonly code = "NOT_YOUR_RECTIFICATION";
  constructor() {
    super(
      {
        zh: "整改结果由整改小组或责任单位负责人上报。",
        en: "The team, or who leads the department or outlet it is ordered of, reports the result.",
      },
      {},
      rules.rectificationTeam,
    );
  }
}

/** @returns the staff id of the caller; @throws NotYourRectification */
export function requireTaskOwner(caller: Caller, task: Owned): string {
  if (!ownsTask(caller, task)) throw new NotYourRectification();
  return caller.claims.staffId as string;
}
