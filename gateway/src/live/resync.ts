import type { SubgraphError, SubgraphResponse } from "../engine/subgraphClient.js";

/** How everything stands that a stream tells of, as its client asks for it: comes with a RESYNC. */
export interface PresentState {
  /** Name of the query; streams of different ones are not alike. */
  readonly name: string;
  readonly read: () => Promise<StateRead>;
}

export interface StateRead {
  /** The JSON of an execution result. */
  readonly result: string;
  /** NOTHING and PART of it are there when something is in the way that may be over at the next attempt. */
  readonly extent: "NOTHING" | "PART" | "ALL";
}

/** A refused position, and where the log ends: what was committed up to there is in all that is read from now on. */
export interface Resync {
  readonly head: string;
  readonly error: SubgraphError;
}

/** What a subgraph says that has no more, or never had, what comes after the position; `undefined` for anything else. */
export function resyncIn({ data, errors }: SubgraphResponse): Resync | undefined {
  const error = !data && errors?.length === 1 ? errors[0] : undefined;
  const head = error?.extensions?.head;
  return error && typeof head === "string" ? { head, error } : undefined;
}

/** The result that tells it, with the present state beside `head`. */
export function resyncResult({ error: { message, path, extensions } }: Resync, state: string): string {
  const told = JSON.stringify({ message, path }).slice(0, -1);
  const more = JSON.stringify(extensions).slice(0, -1);
  return `{"errors":[${told},"extensions":${more},"state":${state}}}],"data":null}`;
}

/**
 * Reads once for all who ask before the reading begins. Whoever asks while one is under way gets the next one, so nobody
 * gets what is older than the question.
 */
export function readTogether<T>(read: () => Promise<T>): () => Promise<T> {
  let latest: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | undefined;
  const begin = () => {
    next = undefined;
    const reading = read();
    latest = reading;
    return reading;
  };
  return () => {
    next ??= latest.then(begin, begin);
    return next;
  };
}
