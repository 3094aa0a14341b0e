import { request } from "undici";
import { CALLER_HEADER, serviceCaller, signCaller } from "./caller.js";
import { DomainError } from "./errors.js";

/** A sibling did not answer in time, or not with data; nothing was changed. */
export class SiblingUnavailable extends DomainError {
  readonly code: string;
  constructor(target: string, cause: unknown) {
    super({
      zh: `${target} 服务暂时无法应答,本次操作未生效;请稍后重试。`,
      en: `The ${target} service does not answer; nothing was changed, please try again shortly.`,
    });
    this.code = `${target.toUpperCase()}_UNAVAILABLE`;
    this.cause = cause;
  }
}

export interface SiblingClientOptions {
  /** Where it listens: all places, if it runs more than once. */
  readonly urls: readonly URL[];
  /** Name of the service that is asked: audience of the signature. */
  readonly target: string;
  /** Name of the service that asks. */
  readonly self: string;
  readonly callerSecret: string;
}

const TIMEOUT = 3_000; // ms

/** Asks a sibling subgraph on this service's own account. Only questions: they may be asked again elsewhere. */
export interface SiblingClient {
  /** @throws SiblingUnavailable when there is no complete answer within three seconds */
  query<T>(document: string, variables: Record<string, unknown>): Promise<T>;
}

export function createSiblingClient({ urls, target, self, callerSecret }: SiblingClientOptions): SiblingClient {
  let turn = Math.floor(Math.random() * urls.length);
  return {
    async query<T>(query: string, variables: Record<string, unknown>): Promise<T> {
      const signal = AbortSignal.timeout(TIMEOUT);
      const first = turn++;
      let cause: unknown;
      for (let tried = 0; tried < urls.length && !signal.aborted; tried++) {
        try {
          const signed = await signCaller(serviceCaller(self), target, callerSecret);
          return await ask(urls[(first + tried) % urls.length] as URL, { query, variables }, signed, signal);
        } catch (problem) {
          cause = problem;
        }
      }
      throw new SiblingUnavailable(target, cause);
    },
  };
}

async function ask<T>(url: URL, question: object, signed: string, signal: AbortSignal): Promise<T> {
  const { body } = await request(url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json", [CALLER_HEADER]: signed },
    body: JSON.stringify(question),
    signal,
  });
  const { data, errors } = (await body.json()) as { data?: T | null; errors?: readonly unknown[] };
  if (errors?.length || !data) throw new Error(JSON.stringify(errors ?? "no data"));
  return data;
}
