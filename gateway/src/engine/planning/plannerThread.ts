import { Worker } from "node:worker_threads";
import type { GraphFacts, PlannerData, PlannerMessage, PlanRequest } from "./messages.js";

interface Waiting {
  readonly resolve: (plan: string) => void;
  readonly reject: (reason: Error) => void;
}

// Tests run the sources: there the worker is a TypeScript file, whose types Node itself strips.
const workerFile = import.meta.url.endsWith(".ts") ? "./plannerWorker.ts" : "./plannerWorker.js";

let startedAhead: { readonly supergraphSdl: string; readonly thread: Promise<PlannerThread> } | undefined;

/** A thread that plans operations of one supergraph, one after another. */
export class PlannerThread {
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #ended = false;
  #whenIdle: () => void = () => {};

  private constructor(
    private readonly worker: Worker,
    readonly graph: GraphFacts,
  ) {
    worker.unref(); // an idle planner keeps no process alive
    worker.on("message", (message: PlannerMessage) => this.#take(message));
    worker.once("exit", () => this.#end());
  }

  /** @throws when the supergraph is not one */
  static start(supergraphSdl: string): Promise<PlannerThread> {
    const ahead = startedAhead;
    startedAhead = undefined;
    return ahead?.supergraphSdl === supergraphSdl ? ahead.thread : PlannerThread.#start(supergraphSdl);
  }

  /** Begins to start the thread that the next `start` for this supergraph gets, while the process still loads. */
  static startAhead(supergraphSdl: string): void {
    const thread = PlannerThread.#start(supergraphSdl);
    thread.catch(() => {}); // told to whom it is given
    startedAhead = { supergraphSdl, thread };
  }

  static #start(supergraphSdl: string): Promise<PlannerThread> {
    const worker = new Worker(new URL(workerFile, import.meta.url), {
      workerData: { supergraphSdl } satisfies PlannerData,
    });
    return new Promise((resolve, reject) => {
      worker.once("message", (message: PlannerMessage) => {
        if (message.kind === "ready") return resolve(new PlannerThread(worker, message.graph));
        void worker.terminate();
        return reject(new Error(message.kind === "failed" ? message.message : "The query planner does not start."));
      });
      worker.on("error", reject); // what ends it later is told by its exit
    });
  }

  get hasEnded(): boolean {
    return this.#ended;
  }

  /** @returns the plan's JSON */
  plan(request: Omit<PlanRequest, "id">): Promise<string> {
    if (this.#ended) return Promise.reject(stopped());
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.worker.ref();
      this.worker.postMessage({ ...request, id } satisfies PlanRequest);
    });
  }

  /** Ends once the plans under way are made. */
  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#whenIdle = resolve;
      if (this.#waiting.size === 0) resolve();
    });
    await this.terminate();
  }

  async terminate(): Promise<void> {
    this.#end();
    await this.worker.terminate();
  }

  #take(message: PlannerMessage): void {
    if (message.kind === "ready" || message.id === undefined) return;
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.kind === "failed") waiting?.reject(new Error(message.message));
    else waiting?.resolve(message.plan);
    if (this.#waiting.size > 0) return;
    this.worker.unref();
    this.#whenIdle();
  }

  #end(): void {
    this.#ended = true;
    for (const { reject } of this.#waiting.values()) reject(stopped());
    this.#waiting.clear();
    this.#whenIdle();
  }
}

const stopped = () => new Error("The query planner has stopped.");
