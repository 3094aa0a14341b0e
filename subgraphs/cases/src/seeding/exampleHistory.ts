import type { Case } from "../domain/case.js";
import { atDeadline, nextDeadline } from "../domain/caseClock.js";
import type { CaseEvent } from "../domain/caseEvent.js";
import { decide } from "../domain/decide.js";
import { evolve } from "../domain/evolve.js";

/** What happens to a case, event by event, the clock's own acts at the instant they were due. */
export function exampleHistory(opened: Case) {
  const states = [opened];
  const events: CaseEvent[] = [{ type: "CaseOpened", at: opened.openedAt, opened, by: opened.openedBy }];
  return {
    states,
    events,
    get current(): Case {
      return states.at(-1) as Case;
    },
    happens(event: CaseEvent) {
      states.push(evolve(this.current, event));
      events.push(event);
    },
    clockActs(now: Date) {
      for (let due = nextDeadline(this.current); due && due.at <= now; due = nextDeadline(this.current)) {
        this.happens(decide(this.current, atDeadline(due, due.at)));
      }
    },
  };
}
