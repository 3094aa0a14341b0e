import { DomainError } from "@yimen/kernel/errors";
import { addMonths, parsePlainDate } from "@yimen/workdays/plainDate";
import { plans } from "./plans.js";
import type { StaffRole } from "./post.js";

/** 专业受理、勘察、审批队伍 (R159), “跨省帮(代)办”团队 (R121). */
export const teamKinds = ["ACCEPTANCE", "SURVEY", "APPROVAL", "CROSS_PROVINCE_AGENCY"] as const;
export type TeamKind = (typeof teamKinds)[number];

/** Whose posts are to assist and to act for others (帮办、代办). */
const agentRoles: readonly StaffRole[] = ["NAVIGATOR", "GENERALIST", "STREET_AGENT", "VILLAGE_AGENT", "POINT_AGENT"];

export interface TeamMembership {
  readonly regionId: string;
  readonly kind: TeamKind;
  readonly staffId: string;
  readonly from: string;
  /** The first day on which it is over. */
  readonly until: string | null;
}

/**
 * Months in the acceptance team before somebody goes on to the approval team. The plan says "a certain term"; ours is
 * two years, so that a rotation never breaks the rule that window staff stay as long (R141, R160).
 */
export const TEAM_MONTHS = 24;

export class TeamTermNotOver extends DomainError {
  readonly code = "TEAM_TERM_NOT_OVER";
  constructor(from: string) {
    super(
      {
        zh: `专业受理队伍服务满两年(${from} 起)方可轮岗到专业审批队伍。`,
        en: `Whoever accepts goes on to the approval team after two years in acceptance, from ${from} on.`,
      },
      { from },
      plans.R160,
    );
  }
}

export class NotInTeam extends DomainError {
  readonly code = "NOT_IN_TEAM";
  constructor(staffId: string) {
    super(
      {
        zh: "该人员不在该队伍;轮岗由受理队伍到审批队伍,退出须在队。",
        en: "This person is not in the team: people rotate from acceptance to approval, and leave a team they are in.",
      },
      { staffId },
      plans.R160,
    );
  }
}

export class AlreadyInTeam extends DomainError {
  readonly code = "ALREADY_IN_TEAM";
  constructor(staffId: string, kind: TeamKind) {
    super({ zh: "该人员已在一支专业队伍中。", en: "This person is in a team already." }, { staffId, kind }, plans.R160);
  }
}

export class TeamNeedsAgent extends DomainError {
  readonly code = "TEAM_NEEDS_AGENT";
  constructor(staffId: string) {
    super(
      {
        zh: "“跨省帮(代)办”团队由帮办、代办人员组成;请先安排帮办代办岗位。",
        en: "The team that acts across provinces is made of agents; give the person an agent's post first.",
      },
      { staffId },
      plans.R121,
    );
  }
}

/** @param roles  of the posts held today; @throws TeamNeedsAgent */
export function requireAgentFor(kind: TeamKind, staffId: string, roles: readonly StaffRole[]): void {
  if (kind === "CROSS_PROVINCE_AGENCY" && !roles.some((role) => agentRoles.includes(role)))
    throw new TeamNeedsAgent(staffId);
}

/** The first day on which somebody may rotate. */
export const rotatesFrom = (from: string): string => addMonths(parsePlainDate(from), TEAM_MONTHS);

/** The membership in force on that day. */
export const membershipOn = (memberships: readonly TeamMembership[], day: string): TeamMembership | null =>
  memberships.find(({ from, until }) => from <= day && (until === null || day < until)) ?? null;

/** Who of the acceptance team has served the term on that day, the longest first (R160). */
export const rotationDue = (memberships: readonly TeamMembership[], day: string): TeamMembership[] =>
  membersOf(memberships, "ACCEPTANCE", day).filter(({ from }) => rotatesFrom(from) <= day);

/** @throws AlreadyInTeam */
export function join(memberships: readonly TeamMembership[], joined: Omit<TeamMembership, "until">): TeamMembership {
  const current = membershipOn(memberships, joined.from);
  if (current) throw new AlreadyInTeam(joined.staffId, current.kind);
  return { ...joined, until: null };
}

/** The membership that ends and the one that begins. @throws NotInTeam, TeamTermNotOver */
export function rotate(
  memberships: readonly TeamMembership[],
  staffId: string,
  day: string,
): readonly [TeamMembership, TeamMembership] {
  const current = membershipOn(memberships, day);
  if (current?.kind !== "ACCEPTANCE") throw new NotInTeam(staffId);
  if (day < rotatesFrom(current.from)) throw new TeamTermNotOver(rotatesFrom(current.from));
  return [
    { ...current, until: day },
    { ...current, kind: "APPROVAL", from: day, until: null },
  ];
}

/** The membership that ends. @throws NotInTeam */
export function leave(memberships: readonly TeamMembership[], staffId: string, day: string): TeamMembership {
  const current = membershipOn(memberships, day);
  if (!current) throw new NotInTeam(staffId);
  return { ...current, until: day };
}

/** Who is in a team on that day, the longest first. */
export const membersOf = (memberships: readonly TeamMembership[], kind: TeamKind, day: string): TeamMembership[] =>
  memberships
    .filter((each) => each.kind === kind && membershipOn([each], day) !== null)
    .sort((one, other) => (`${one.from} ${one.staffId}` < `${other.from} ${other.staffId}` ? -1 : 1));
