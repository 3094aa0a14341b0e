import { instantOf } from "@yimen/workdays/instant";
import { mondayToFriday, type OpeningHours } from "@yimen/workdays/openingHours";
import type { PlainDate } from "@yimen/workdays/plainDate";
import type { Attendance } from "./attendance.js";
import type { Certificate } from "./certificate.js";
import type { Leave } from "./leave.js";
import type { Post } from "./post.js";
import { createRoster, type Roster, type RosterFacts } from "./roster.js";

/** A Monday on which offices work. */
export const monday = "2026-03-02" as PlainDate;

/** The instant of an office time, on that Monday unless told otherwise. */
export const at = (time: string, day: string = monday) => instantOf(day as PlainDate, time as `${number}:${number}`);

export const officeHours: OpeningHours = {
  week: mondayToFriday({ from: "08:30", to: "12:00" }, { from: "13:30", to: "17:00" }),
  followsHolidays: true,
};

export const aPost = (id: string, given: Partial<Post> = {}): Post => ({
  id,
  name: id,
  role: "WINDOW_OFFICER",
  outletId: "hall",
  windowId: "w2",
  departmentId: null,
  departmentIds: ["civil-affairs"],
  ...given,
});

export const signedIn = (staffId: string, from: Date, until: Date | null = null): Attendance => ({
  id: `${staffId}-${from.toISOString()}`,
  staffId,
  outletId: "hall",
  signedInAt: from,
  signedOutAt: until,
});

export const aLeave = (staffId: string, from: Date, until: Date, given: Partial<Leave> = {}): Leave => ({
  id: `${staffId}-leave-${from.toISOString()}`,
  staffId,
  outletId: "hall",
  status: "APPROVED",
  from,
  until,
  reason: "出差",
  requestedAt: at("09:00", "2026-02-26"),
  decidedAt: at("10:00", "2026-02-26"),
  decidedById: "director",
  decisionNote: null,
  endedAt: null,
  version: 2,
  ...given,
});

export const certified = (staffId: string, departmentId: string, given: Partial<Certificate> = {}): Certificate => ({
  id: `${staffId}-${departmentId}`,
  staffId,
  departmentId,
  trainingRecord: "示例培训",
  trainingSessionId: null,
  validFrom: at("00:00", "2026-01-05"),
  validUntil: null,
  revokedAt: null,
  version: 1,
  ...given,
});

/** Two posts that back each other, held by `a` and `b`, both certified; nobody has signed in. */
export const pairOfPosts = (given: Partial<RosterFacts> = {}): Roster =>
  createRoster({
    outletId: "hall",
    hours: officeHours,
    posts: [aPost("post-a"), aPost("post-b")],
    pairings: [{ postIds: ["post-a", "post-b"] }],
    holdings: [
      { postId: "post-a", staffId: "a", from: "2026-01-01", until: null },
      { postId: "post-b", staffId: "b", from: "2026-01-01", until: null },
    ],
    attendances: [],
    leaves: [],
    certificates: [certified("a", "civil-affairs"), certified("b", "civil-affairs")],
    redeployments: [],
    homeDepartments: new Map(),
    ...given,
  });
