import type { Bilingual } from "@yimen/kernel/errors";

/** An error as the gateway gives it out. */
export interface Refusal {
  readonly message: string;
  readonly extensions: {
    readonly code: string;
    readonly rule?: { readonly id: string; readonly sentence: string; readonly source: string };
    readonly leaveId?: string;
  };
}

export interface Answer<T> {
  readonly data: T | null;
  readonly errors?: readonly Refusal[];
}

/** What a request shows of who sends it. */
export type Headers = Readonly<Record<string, string>>;

/** The gateway, seen from outside: all that the demonstration uses of the graph. */
export interface Door {
  readonly url: string;
  ask<T>(headers: Headers, query: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer<T>>;
}

export const doorAt = (url: string): Door => ({
  url,
  async ask<T>(headers: Headers, query: string, variables: Readonly<Record<string, unknown>> = {}) {
    const response = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json", ...headers },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(30_000),
    });
    return (await response.json()) as Answer<T>;
  },
});

/** The data of an answer that has to be there. @throws with the errors in it */
export function dataOf<T>({ data, errors }: Answer<T>): T {
  if (errors?.length || data === null) throw new Error(JSON.stringify(errors ?? "no data"));
  return data;
}

/** Whether the gateway and all its subgraphs answer. */
export async function isOpen(url: string): Promise<boolean> {
  const health = await fetch(`${url}/health`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
  return health?.ok === true && ((await health.json()) as { status: string }).status === "ok";
}

export const NOT_OPEN: Bilingual = {
  zh: "一门没有在运行，或有服务还没有就绪。请在另一个终端运行 npm start，等到“已就绪”再来。",
  en: "Yimen is not running, or not all of it: run `npm start` in another terminal, wait until it is ready, then come back.",
};
