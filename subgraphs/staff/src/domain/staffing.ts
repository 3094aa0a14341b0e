import { existsOn, type Outlet, type OutletKind } from "./outlet.js";
import type { Post, PostHolding, StaffRole } from "./post.js";
import type { Window, WindowDepartment } from "./window.js";

/** For what a rule counts people: the region's outlets of those kinds together, each outlet, window or department. */
export const staffingScopes = ["REGION", "OUTLET", "WINDOW", "DEPARTMENT"] as const;
export type StaffingScope = (typeof staffingScopes)[number];

/** How many people of a role a plan asks for, as configuration with a period of validity (R133–R137, R197). */
export interface StaffingRule {
  readonly regionId: string;
  readonly ruleId: string;
  readonly scope: StaffingScope;
  readonly outletKinds: readonly OutletKind[];
  readonly role: StaffRole;
  readonly min: number;
  readonly max: number | null;
  /** First day of validity. */
  readonly effectiveFrom: string;
  /** Last day of validity. */
  readonly effectiveTo: string | null;
  readonly sentence: string;
  readonly source: string;
}

/** What the rules are held against: a region's whole establishment, past and future included. */
export interface Establishment {
  readonly outlets: readonly Outlet[];
  readonly windows: readonly Window[];
  readonly windowDepartments: readonly WindowDepartment[];
  readonly posts: readonly Post[];
  readonly holdings: readonly PostHolding[];
}

/** Too few or too many people somewhere. */
export interface StaffingViolation {
  readonly rule: StaffingRule;
  /** Id of the outlet, window, department or region concerned. */
  readonly subjectId: string;
  readonly actual: number;
}

/** Which rules are broken on that day; depends on nothing that began later (I-S12, I-G10). */
export function staffingViolations(
  rules: readonly StaffingRule[],
  establishment: Establishment,
  asOf: string,
): StaffingViolation[] {
  return rules
    .filter(({ effectiveFrom, effectiveTo }) => effectiveFrom <= asOf && (effectiveTo === null || asOf <= effectiveTo))
    .flatMap((rule) => violationsOf(rule, establishment, asOf));
}

function violationsOf(rule: StaffingRule, establishment: Establishment, asOf: string): StaffingViolation[] {
  const outlets = establishment.outlets.filter(
    (outlet) => rule.outletKinds.includes(outlet.kind) && existsOn(outlet, asOf),
  );
  const places = new Set(outlets.map(({ id }) => id));
  return subjectsOf(rule, establishment, places)
    .map(({ id, posts }) => ({ rule, subjectId: id, actual: peopleIn(posts, rule.role, establishment, asOf) }))
    .filter(({ actual }) => actual < rule.min || (rule.max !== null && actual > rule.max));
}

interface Subject {
  readonly id: string;
  readonly posts: readonly Post[];
}

function subjectsOf(rule: StaffingRule, all: Establishment, places: ReadonlySet<string>): Subject[] {
  const postsBy = (key: (post: Post) => string | null) => Map.groupBy(all.posts, key);
  switch (rule.scope) {
    case "REGION":
      return [{ id: rule.regionId, posts: all.posts.filter(({ outletId }) => places.has(outletId)) }];
    case "OUTLET": {
      const posts = postsBy(({ outletId }) => outletId);
      return [...places].map((id) => ({ id, posts: posts.get(id) ?? [] }));
    }
    case "WINDOW": {
      const posts = postsBy(({ windowId }) => windowId);
      const serving = new Set(all.windowDepartments.map(({ windowId }) => windowId));
      return all.windows
        .filter(({ id, outletId }) => places.has(outletId) && serving.has(id))
        .map(({ id }) => ({ id, posts: posts.get(id) ?? [] }));
    }
    case "DEPARTMENT": {
      const posts = postsBy(({ departmentId }) => departmentId);
      const present = new Set(all.windowDepartments.map(({ departmentId }) => departmentId));
      return [...present].map((id) => ({ id, posts: posts.get(id) ?? [] }));
    }
  }
}

/** People, not posts: whoever holds two posts counts once. */
function peopleIn(posts: readonly Post[], role: StaffRole, { holdings }: Establishment, asOf: string): number {
  const ids = new Set(posts.filter((post) => post.role === role).map(({ id }) => id));
  const holders = holdings.filter(
    ({ postId, from, until }) => ids.has(postId) && from <= asOf && (until === null || asOf < until),
  );
  return new Set(holders.map(({ staffId }) => staffId)).size;
}
