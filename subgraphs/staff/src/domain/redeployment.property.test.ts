import { officialCalendar } from "@yimen/workdays/officialCalendar";
import { isOpen } from "@yimen/workdays/openNow";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverOf } from "./cover.js";
import { capacityAtWindow } from "./duty.js";
import type { Leave } from "./leave.js";
import { emptiedBy } from "./leavePlan.js";
import { endedAt, type Redeployment, RedeploymentNotAllowed, requireOrderable } from "./redeployment.js";
import { aLeave, aPost, at, certified, officeHours, pairOfPosts, signedIn } from "./roster.fixture.js";
import { servingAtWindow } from "./serving.js";

const now = at("18:00", "2026-03-01"); // the Sunday before
const start = at("00:00").getTime();
const hour = (index: number) => new Date(start + index * 3_600_000);
const DAYS = [0, 1, 2, 3, 4, 5, 6, 7];
const HOURS = 4 * 24;

/** Window `idle` has two pairs, window `busy` one; who is certified for what is up to the run. */
const people = ["a", "b", "c", "d", "x", "y"] as const;
const windowOf = (who: string) => (who === "x" || who === "y" ? "busy" : "idle");
const matterOf = { idle: "civil-affairs", busy: "water" } as const;
const hall = (leaves: readonly Leave[], redeployments: readonly Redeployment[], knowing: readonly string[]) =>
  pairOfPosts({
    posts: people.map((who) =>
      aPost(`post-${who}`, { windowId: windowOf(who), departmentIds: [matterOf[windowOf(who)]] }),
    ),
    pairings: [{ postIds: ["post-a", "post-b"] }, { postIds: ["post-c", "post-d"] }, { postIds: ["post-x", "post-y"] }],
    holdings: people.map((who) => ({ postId: `post-${who}`, staffId: who, from: "2026-01-01", until: null })),
    attendances: people.flatMap((who) => DAYS.map((day) => signedIn(who, hour(day * 24)))),
    certificates: [
      ...people.map((who) => certified(who, matterOf[windowOf(who)])),
      ...knowing.map((who) => certified(who, "water", { id: `${who}-also` })),
    ],
    leaves,
    redeployments,
  });

const span = fc
  .tuple(fc.integer({ min: 0, max: HOURS - 1 }), fc.integer({ min: 1, max: HOURS }))
  .map(([from, length]) => ({ from: hour(from), until: hour(from + length) }));
const command = fc.record({
  kind: fc.constantFrom("lend", "lend", "leave"),
  who: fc.constantFrom(...people),
  to: fc.constantFrom("busy", "idle"),
  span,
});

/** Carries out what is allowed, one after the other, and nothing else. */
function played(commands: readonly (typeof command extends fc.Arbitrary<infer C> ? C : never)[], knowing: string[]) {
  const leaves: Leave[] = [];
  const lent: Redeployment[] = [];
  for (const { kind, who: staffId, to: toWindowId, span } of commands) {
    const roster = hall(leaves, lent, knowing);
    if (kind === "leave") {
      const leave = aLeave(staffId, span.from, span.until);
      if (emptiedBy(roster, leave, now, officialCalendar) === null) leaves.push(leave);
      continue;
    }
    const order = { staffId, toWindowId, ...span, departmentIds: [toWindowId === "busy" ? "water" : "civil-affairs"] };
    try {
      const postId = requireOrderable(roster, order, now, officialCalendar);
      lent.push({
        ...{ id: `r${lent.length}`, staffId, postId, toWindowId, ...span, orderedById: "director" },
        ...{ fromWindowId: windowOf(staffId), fromOutletId: "hall", toOutletId: "hall" },
      });
    } catch (error) {
      expect(error).toBeInstanceOf(RedeploymentNotAllowed);
    }
  }
  const ended = leaves.map((leave): Leave => ({ ...leave, status: "ENDED", endedAt: leave.until }));
  return { roster: hall(ended, lent, knowing), lent };
}

const knowing = fc.subarray(["a", "b", "c", "d"], { minLength: 2 });
const commands = fc.array(command, { minLength: 1, maxLength: 14 });
const openHours = Array.from({ length: HOURS }, (_, index) => hour(index)).filter((each) =>
  isOpen(officeHours, each, officialCalendar),
);

describe("redeployments that are ordered (R161, R149)", () => {
  it("leave every post to A or to B at every opening minute, with any leaves that are approved beside them (I-S2, I-S3)", () => {
    fc.assert(
      fc.property(commands, knowing, (given, who) => {
        const { roster, lent } = played(given, who);
        for (const time of openHours) {
          for (const post of roster.posts.values()) {
            const cover = coverOf(roster, post, time);
            const partner = roster.partners.get(post.id)?.slice("post-".length);
            expect(cover.state).not.toBe("VACANT");
            expect([post.id.slice("post-".length), partner]).toContain(cover.staffId);
          }
          for (const { fromWindowId } of lent.filter(({ from, until }) => from <= time && time < until)) {
            const staying = people.filter(
              (each) =>
                windowOf(each) === fromWindowId &&
                !lent.some((one) => one.staffId === each && one.from <= time && time < one.until),
            );
            expect(staying.length).toBeGreaterThanOrEqual(2);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it("move somebody from the one window's roster to the other's for exactly their time, in the own post", () => {
    fc.assert(
      fc.property(commands, knowing, (given, who) => {
        const { roster, lent } = played(given, who);
        for (const time of openHours) {
          for (const person of people) {
            const present = !(roster.leaves.get(person) ?? []).some(({ from, until }) => from <= time && time < until);
            const loan = lent.find((each) => each.staffId === person && each.from <= time && time < each.until);
            const home = windowOf(person);
            const serves = (window: string) =>
              servingAtWindow(roster, window, time, officialCalendar).some(
                ({ staffId, postId }) => staffId === person && postId === `post-${person}`,
              );

            expect(serves(loan?.toWindowId ?? home)).toBe(present);
            if (loan) expect(serves(home)).toBe(false);
            expect(capacityAtWindow(roster, person, loan?.toWindowId ?? home, time).postId !== null).toBe(present);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("a redeployment (R161)", () => {
  const order = { staffId: "a", toWindowId: "busy", from: hour(0), until: hour(24), departmentIds: ["water"] };
  const loan = (staffId: string, from: Date, until: Date): Redeployment => ({
    ...{ id: staffId, staffId, postId: `post-${staffId}`, fromWindowId: "idle", fromOutletId: "hall" },
    ...{ toWindowId: "busy", toOutletId: "hall", from, until, orderedById: "director" },
  });
  const refusal = (given: Partial<typeof order>, roster = hall([], [], ["a", "b"])) => {
    try {
      return requireOrderable(roster, { ...order, ...given }, now, officialCalendar);
    } catch (error) {
      return (error as RedeploymentNotAllowed).details.reason;
    }
  };

  it("is of the post that the person holds at a window", () => {
    expect(refusal({})).toBe("post-a");
  });

  it.each([
    ["without a stretch of time", { until: hour(0) }, "PERIOD"],
    ["of somebody who holds no post at a window", { staffId: "nobody" }, "NO_WINDOW_POST"],
    ["to the own window", { toWindowId: "idle" }, "SAME_WINDOW"],
    ["of somebody whom no department of the other window has passed", { staffId: "c" }, "NOT_CERTIFIED"],
    ["from a window at which fewer than two would stay", { staffId: "x", toWindowId: "idle" }, "TOO_FEW_STAY"],
  ])("is refused %s", (_, given, reason) => {
    expect(refusal(given)).toBe(reason);
  });

  it("is refused while the person is lent, and while whoever backs the post is away or lent", () => {
    const away = aLeave("b", hour(9), hour(12));

    expect(refusal({}, hall([], [loan("a", hour(20), hour(30))], ["a"]))).toBe("OVERLAP");
    expect(refusal({}, hall([away], [], ["a"]))).toBe("PAIR");
    expect(refusal({}, hall([], [loan("b", hour(12), hour(40))], ["a", "b"]))).toBe("PAIR");
    expect(refusal({}, hall([], [loan("b", hour(24), hour(40))], ["a", "b"]))).toBe("post-a");
  });

  it("ends when somebody says so, at once or before it began, and once only", () => {
    const running = loan("a", hour(0), hour(24));

    expect(endedAt(running, hour(5)).until).toEqual(hour(5));
    expect(endedAt(running, now).until).toEqual(hour(0));
    expect(() => endedAt(running, hour(24))).toThrow(RedeploymentNotAllowed);
  });
});
