import { Chain, type Link } from "./chain.js";

/** Something that has to end in time. */
export interface Expiring {
  expire(): void;
}

/** Something that is waited for, and until when. */
interface Awaited {
  readonly expiring: Expiring;
  readonly end: number;
}

/** Takes a time-out back. */
export type Deadline = Link<Awaited>;

/** Time-outs that are all of one length, hence end in the order in which they began: one timer serves them all. */
export class Deadlines {
  readonly #awaited = new Chain<Awaited>();
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly ms: number) {}

  add(expiring: Expiring): Deadline {
    this.#timer ??= this.#wait(this.ms);
    return this.#awaited.add({ expiring, end: performance.now() + this.ms });
  }

  delete(deadline: Deadline): void {
    this.#awaited.delete(deadline);
  }

  #wait(ms: number): NodeJS.Timeout {
    return setTimeout(() => this.#expire(), ms).unref(); // whoever waits has a connection that keeps the process alive
  }

  #expire(): void {
    this.#timer = undefined;
    for (let link = this.#awaited.first; link; link = this.#awaited.first) {
      const left = link.value.end - performance.now();
      if (left > 0) {
        this.#timer ??= this.#wait(Math.ceil(left));
        return;
      }
      this.#awaited.delete(link);
      link.value.expiring.expire();
    }
  }
}
