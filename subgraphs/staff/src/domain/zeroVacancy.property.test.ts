import { officialCalendar } from "@yimen/workdays/officialCalendar";
import { isOpen } from "@yimen/workdays/openNow";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverOf } from "./cover.js";
import { type DutySpell, dutyChanges } from "./dutySpell.js";
import type { Leave } from "./leave.js";
import { emptiedBy } from "./leavePlan.js";
import { aLeave, aPost, at, certified, officeHours, pairOfPosts, signedIn } from "./roster.fixture.js";

const start = at("00:00").getTime();
const minute = (index: number) => new Date(start + index * 60_000);
const DAYS = 3;
const MINUTES = DAYS * 1_440;

const someMinute = fc.integer({ min: 0, max: MINUTES - 1 });
const person = fc.constantFrom("a", "b");
const span = fc.tuple(someMinute, someMinute).map(([x, y]) => [Math.min(x, y), Math.max(x, y) + 1] as const);
const anAttendance = fc.tuple(person, span).map(([who, [from, to]]) => signedIn(who, minute(from), minute(to)));
const anEndedLeave = fc
  .tuple(person, span)
  .map(([who, [from, to]]) => aLeave(who, minute(from), minute(to), { status: "ENDED", endedAt: minute(to) }));
const aRevocation = fc.option(someMinute.map(minute), { freq: 3 });
const history = fc.record({
  attendances: fc.array(anAttendance, { maxLength: 8 }),
  leaves: fc.array(anEndedLeave, { maxLength: 4 }),
  revokedAt: aRevocation,
});

const rosterOf = ({ attendances, leaves, revokedAt }: typeof history extends fc.Arbitrary<infer H> ? H : never) =>
  pairOfPosts({
    attendances,
    leaves,
    certificates: [certified("a", "civil-affairs"), certified("b", "civil-affairs", { revokedAt })],
  });

const running = (changes: ReturnType<typeof dutyChanges>, postId: string, time: Date): DutySpell | null => {
  const last = changes.findLast((change) => change.spell.postId === postId && change.at <= time);
  return last?.type === "STARTED" ? last.spell : null;
};

describe("the zero-vacancy rule, minute by minute over random histories", () => {
  it("always has a present holder, a takeover or an alert at an opening minute (R151, I-S2, I-S5)", () => {
    fc.assert(
      fc.property(history, fc.array(someMinute, { minLength: 30, maxLength: 30 }), (given, minutes) => {
        const roster = rosterOf(given);
        const changes = dutyChanges(roster, [], new Date(start - 60_000), minute(MINUTES), officialCalendar);
        for (const time of minutes.map(minute).filter((each) => isOpen(officeHours, each, officialCalendar))) {
          for (const postId of ["post-a", "post-b"]) {
            const spell = running(changes, postId, time);
            const cover = coverOf(roster, aPost(postId), time);
            expect(spell?.kind ?? "HELD").toBe(
              { HELD: "HELD", TAKEN_OVER: "TAKEOVER", VACANT: "VACANCY" }[cover.state],
            );
            expect(spell?.staffId ?? null).toBe(cover.state === "TAKEN_OVER" ? cover.staffId : null);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it("says the same whether it looks once or often (I-S2: exactly once)", () => {
    fc.assert(
      fc.property(history, fc.array(someMinute, { maxLength: 20 }), (given, looks) => {
        const roster = rosterOf(given);
        const before = new Date(start - 60_000);
        const atOnce = dutyChanges(roster, [], before, minute(MINUTES), officialCalendar);
        let spells: DutySpell[] = [];
        let last = before;
        const piecemeal = [...new Set(looks), MINUTES]
          .sort((x, y) => x - y)
          .flatMap((look) => {
            const changes = dutyChanges(roster, spells, last, minute(look), officialCalendar);
            for (const { type, spell } of changes) {
              spells = spells.filter(({ postId }) => postId !== spell.postId);
              if (type === "STARTED") spells.push(spell);
            }
            last = minute(look);
            return changes;
          });
        expect(piecemeal).toEqual(atOnce);
      }),
      { numRuns: 200 },
    );
  });

  it("takes over only by somebody present and certified (R150, I-S4)", () => {
    fc.assert(
      fc.property(history, (given) => {
        const roster = rosterOf(given);
        for (const { type, spell, at: time } of dutyChanges(
          roster,
          [],
          at("00:00"),
          minute(MINUTES),
          officialCalendar,
        )) {
          if (type === "STARTED" && spell.staffId === "b")
            expect(given.revokedAt === null || time < given.revokedAt).toBe(true);
        }
      }),
    );
  });
});

describe("approving leave", () => {
  it("never has A and B away at the same opening minute, whatever is asked for (R151, I-S3)", () => {
    const wish = fc.tuple(person, span).map(([who, [from, to]]) => aLeave(who, minute(from), minute(to)));
    fc.assert(
      fc.property(
        fc.array(wish, { maxLength: 8 }),
        fc.array(someMinute, { minLength: 50, maxLength: 50 }),
        (wishes, minutes) => {
          const approved: Leave[] = [];
          for (const leave of wishes) {
            const roster = pairOfPosts({ leaves: approved });
            if (emptiedBy(roster, leave, at("18:00", "2026-03-01"), officialCalendar) === null) approved.push(leave);
          }
          const away = (who: string, time: Date) =>
            approved.some(({ staffId, from, until }) => staffId === who && from <= time && time < until);
          for (const time of minutes.map(minute).filter((each) => isOpen(officeHours, each, officialCalendar))) {
            expect(away("a", time) && away("b", time)).toBe(false);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
