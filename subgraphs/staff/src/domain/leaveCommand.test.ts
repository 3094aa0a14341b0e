import { describe, expect, it } from "vitest";
import { isRetroactive, type LeaveStatus, leaveStatuses } from "./leave.js";
import { allowedFrom, changeLeave, type LeaveCommand, requireRequestable } from "./leaveCommand.js";
import { aLeave, at } from "./roster.fixture.js";

const leave = (status: LeaveStatus) => aLeave("a", at("10:00"), at("17:00"), { status });
const commands: LeaveCommand[] = [
  { type: "approve", at: at("09:00"), byId: "director" },
  { type: "refuse", at: at("09:00"), byId: "director", reason: "人手不足" },
  { type: "cancel", at: at("09:00") },
  { type: "end", at: at("12:00") },
];

describe("a leave", () => {
  it("is approved, and ended by whoever comes back (R153)", () => {
    const approved = changeLeave(leave("REQUESTED"), commands[0] as LeaveCommand);
    const ended = changeLeave(approved, { type: "end", at: at("16:00") });

    expect(approved).toMatchObject({ status: "APPROVED", decidedById: "director", version: 3 });
    expect(ended).toMatchObject({ status: "ENDED", endedAt: at("16:00"), version: 4 });
  });

  it.each(
    commands.flatMap((command) =>
      leaveStatuses
        .filter((status) => !(allowedFrom[command.type] as readonly LeaveStatus[]).includes(status))
        .map((status) => [command.type, status, command] as const),
    ),
  )("refuses %s when %s (R153)", (_, status, command) => {
    expect(() => changeLeave(leave(status), command)).toThrow(
      expect.objectContaining({ code: "LEAVE_TRANSITION_NOT_ALLOWED" }),
    );
  });

  it("that has begun is not cancelled but ended (R153)", () => {
    const cancel = { type: "cancel", at: at("10:00") } as const;

    expect(() => changeLeave(leave("APPROVED"), cancel)).toThrow(expect.objectContaining({ code: "LEAVE_HAS_BEGUN" }));
    expect(changeLeave(leave("REQUESTED"), cancel).status).toBe("CANCELLED");
  });

  it("that has not begun is not ended but cancelled (R153)", () => {
    const end = { type: "end", at: at("09:59") } as const;

    expect(() => changeLeave(leave("APPROVED"), end)).toThrow(expect.objectContaining({ code: "LEAVE_HAS_NOT_BEGUN" }));
  });

  it("asked for after it began is flagged (R153)", () => {
    expect(isRetroactive(aLeave("a", at("10:00"), at("17:00"), { requestedAt: at("10:00") }))).toBe(false);
    expect(isRetroactive(aLeave("a", at("10:00"), at("17:00"), { requestedAt: at("10:01") }))).toBe(true);
  });

  it.each([
    ["LEAVE_PERIOD_INVALID", { until: at("10:00") }],
    ["LEAVE_PERIOD_INVALID", { until: at("10:00", "2027-04-01") }],
    ["LEAVE_REASON_REQUIRED", { reason: " " }],
  ])("is refused with %s for %o", (code, given) => {
    expect(() => requireRequestable({ ...leave("REQUESTED"), ...given })).toThrow(expect.objectContaining({ code }));
  });
});
