import type { JsonObject } from "../json.js";
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
  readonly keys: ReadonlySet<string>;
  /** Whether the answer has shown it; what nobody misses is told without a path. */
  reported: boolean;
}

/** What went wrong in one request. */
export class Problems {
  readonly list: Problem[] = [];
  readonly #faults = new Map<JsonObject, Fault[]>();
  readonly #all: Fault[] = [];

  get any(): boolean {
    return this.list.length > 0 || this.#all.length > 0;
  }

  /** A subgraph's error at a place of the answer. */
  add(error: SubgraphError, subgraph: string, path?: ResponsePath): void {
    this.list.push(problemOf(error, subgraph, path));
  }

  /** A whole fetch's failure, felt by these objects. */
  addFault(error: SubgraphError, subgraph: string, keys: ReadonlySet<string>, objects: Iterable<JsonObject>): void {
    const fault: Fault = { error, subgraph, keys, reported: false };
    this.#all.push(fault);
    for (const object of objects) {
      const faults = this.#faults.get(object);
      if (faults) faults.push(fault);
      else this.#faults.set(object, [fault]);
    }
  }

  /** Why `object` has no `key`, if a fetch failed. */
  faultOf(object: JsonObject, key: string): Fault | undefined {
    return this.#all.length === 0 ? undefined : this.#faults.get(object)?.find(({ keys }) => keys.has(key));
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
