import type { QueryPlan } from "@apollo/query-planner";
import type { GraphFacts, PlanRequest } from "./messages.js";
import { PlannerThread } from "./plannerThread.js";

/** A plan and the length of its text, by which caches judge its size. */
export interface Planned {
  readonly plan: QueryPlan;
  readonly characters: number;
}

/** Milliseconds that planning one operation may take. */
const PATIENCE_MS = 30_000;

/**
 * Plans in a thread of its own, so that a large operation never holds up the requests of others. A thread that died, or
 * that cannot come to an end, is replaced by another.
 */
export class Planner {
  #thread: Promise<PlannerThread>;
  #closed = false;

  private constructor(
    private readonly supergraphSdl: string,
    first: PlannerThread,
    private readonly patienceMs: number,
  ) {
    this.#thread = Promise.resolve(first);
  }

  /** @throws when the supergraph is not one */
  static async start(
    supergraphSdl: string,
    patienceMs = PATIENCE_MS,
  ): Promise<{ planner: Planner; graph: GraphFacts }> {
    const thread = await PlannerThread.start(supergraphSdl);
    return { planner: new Planner(supergraphSdl, thread, patienceMs), graph: thread.graph };
  }

  async plan(request: Omit<PlanRequest, "id">): Promise<Planned> {
    const thread = await this.#living();
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new Error("Planning the operation takes too long."));
        void thread.terminate(); // there is no other way to interrupt it
      }, this.patienceMs);
    });
    try {
      const text = await Promise.race([thread.plan(request), tooLong]);
      return { plan: JSON.parse(text) as QueryPlan, characters: text.length };
    } finally {
      clearTimeout(timer);
    }
  }

  /** Ends the thread once the plans under way are made. */
  async close(): Promise<void> {
    this.#closed = true;
    await (await this.#thread).close();
  }

  async #living(): Promise<PlannerThread> {
    const thread = await this.#thread;
    if (this.#closed || !thread.hasEnded) return thread;
    // Whoever comes first starts the next one; the others find it.
    if ((await this.#thread) === thread) this.#thread = PlannerThread.start(this.supergraphSdl);
    return this.#thread;
  }
}
