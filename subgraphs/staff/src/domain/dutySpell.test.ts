import { officialCalendar } from "@yimen/workdays/officialCalendar";
import { describe, expect, it } from "vitest";
import { type DutySpell, dutyChanges } from "./dutySpell.js";
import { aLeave, at, certified, pairOfPosts, signedIn } from "./roster.fixture.js";
import type { Roster } from "./roster.js";

const changes = (roster: Roster, from: Date, to: Date, running: DutySpell[] = []) =>
  dutyChanges(roster, running, from, to, officialCalendar)
    .filter(({ spell }) => spell.postId === "post-a")
    .map(({ type, spell, at: time }) => [type, spell.kind, spell.staffId, time.toISOString()]);

const dawn = at("06:00");
const night = at("22:00");

describe("what begins and ends at a post", () => {
  it("is nothing on a day without absence", () => {
    const roster = pairOfPosts({ attendances: [signedIn("a", at("08:20")), signedIn("b", at("08:20"))] });

    expect(changes(roster, dawn, night)).toEqual([]);
  });

  it("is a takeover from the minute the leave begins until A is back (R150)", () => {
    const roster = pairOfPosts({
      attendances: [signedIn("a", at("08:20")), signedIn("b", at("08:20"))],
      leaves: [aLeave("a", at("10:00"), at("17:00"), { status: "ENDED", endedAt: at("15:00") })],
    });

    expect(changes(roster, dawn, night)).toEqual([
      ["STARTED", "TAKEOVER", "b", at("10:00").toISOString()],
      ["ENDED", "TAKEOVER", "b", at("15:00").toISOString()],
    ]);
  });

  it("is an alert at the opening minute when neither came, until one does (R151, I-S2)", () => {
    const roster = pairOfPosts({ attendances: [signedIn("b", at("08:40"))] });

    expect(changes(roster, dawn, night)).toEqual([
      ["STARTED", "VACANCY", null, at("08:30").toISOString()],
      ["ENDED", "VACANCY", null, at("08:40").toISOString()],
      ["STARTED", "TAKEOVER", "b", at("08:40").toISOString()],
    ]);
  });

  it("goes on over noon and over night", () => {
    const roster = pairOfPosts({
      attendances: [
        signedIn("b", at("08:20"), at("17:05")),
        signedIn("b", at("08:20", "2026-03-03")),
        signedIn("a", at("08:35", "2026-03-03")),
      ],
    });

    expect(changes(roster, dawn, at("12:00", "2026-03-03"))).toEqual([
      ["STARTED", "TAKEOVER", "b", at("08:30").toISOString()],
      ["ENDED", "TAKEOVER", "b", at("08:35", "2026-03-03").toISOString()],
    ]);
  });

  it("is nothing new when asked again with what it said before", () => {
    const roster = pairOfPosts({ attendances: [signedIn("b", at("08:20"))] });
    const running = dutyChanges(roster, [], dawn, at("09:00"), officialCalendar).map(({ spell }) => spell);

    expect(dutyChanges(roster, running, at("09:00"), at("09:00"), officialCalendar)).toEqual([]);
    expect(dutyChanges(roster, running, at("09:00"), night, officialCalendar)).toEqual([]);
  });

  it("begins when a certificate runs out during the day (I-S4)", () => {
    const roster = pairOfPosts({
      attendances: [signedIn("a", at("08:20")), signedIn("b", at("08:20"))],
      certificates: [certified("a", "civil-affairs", { validUntil: at("10:00") }), certified("b", "civil-affairs")],
    });

    expect(changes(roster, dawn, night)).toEqual([["STARTED", "TAKEOVER", "b", at("10:00").toISOString()]]);
  });
});
