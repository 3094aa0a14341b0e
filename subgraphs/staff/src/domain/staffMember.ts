/** How somebody is employed (R138, R144, R146). */
export const employments = ["PERMANENT", "CONTRACT", "PART_TIME", "CENTRE_FULLTIME"] as const;
export type Employment = (typeof employments)[number];

/** Where an agent comes from (R144, R145); those recruited for the centre are RECRUITED (R146). */
export const origins = [
  "PARTY_CADRE",
  "COMMUNITY_WORKER",
  "GRID_WORKER",
  "COMMITTEE_MEMBER",
  "VOLUNTEER",
  "RECRUITED",
] as const;
export type Origin = (typeof origins)[number];

/** A person who works at an outlet. Everything after the names is personal (R119, R130). */
export interface StaffMember {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly employment: Employment;
  /** 派驻单位: who employs and, for business, leads the person (R164). */
  readonly homeUnit: string;
  /** The home unit where it is a department; `null` for the centre's own people. */
  readonly homeDepartmentId: string | null;
  readonly mobile: string | null;
  readonly idNumber: string | null;
  readonly bornOn: string | null;
  /** Not there while nobody has entered it. */
  readonly origin?: Origin | null;
}

type Public = "id" | "name" | "nameEn";

/** The same as somebody may see it: what is personal is `null` for most. */
export type VisibleStaffMember = Pick<StaffMember, Public> & {
  readonly [F in Exclude<keyof StaffMember, Public | "origin">]: StaffMember[F] | null;
} & Pick<StaffMember, "origin">;
