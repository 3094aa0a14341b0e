import { closesAtFive, closingOf } from "@yimen/workdays/closing";
import { officeDay } from "@yimen/workdays/instant";
import type { PlainDate } from "@yimen/workdays/plainDate";
import type { Actor, Case } from "./case.js";
import type { CaseCommand } from "./caseCommand.js";
import type { CaseEvent } from "./caseEvent.js";
import {
  ChiefRepresentativeOnly,
  JointAlreadyConvened,
  JointNotConvened,
  JointNotSupervised,
  JointOpinionsMissing,
  JointPartiesNotValid,
  NotAParty,
  PartyObjects,
} from "./jointRefusals.js";
import { ReasonRequired } from "./refusals.js";

/** What a department's chief representative says of a joint case. */
export interface JointOpinion {
  readonly agrees: boolean;
  readonly opinion: string;
  readonly at: string;
  readonly by: Actor;
}

/** A department concerned, and the last day for its opinion. */
export interface JointParty {
  readonly departmentId: string;
  readonly dueOn: PlainDate;
  readonly opinion: JointOpinion | null;
}

/** 联办: departments across levels, regions or fields decide one case together, online and supervised (R123). */
export interface JointHandling {
  readonly reason: string;
  readonly at: string;
  readonly by: Actor;
  /** The department that decides first, then the others. */
  readonly parties: readonly JointParty[];
  /** Who oversees the session (审批监管人员); `null` until somebody does. */
  readonly supervision: { readonly at: string; readonly by: Actor } | null;
}

type Command<T extends CaseCommand["type"]> = Extract<CaseCommand, { type: T }>;

const MOST = 20; // departments in one session

/**
 * Calls the departments concerned together. The deciding department is one of them, due when the case is.
 *
 * @throws JointAlreadyConvened, JointPartiesNotValid, ReasonRequired
 */
export function convene(current: Case, { at, parties, reason, by, caseDueOn }: Command<"convene">): CaseEvent {
  if (current.joint) throw new JointAlreadyConvened(current);
  if (reason.trim() === "") throw new ReasonRequired();
  const ids = [current.departmentId, ...parties.map(({ departmentId }) => departmentId)];
  const days = parties.every(({ dueOn }) => dueOn >= officeDay(at) && dueOn <= caseDueOn);
  if (parties.length === 0 || ids.length > MOST || new Set(ids).size < ids.length || !days) {
    throw new JointPartiesNotValid(current, caseDueOn);
  }
  const all = [{ departmentId: current.departmentId, dueOn: caseDueOn }, ...parties];
  return { type: "JointHandlingConvened", at: at.toISOString(), parties: all, reason, by };
}

/** A department's opinion; a later one takes the place of its earlier one. @throws JointNotConvened, NotAParty, ChiefRepresentativeOnly, ReasonRequired */
export function giveOpinion(current: Case, command: Command<"giveOpinion">): CaseEvent {
  const { at, departmentId, agrees, opinion, by, chief } = command;
  if (!current.joint) throw new JointNotConvened(current);
  if (!current.joint.parties.some((party) => party.departmentId === departmentId)) throw new NotAParty(current);
  if (!chief) throw new ChiefRepresentativeOnly(current);
  if (!agrees && opinion.trim() === "") throw new ReasonRequired();
  return { type: "JointOpinionGiven", at: at.toISOString(), departmentId, agrees, opinion, by };
}

/** Somebody who oversees joins the session. @throws JointNotConvened */
export function supervise(current: Case, { at, by }: Command<"superviseJoint">): CaseEvent {
  if (!current.joint) throw new JointNotConvened(current);
  return { type: "JointHandlingSupervised", at: at.toISOString(), by };
}

/** Of these the session still waits. */
export const opinionsMissing = ({ joint }: Pick<Case, "joint">): JointParty[] =>
  joint?.parties.filter(({ opinion }) => opinion === null) ?? [];

/**
 * A joint case is decided with every opinion there and somebody overseeing, and granted when all agree (R123).
 *
 * @throws JointOpinionsMissing, JointNotSupervised, PartyObjects
 */
export function requireJointlyDecidable(current: Case, granted: boolean): void {
  const { joint } = current;
  if (!joint) return;
  const missing = opinionsMissing(current);
  if (missing.length > 0) throw new JointOpinionsMissing(current, missing);
  if (!joint.supervision) throw new JointNotSupervised(current);
  const against = joint.parties.filter(({ opinion }) => !opinion?.agrees);
  if (granted && against.length > 0) throw new PartyObjects(current, against);
}

/** When the first opinion that is still missing was due; `null` for none. */
export function opinionDueAt(value: Case): Date | null {
  const [first] =
    value.status === "UNDER_REVIEW"
      ? opinionsMissing(value)
          .map(({ dueOn }) => dueOn)
          .sort()
      : [];
  return first ? closingOf(first, closesAtFive) : null;
}

/** The session after one of its events. */
export function jointAfter(
  joint: JointHandling | undefined,
  event: Extract<CaseEvent, { type: "JointHandlingConvened" | "JointOpinionGiven" | "JointHandlingSupervised" }>,
): JointHandling | undefined {
  const { at, by } = event;
  switch (event.type) {
    case "JointHandlingConvened": {
      const parties = event.parties.map((party) => ({ ...party, opinion: null }));
      return { reason: event.reason, at, by, parties, supervision: null };
    }
    case "JointOpinionGiven": {
      const opinion = { agrees: event.agrees, opinion: event.opinion, at, by };
      return (
        joint && {
          ...joint,
          parties: joint.parties.map((one) => (one.departmentId === event.departmentId ? { ...one, opinion } : one)),
        }
      );
    }
    case "JointHandlingSupervised":
      return joint && { ...joint, supervision: { at, by } };
  }
}
