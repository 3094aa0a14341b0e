import { DomainError } from "@yimen/kernel/errors";
import { describe, expect, it } from "vitest";
import { day } from "./badReview.example.js";
import { decideTask, LevelOutOfOrder, OwnRectification, type TaskCommand } from "./decideTask.js";
import {
  accountabilityLevels,
  evolveTask,
  isSummaryOverdue,
  isTaskOverdue,
  type RectificationTask,
  type RectificationTaskId,
} from "./rectificationTask.js";
import { summariesOf } from "./taskSummary.js";

const on = day("2021-06-20");
const aTask = (given: Partial<RectificationTask> = {}): RectificationTask => ({
  ...evolveTask(null, {
    type: "RectificationTaskOpened",
    by: "supervisor",
    id: "task-1" as RectificationTaskId,
    source: "REFORM_TASK",
    sourceId: null,
    outletId: "hall",
    departmentId: "civil-affairs",
    title: "全面完成改革任务",
    demand: "2021年6月底前全面完成改革任务",
    team: { name: "改革专班", leaderId: "leader", memberIds: ["member"] },
    openedOn: day("2021-05-24"),
    openedBy: "supervisor",
    dueOn: day("2021-06-30"),
    summaryDueOn: day("2021-07-01"),
  }),
  ...given,
});

const people = ["leader", "supervisor", "other"];
const commands: readonly TaskCommand[] = [
  { type: "markOverdue", on: day("2021-07-02") },
  ...people.flatMap((by): TaskCommand[] => [
    { type: "report", on, by, report: "已完成" },
    { type: "verify", on, by, accepted: true, remark: "" },
    { type: "verify", on, by, accepted: false, remark: "材料不全" },
    ...accountabilityLevels.map(
      (level): TaskCommand => ({ type: "escalate", on, by, level, reason: "推进不力", dueOn: day("2021-07-01") }),
    ),
  ]),
];

function outcome(task: RectificationTask, command: TaskCommand): RectificationTask | null {
  try {
    return evolveTask(task, decideTask(task, command));
  } catch (refusal) {
    if (refusal instanceof DomainError) return null;
    throw refusal;
  }
}

/** Every state that can be reached, where the counts of changes and of what was sent back are left out. */
function explore(start: RectificationTask): RectificationTask[] {
  const keyOf = ({ version: _, sentBack: __, ...state }: RectificationTask) => JSON.stringify(state);
  const seen = new Map<string, RectificationTask>();
  const open = [start];
  for (let state = open.pop(); state; state = open.pop()) {
    if (seen.has(keyOf(state))) continue;
    seen.set(keyOf(state), state);
    for (const command of commands) {
      const next = outcome(state, command);
      if (next) open.push(next);
    }
  }
  return [...seen.values()];
}

describe("a rectification (R184, R193)", () => {
  const states = explore(aTask());

  it("is closed only with a result that somebody else verified, in every state that can be reached", () => {
    const closed = states.filter(({ status }) => status === "CLOSED");

    expect(closed.length).toBeGreaterThan(0);
    expect(closed.every(({ report, reportedBy, closedOn }) => report && reportedBy && closedOn)).toBe(true);
  });

  it("can always still be closed, and nothing comes after that", () => {
    const finish: readonly TaskCommand[] = [
      { type: "report", on, by: "leader", report: "已完成" },
      { type: "verify", on, by: "another supervisor", accepted: true, remark: "" },
    ];
    for (const state of states) {
      const end = finish.reduce((task, command) => outcome(task, command) ?? task, state);
      expect(end.status).toBe("CLOSED");
      expect(commands.map((command) => outcome(end, command))).toEqual(commands.map(() => null));
    }
  });

  it("is not verified by who reported it, nor by the team (R190)", () => {
    const reported = aTask({ status: "REPORTED", report: "已完成", reportedBy: "somebody" });
    const verify = (by: string) => () => decideTask(reported, { type: "verify", on, by, accepted: true, remark: "" });

    expect(verify("somebody")).toThrow(OwnRectification);
    expect(verify("leader")).toThrow(OwnRectification);
    expect(verify("member")).toThrow(OwnRectification);
    expect(verify("supervisor")()).toMatchObject({ type: "RectificationTaskClosed" });
  });

  it("goes from the circular to the order to accountability, one step at a time (R195)", () => {
    const dueOn = day("2021-07-08");
    const step = (task: RectificationTask, level: (typeof accountabilityLevels)[number]) =>
      evolveTask(task, decideTask(task, { type: "escalate", on, by: "supervisor", level, reason: "推进不力", dueOn }));

    expect(() => step(aTask(), "ORDERED")).toThrow(LevelOutOfOrder);
    expect(() => step(aTask({ level: "ORDERED" }), "CIRCULATED")).toThrow(LevelOutOfOrder);
    const last = step(step(step(aTask({ overdueOn: on }), "CIRCULATED"), "ORDERED"), "ACCOUNTABILITY");
    expect(last).toMatchObject({ level: "ACCOUNTABILITY", dueOn, overdueOn: null });
  });
});

describe("a task with a deadline and a report (R198)", () => {
  it("is overdue from the day after the one it is due, and its summary likewise", () => {
    expect(isTaskOverdue(aTask(), day("2021-06-30"))).toBe(false);
    expect(isTaskOverdue(aTask(), day("2021-07-01"))).toBe(true);
    expect(isTaskOverdue(aTask({ status: "REPORTED" }), day("2021-07-01"))).toBe(false);
    expect(isSummaryOverdue(aTask(), day("2021-07-01"))).toBe(false);
    expect(isSummaryOverdue(aTask(), day("2021-07-02"))).toBe(true);
  });
});

describe("a year's results of departments and outlets (R196)", () => {
  it("count every task for one owner, and add up to all of them", () => {
    const tasks = [
      aTask(),
      aTask({ status: "CLOSED", reportedOn: day("2021-06-30"), level: "ORDERED" }),
      aTask({ status: "CLOSED", reportedOn: day("2021-07-01") }),
      aTask({ departmentId: null, level: "ACCOUNTABILITY" }),
    ];

    const [department, outlet, ...more] = summariesOf(tasks, day("2021-07-02"));

    expect(more).toEqual([]);
    expect(department).toMatchObject({ departmentId: "civil-affairs", outletId: null, opened: 3, closed: 2 });
    expect(department).toMatchObject({ closedInTime: 1, overdue: 1, circulated: 1, ordered: 1, accountable: 0 });
    expect(outlet).toMatchObject({ departmentId: null, outletId: "hall", opened: 1, accountable: 1, ordered: 1 });
  });
});
