import { isJsonObject, type JsonObject, readOwn } from "../json.js";
import type { SubgraphError } from "../subgraphClient.js";

export type ResponsePath = readonly (string | number)[];

/** Whether a path leads to `place` or further down from there. */
export const isBelow = (path: ResponsePath | undefined, place: ResponsePath): boolean =>
  path !== undefined && place.every((key, depth) => path[depth] === key);

/** An error of the answer, before it is put into words for the client. */
export interface Problem {
  readonly message: string;
  readonly path?: ResponsePath;
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** A fetch that failed as a whole. The fields it should have brought say so where the answer lacks them. */
export interface Fault {
  readonly error: SubgraphError;
  readonly subgraph: string;
  /** Whether the answer has shown it; what nobody misses is told without a path. */
  reported: boolean;
}

/** What a fault costs one object: these of its fields, or all that it lacks. */
interface Felt {
  readonly fault: Fault;
  readonly keys: ReadonlySet<string> | "all";
}

/** What went wrong in one request. */
export class Problems {
  readonly list: Problem[] = [];
  readonly #faults = new Map<JsonObject, Felt[]>();
  readonly #all: Fault[] = [];
  #isSpread = true;

  get any(): boolean {
    return this.list.length > 0 || this.#all.length > 0;
  }

  /** A subgraph's error at a place of the answer. */
  add(error: SubgraphError, subgraph: string, path?: ResponsePath): void {
    this.list.push(problemOf(error, subgraph, path));
  }

  /** A whole fetch's failure, felt by these objects. */
  addFault(error: SubgraphError, subgraph: string, keys: ReadonlySet<string>, objects: Iterable<JsonObject>): void {
    const fault: Fault = { error, subgraph, reported: false };
    this.#all.push(fault);
    this.#isSpread = false;
    for (const object of objects) this.#feel(object, { fault, keys });
  }

  /** What hinders `object` hinders also these fields: they were not asked for, since their fetch needs what is missing. */
  passOn(object: JsonObject, keys: ReadonlySet<string>): void {
    this.#isSpread = false;
    for (const { fault } of [...(this.#faults.get(object) ?? [])]) this.#feel(object, { fault, keys });
  }

  /** A fault that hinders another object hinders also these fields of `object`. */
  passTo(object: JsonObject, fault: Fault, keys: ReadonlySet<string>): void {
    this.#isSpread = false;
    this.#feel(object, { fault, keys });
  }

  /** Why `object` has no `key`, if a fetch failed. */
  faultOf(object: JsonObject, key: string): Fault | undefined {
    if (this.#all.length === 0) return undefined;
    if (!this.#isSpread) this.#spread();
    return this.#faults.get(object)?.find(({ keys }) => keys === "all" || keys.has(key))?.fault;
  }

  #feel(object: JsonObject, felt: Felt): void {
    const all = this.#faults.get(object);
    if (all) all.push(felt);
    else this.#faults.set(object, [felt]);
  }

  /** A field that another subgraph brought in part lacks what the failed one would have added to its objects. */
  #spread(): void {
    this.#isSpread = true;
    const reached = new Set<unknown>();
    const reach = (value: unknown, fault: Fault): void => {
      if (typeof value !== "object" || value === null || reached.has(value)) return;
      reached.add(value);
      if (isJsonObject(value)) this.#feel(value, { fault, keys: "all" });
      for (const inner of Object.values(value)) reach(inner, fault);
    };
    for (const [object, all] of [...this.#faults]) {
      for (const { fault, keys } of [...all])
        if (keys !== "all") for (const key of keys) reach(readOwn(object, key), fault);
    }
  }

  unreported(): Problem[] {
    return this.#all.filter(({ reported }) => !reported).map(({ error, subgraph }) => problemOf(error, subgraph));
  }
}

export function problemOf({ message, extensions }: SubgraphError, subgraph: string, path?: ResponsePath): Problem {
  const code = extensions?.code ?? "DOWNSTREAM_SERVICE_ERROR";
  return {
    message: message || `Subgraph "${subgraph}" reported an error.`,
    ...(path && { path }),
    extensions: { ...extensions, code, service: subgraph },
  };
}
