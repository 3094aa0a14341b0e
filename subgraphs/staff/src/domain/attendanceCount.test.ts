import { officialCalendar } from "@yimen/workdays/officialCalendar";
import { parsePlainDate } from "@yimen/workdays/plainDate";
import { describe, expect, it } from "vitest";
import { type AttendanceFacts, countAttendance } from "./attendanceCount.js";
import { aLeave, at, monday, officeHours, signedIn } from "./roster.fixture.js";

const count = (given: Partial<AttendanceFacts>, to: string = monday) =>
  countAttendance(
    { hours: officeHours, attendances: [], leaves: [], ...given },
    parsePlainDate(monday),
    parsePlainDate(to),
    officialCalendar,
  );
const none = { late: 0, leftEarly: 0, absent: 0 };

describe("days late, left early and absent (R152, R154)", () => {
  it("counts the very first and last opening minute as in time", () => {
    expect(count({ attendances: [signedIn("a", at("08:30"), at("17:00"))] })).toEqual(none);
    expect(count({ attendances: [signedIn("a", at("08:31"), at("16:59"))] })).toEqual({
      ...none,
      late: 1,
      leftEarly: 1,
    });
  });

  it("is one day each, however often somebody came and went, and forgives a forgotten sign-out", () => {
    const attendances = [signedIn("a", at("08:20"), at("12:00")), signedIn("a", at("13:45"))];

    expect(count({ attendances })).toEqual(none);
  });

  it("counts absence on working days only", () => {
    expect(count({}, "2026-03-08")).toEqual({ ...none, absent: 5 });
  });

  it("excuses what a leave covers, and expects the person for the rest of the day (R153)", () => {
    const ended = (from: string, until: string) =>
      aLeave("a", at(from), at(until), { status: "ENDED", endedAt: at(until) });

    expect(count({ leaves: [ended("08:00", "18:00")] })).toEqual(none);
    expect(count({ leaves: [ended("08:00", "12:30")] })).toEqual({ ...none, absent: 1 });
    const afternoon = [signedIn("a", at("13:30"), at("17:00"))];
    expect(count({ leaves: [ended("08:00", "12:30")], attendances: afternoon })).toEqual(none);
    expect(
      count({ leaves: [ended("15:00", "18:00")], attendances: [signedIn("a", at("08:00"), at("15:00"))] }),
    ).toEqual(none);
  });
});
