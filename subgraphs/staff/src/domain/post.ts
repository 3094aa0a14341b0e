/** What the holder of a post does. */
export const staffRoles = [
  "WINDOW_OFFICER",
  "DEPARTMENT_SPECIALIST",
  "APPROVER",
  "DIRECTOR",
  "CHIEF_REPRESENTATIVE",
  "DEPARTMENT_HEAD",
  "NAVIGATOR",
  "GENERALIST",
  "STREET_AGENT",
  "VILLAGE_AGENT",
  "POINT_AGENT",
  "CENTRE_DIRECTOR",
  "COORDINATOR",
  "SUPERVISOR",
  "MATTER_SPECIALIST",
  "LEADER_IN_CHARGE",
] as const;
export type StaffRole = (typeof staffRoles)[number];

/** 岗位: a place of work that must be covered at every opening minute of its outlet (R151). */
export interface Post {
  readonly id: string;
  readonly name: string;
  /** Not there for posts from before it was asked for. */
  readonly nameEn?: string | null;
  readonly role: StaffRole;
  /** The outlet whose opening hours and daily supervision the post follows. */
  readonly outletId: string;
  /** `null` for back offices and for those who work for the whole hall. */
  readonly windowId: string | null;
  /** The department whose back office it is; `null` in front. */
  readonly departmentId: string | null;
  /** Whose matters the post takes: its holder and who takes over need each one's certificate (R147, R150). */
  readonly departmentIds: readonly string[];
}

/** Who holds a post, in office days; `until` is the first day on which it is over. */
export interface PostHolding {
  readonly postId: string;
  readonly staffId: string;
  readonly from: string;
  readonly until: string | null;
}

/** The holding in force on that office day, of one post's. */
export const currentHolding = (holdings: readonly PostHolding[], day: string): PostHolding | null =>
  holdings.find(({ from, until }) => from <= day && (until === null || day < until)) ?? null;
