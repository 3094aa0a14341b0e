import type { Step } from "../compile/step.js";
import type { Phase } from "./phase.js";

/** Which fetches of an operation have ended, by the planner's ids: what deferred parts wait for. */
export class FetchEnds {
  /** How many steps of an id are still to end. */
  readonly #left = new Map<string, number>();
  readonly #waiting = new Map<string, (() => void)[]>();

  constructor(phase: Phase) {
    this.#count(phase);
  }

  ended(steps: readonly Step[]): void {
    for (const { id } of steps) {
      if (id === undefined) continue;
      const left = (this.#left.get(id) ?? 1) - 1;
      this.#left.set(id, left);
      if (left === 0) for (const wake of this.#waiting.get(id) ?? []) wake();
    }
  }

  /** Resolves when all of these have ended; what the conditions left out has. */
  async all(ids: readonly string[]): Promise<void> {
    await Promise.all(ids.map((id) => this.#end(id)));
  }

  #end(id: string): Promise<void> | undefined {
    if (!this.#left.get(id)) return undefined;
    return new Promise((resolve) => {
      this.#waiting.set(id, [...(this.#waiting.get(id) ?? []), resolve]);
    });
  }

  #count({ schedule, parts }: Phase): void {
    for (const { id } of schedule.steps) if (id !== undefined) this.#left.set(id, (this.#left.get(id) ?? 0) + 1);
    for (const part of parts) this.#count(part.phase);
  }
}
