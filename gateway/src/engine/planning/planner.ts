import { Worker } from "node:worker_threads";
import type { QueryPlan } from "@apollo/query-planner";
import type { GraphFacts, PlannerData, PlannerMessage, PlanRequest } from "./messages.js";

/** A plan and the length of its text, by which caches judge its size. */
export interface Planned {
  readonly plan: QueryPlan;
  readonly characters: number;
}

interface Waiting {
  readonly resolve: (planned: Planned) => void;
  readonly reject: (reason: Error) => void;
}

// Tests run the sources: there the worker is a TypeScript file, whose types Node itself strips.
const workerFile = import.meta.url.endsWith(".ts") ? "./plannerWorker.ts" : "./plannerWorker.js";

/** Plans in a thread of its own, so that a large operation never holds up the requests of others. */
export class Planner {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #ready: Promise<GraphFacts>;
  #lastId = 0;
  #idle: () => void = () => {};

  private constructor(supergraphSdl: string) {
    this.#worker = new Worker(new URL(workerFile, import.meta.url), {
      workerData: { supergraphSdl } satisfies PlannerData,
    });
    this.#ready = new Promise((resolve, reject) => {
      this.#worker.on("message", (message: PlannerMessage) => {
        if (message.kind === "ready") resolve(message.graph);
        else if (message.id === undefined)
          reject(new Error(message.kind === "failed" ? message.message : "Not an answer."));
        else this.#answer(message.id, message);
      });
      this.#worker.once("error", (problem) => this.#end(problem as Error, reject));
      this.#worker.once("exit", () => this.#end(new Error("The query planner has stopped."), reject));
    });
  }

  /** @throws when the supergraph is not one */
  static async start(supergraphSdl: string): Promise<{ planner: Planner; graph: GraphFacts }> {
    const planner = new Planner(supergraphSdl);
    try {
      const graph = await planner.#ready;
      planner.#worker.unref(); // an idle planner keeps no process alive
      return { planner, graph };
    } catch (problem) {
      await planner.close();
      throw problem;
    }
  }

  plan(request: Omit<PlanRequest, "id">): Promise<Planned> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.ref();
      this.#worker.postMessage({ ...request, id } satisfies PlanRequest);
    });
  }

  /** Ends the thread once the plans under way are made. */
  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#idle = resolve;
      if (this.#waiting.size === 0) resolve();
    });
    await this.#worker.terminate();
  }

  #answer(id: number, message: Exclude<PlannerMessage, { kind: "ready" }>): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (this.#waiting.size === 0) {
      this.#worker.unref();
      this.#idle();
    }
    if (message.kind === "failed") waiting?.reject(new Error(message.message));
    else waiting?.resolve({ plan: JSON.parse(message.plan) as QueryPlan, characters: message.plan.length });
  }

  #end(problem: Error, rejectStart: (reason: Error) => void): void {
    rejectStart(problem);
    for (const { reject } of this.#waiting.values()) reject(problem);
    this.#waiting.clear();
  }
}
