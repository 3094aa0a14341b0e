import type { Step } from "../step.js";
import { cast, WINDOW } from "./cast.js";

const period = { from: "@at.10:30", until: "@at.14:30", reason: "外出开会" };

/** A goes on leave, B takes over the minute it begins, and the post is never left empty (R149–R151). */
export const leave: readonly Step[] = [
  { at: "09:30", who: cast.windowTwoA, act: "requestLeave", with: period, as: "leaveOfA" },
  { at: "09:32", who: cast.director, act: "approveLeave", with: { leaveId: "@leaveOfA.leaveId" } },
  { at: "09:34", who: cast.windowTwoB, act: "requestLeave", with: period, as: "leaveOfB" },
  {
    at: "09:36",
    who: cast.director,
    act: "approveLeave",
    with: { leaveId: "@leaveOfB.leaveId" },
    refused: "LEAVE_WOULD_EMPTY_POST",
    note: { zh: "A、B 岗不能同时离岗。", en: "A and B cannot both be away." },
  },
  {
    at: "09:38",
    who: cast.director,
    act: "refuseLeave",
    with: { leaveId: "@leaveOfB.leaveId", reason: "A 岗同时请假" },
  },
  { at: "10:30", until: "TAKEOVER_STARTED", of: { windowId: WINDOW.two } },
  { at: "14:30", who: cast.windowTwoA, act: "endLeave", with: { leaveId: "@leaveOfA.leaveId" } },
  { at: "14:31", until: "TAKEOVER_ENDED", of: { windowId: WINDOW.two } },
];
