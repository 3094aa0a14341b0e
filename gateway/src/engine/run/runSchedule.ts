import type { Group, Schedule } from "../compile/schedule.js";
import type { Step } from "../compile/step.js";
import type { EntityStep } from "./collect.js";
import { fetchEntities } from "./fetchEntities.js";
import { fetchRoot } from "./fetchRoot.js";
import type { RunState } from "./runState.js";

/** Runs every step as soon as what it waits for has ended, and, within `waitMs`, its companions are ready too. */
export function runSchedule<C>(schedule: Schedule, run: RunState<C>, waitMs: number): Promise<void> {
  if (schedule.steps.length === 0) return Promise.resolve();
  return new Promise((resolve, reject) => new ScheduleRun(schedule, run, waitMs, resolve, reject).start());
}

/** Which members of a group are ready, and how long they have waited for the others. */
interface Gathering {
  ready: Step[];
  /** Members neither ready nor sent. */
  missing: number;
  timer: NodeJS.Timeout | undefined;
}

class ScheduleRun<C> {
  readonly #waitingFor: number[];
  readonly #gatherings = new Map<Group, Gathering>();
  readonly #startedAt = performance.now();
  #left: number;

  constructor(
    private readonly schedule: Schedule,
    private readonly run: RunState<C>,
    private readonly waitMs: number,
    private readonly resolve: () => void,
    private readonly reject: (reason: unknown) => void,
  ) {
    this.#waitingFor = schedule.steps.map(({ dependencies }) => dependencies.size);
    this.#left = schedule.steps.length;
  }

  start(): void {
    for (const step of this.schedule.steps) if (step.dependencies.size === 0) this.#becomesReady(step);
  }

  #becomesReady(step: Step): void {
    const group = this.schedule.groupOf[step.index] as Group;
    const gathering = this.#gatherings.get(group) ?? { ready: [], missing: group.members.length, timer: undefined };
    this.#gatherings.set(group, gathering);
    gathering.ready.push(step);
    gathering.missing--;
    if (gathering.missing === 0) this.#send(group, gathering);
    else if (this.#isAwaited(step))
      gathering.timer ??= setTimeout(() => this.#send(group, gathering), this.#patience());
  }

  /** What nothing waits for can wait for its companions: the answer waits for them anyway. */
  #isAwaited({ index }: Step): boolean {
    return (this.schedule.dependents[index]?.length ?? 0) > 0;
  }

  #patience(): number {
    return Math.max(this.waitMs, performance.now() - this.#startedAt);
  }

  #send(group: Group, gathering: Gathering): void {
    clearTimeout(gathering.timer);
    gathering.timer = undefined;
    const steps = gathering.ready;
    gathering.ready = [];
    this.#fetch(group, steps).then(
      () => this.#ended(steps),
      (reason) => this.#fail(reason),
    );
  }

  #fetch(group: Group, steps: readonly Step[]): Promise<void> {
    const [first] = steps as [Step];
    return first.entities ? fetchEntities(this.run, group, steps as EntityStep[]) : fetchRoot(this.run, first);
  }

  #fail(reason: unknown): void {
    this.#left = Number.POSITIVE_INFINITY;
    for (const { timer } of this.#gatherings.values()) clearTimeout(timer);
    this.#gatherings.clear();
    this.reject(reason);
  }

  #ended(steps: readonly Step[]): void {
    if (this.#left === Number.POSITIVE_INFINITY) return; // something else has failed
    this.run.ends?.ended(steps);
    this.#left -= steps.length;
    if (this.#left === 0) this.resolve();
    for (const { index } of steps) {
      for (const dependent of this.schedule.dependents[index] ?? []) {
        this.#waitingFor[dependent] = (this.#waitingFor[dependent] ?? 0) - 1;
        if (this.#waitingFor[dependent] === 0) this.#becomesReady(this.schedule.steps[dependent] as Step);
      }
    }
  }
}
