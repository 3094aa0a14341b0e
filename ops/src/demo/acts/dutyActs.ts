import type { Bilingual } from "@yimen/kernel/errors";
import { act, keepNothing, mutation, tellNothing } from "./act.js";

const leave = (name: string, text: Bilingual, input?: string) =>
  act<{ id: string }>({
    ...text,
    document: mutation(name, "id", input),
    tell: tellNothing,
    keep: ({ id }) => ({ leaveId: id }),
  });

const sign = (name: string, text: Bilingual) =>
  act<object>({ ...text, document: mutation(name, "id", "SignInput"), tell: tellNothing, keep: keepNothing });

/** Being there, and leave. */
export const dutyActs = {
  signIn: sign("signIn", { zh: "签到", en: "signs in" }),
  signOut: sign("signOut", { zh: "签退", en: "signs out" }),
  requestLeave: leave("requestLeave", { zh: "申请请假", en: "asks for leave" }),
  approveLeave: leave("approveLeave", { zh: "批准请假", en: "approves the leave" }, "LeaveInput"),
  refuseLeave: leave("refuseLeave", { zh: "不批准请假", en: "refuses the leave" }),
  endLeave: leave("endLeave", { zh: "销假返岗", en: "is back from leave" }, "LeaveInput"),
};
