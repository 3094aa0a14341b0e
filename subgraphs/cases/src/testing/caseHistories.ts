import { DomainError } from "@yimen/kernel/errors";
import fc from "fast-check";
import type { Actor, Case } from "../domain/case.js";
import { atDeadline, nextDeadline } from "../domain/caseClock.js";
import type { CaseCommand, CaseCommandType } from "../domain/caseCommand.js";
import type { CaseEvent } from "../domain/caseEvent.js";
import { decide } from "../domain/decide.js";
import { evolve } from "../domain/evolve.js";
import { approvalMechanisms } from "../domain/mechanism.js";
import { allowedFrom } from "../domain/transitions.js";
import { actingFor, aFile, collected, hours, onItsOwn, usual } from "./aCase.js";
import { officerDuty } from "./facts.js";

export const commandTypes = Object.keys(allowedFrom) as CaseCommandType[];
const people = [
  onItsOwn("officer"),
  onItsOwn("approver"),
  onItsOwn("third"),
  actingFor("officer", "approver"),
  actingFor("approver", "third"),
];

interface Step {
  readonly type: CaseCommandType;
  readonly hoursLater: number;
  readonly by: Actor;
  readonly requirementIds: readonly string[];
  readonly flag: boolean;
}

const step = fc.record<Step>({
  // What moves a case on is drawn more often, or hardly any case would reach its end.
  type: fc.oneof(
    fc.constantFrom(...commandTypes),
    fc.constantFrom(
      "accept",
      "pickUp",
      "reportUp",
      "decide",
      "makeResult",
      "issueResult",
      "deliver",
      "revoke",
      "feedBack",
      "receiveMaterials",
    ),
  ),
  hoursLater: fc.oneof(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 100 })),
  by: fc.constantFrom(...people),
  requirementIds: fc.subarray(["m1", "m2", "m3", "m9"]),
  flag: fc.boolean(),
});
/** Any sequence of commands that could be given to a case. */
export const history = fc.record({
  present: fc.subarray(["m1", "m2", "m3"]),
  decisionMode: fc.constantFrom("SEPARATED" as const, "SINGLE_STEP" as const),
  important: fc.boolean(),
  online: fc.boolean(),
  mechanism: fc.constantFrom(...approvalMechanisms),
  steps: fc.array(step, { maxLength: 25 }),
});

const partyOf = (drawn: readonly string[]) => (drawn.includes("m1") ? "taoshan-water" : "taoshan-civil-affairs");

const commandOf = ({ type, by, requirementIds, flag }: Step, at: Date): CaseCommand =>
  ({
    ...usual(type, at),
    ...("by" in usual(type) && { by }),
    ...("requirementIds" in usual(type) && { requirementIds }),
    ...(type === "accept" && { committed: flag, duty: { ...officerDuty, ...by } }),
    ...(type === "decide" && { granted: flag, heads: flag }),
    ...(type === "preReview" && { passed: flag }),
    ...(type === "recognise" && { requirementId: requirementIds[0] ?? "m3" }),
    ...(type === "giveOpinion" && { agrees: flag, departmentId: partyOf(requirementIds) }),
    ...(type === "revoke" && { heads: flag }),
    ...(type === "supply" && { materials: requirementIds.map(aFile) }),
    ...(type === "warn" && { percent: flag ? 80 : 100 }),
  }) as CaseCommand;

/** The event, or nothing where a rule refuses. Anything else that is thrown is a bug. */
export function tried(current: Case, command: CaseCommand): CaseEvent | null {
  try {
    return decide(current, command);
  } catch (refusal) {
    if (refusal instanceof DomainError) return null;
    throw refusal;
  }
}

/** Plays the steps, with the office's clock acting in between as its watcher does. */
export function play({
  present,
  decisionMode,
  important,
  online,
  mechanism,
  steps,
}: typeof history extends fc.Arbitrary<infer T> ? T : never) {
  const opened = collected({ online, present, guide: { decisionMode, important }, mechanism });
  const states = [opened];
  const events: CaseEvent[] = [{ type: "CaseOpened", at: opened.openedAt, opened, by: opened.openedBy }];
  const happen = (event: CaseEvent) => {
    events.push(event);
    states.push(evolve(states.at(-1) as Case, event));
  };
  let now = 0;
  for (const one of steps) {
    now += one.hoursLater;
    for (
      let due = nextDeadline(states.at(-1) as Case);
      due && due.at <= hours(now);
      due = nextDeadline(states.at(-1) as Case)
    ) {
      happen(decide(states.at(-1) as Case, atDeadline(due, hours(now))));
    }
    const event = tried(states.at(-1) as Case, commandOf(one, hours(now)));
    if (event) happen(event);
  }
  return { states, events, now: hours(now) };
}

/** Holds for every history, or shows the shortest for which it does not. */
export const always = (check: (run: ReturnType<typeof play>) => void) =>
  fc.assert(
    fc.property(history, (given) => check(play(given))),
    { numRuns: 400 },
  );
