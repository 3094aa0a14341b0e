import type { Post, StaffRole } from "./post.js";
import { currentHolding } from "./post.js";
import type { Establishment } from "./staffing.js";
import type { Employment, Origin, StaffMember } from "./staffMember.js";
import type { PresenceMode } from "./window.js";

/** How those who hold a kind of post are to be employed, and where they come from (R144–R146). */
export interface AppointmentRule {
  readonly regionId: string;
  readonly ruleId: string;
  readonly role: StaffRole;
  /** Only at windows where departments are present in that mode; `null` for every post of the role. */
  readonly mode: PresenceMode | null;
  /** Empty: any. */
  readonly employments: readonly Employment[];
  readonly origins: readonly Origin[];
  readonly effectiveFrom: string;
  /** Last day of validity. */
  readonly effectiveTo: string | null;
  readonly sentence: string;
  readonly source: string;
}

export const appointmentFaults = ["EMPLOYMENT", "ORIGIN", "VOLUNTEER_POST"] as const;
export type AppointmentFault = (typeof appointmentFaults)[number];

/** Somebody on a post who is not employed, or does not come, as the plan asks. */
export interface AppointmentGap {
  readonly staffId: string;
  readonly postId: string;
  readonly fault: AppointmentFault;
  /** `null` for what holds everywhere. */
  readonly ruleId: string | null;
}

/** What volunteers may do: guide and assist; they take and decide nothing (R145). */
const volunteerRoles: readonly StaffRole[] = ["STREET_AGENT", "VILLAGE_AGENT", "POINT_AGENT", "NAVIGATOR"];

type Person = Pick<StaffMember, "id" | "employment" | "origin">;

/** Every holder of a post on that day who is not as the rules in force ask. */
export function appointmentGaps(
  rules: readonly AppointmentRule[],
  { posts, holdings, windowDepartments }: Establishment,
  people: readonly Person[],
  asOf: string,
): AppointmentGap[] {
  const inForce = rules.filter(
    ({ effectiveFrom, effectiveTo }) => effectiveFrom <= asOf && (effectiveTo === null || asOf <= effectiveTo),
  );
  const modes = Map.groupBy(windowDepartments, ({ windowId }) => windowId);
  const held = Map.groupBy(holdings, ({ postId }) => postId);
  const known = new Map(people.map((person) => [person.id, person]));
  return posts.flatMap((post) => {
    const person = known.get(currentHolding(held.get(post.id) ?? [], asOf)?.staffId ?? "");
    if (!person) return [];
    const atWindow = modes.get(post.windowId ?? "")?.map(({ mode }) => mode) ?? [];
    return [
      ...inForce.filter((rule) => concerns(rule, post, atWindow)).flatMap((rule) => faultsOf(rule, post, person)),
      ...volunteerFault(post, person),
    ];
  });
}

const concerns = ({ role, mode }: AppointmentRule, post: Post, modes: readonly PresenceMode[]): boolean =>
  post.role === role && (mode === null || (modes.length > 0 && modes.every((each) => each === mode)));

function faultsOf(rule: AppointmentRule, { id: postId }: Post, person: Person): AppointmentGap[] {
  const { ruleId, employments, origins } = rule;
  const gap = (fault: AppointmentFault): AppointmentGap => ({ staffId: person.id, postId, fault, ruleId });
  const employed = employments.length === 0 || employments.includes(person.employment);
  const comes = origins.length === 0 || (person.origin != null && origins.includes(person.origin));
  return [...(employed ? [] : [gap("EMPLOYMENT")]), ...(comes ? [] : [gap("ORIGIN")])];
}

const volunteerFault = ({ id: postId, role }: Post, { id: staffId, origin }: Person): AppointmentGap[] =>
  origin === "VOLUNTEER" && !volunteerRoles.includes(role)
    ? [{ staffId, postId, fault: "VOLUNTEER_POST", ruleId: null }]
    : [];
