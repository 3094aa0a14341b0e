import { Pool } from "undici";
import type { SubgraphClient, SubgraphRequest, SubgraphResponse } from "../engine/subgraphClient.js";
import type { RequestContext } from "../requestContext.js";
import { fault } from "./fault.js";
import type { TransportSettings } from "./transportSettings.js";

type Fetch = SubgraphClient<RequestContext>["fetch"];

/** Fetches over kept-alive connections, a pool per address. */
export function httpFetch({ urlOf, attachments, timeoutMs }: TransportSettings): Fetch & AsyncDisposable {
  const pools = new Map<string, Pool>();
  const poolOf = (origin: string) => {
    const pool =
      pools.get(origin) ?? new Pool(origin, { connections: 128, headersTimeout: timeoutMs, bodyTimeout: timeoutMs });
    pools.set(origin, pool);
    return pool;
  };

  const fetch: Fetch = async (subgraph, request, context, signal) => {
    const url = urlOf(subgraph);
    if (!url) return fault("SUBGRAPH_UNREACHABLE", subgraph);
    const { origin, pathname, search } = new URL(url);
    const headers = {
      "content-type": "application/json",
      accept: "application/json",
      ...(await attachments.headers(context, subgraph)),
    };
    try {
      const { body } = await poolOf(origin).request({
        method: "POST",
        path: pathname + search,
        headers,
        body: bodyOf(request),
        signal,
      });
      return readAnswer(await body.text()) ?? fault("SUBGRAPH_BAD_ANSWER", subgraph);
    } catch (problem) {
      if (signal.aborted) throw signal.reason;
      return fault(isTimeout(problem) ? "SUBGRAPH_TIMEOUT" : "SUBGRAPH_UNREACHABLE", subgraph);
    }
  };

  const dispose = async () => {
    await Promise.all([...pools.values()].map((pool) => pool.close()));
  };
  return Object.assign(fetch, { [Symbol.asyncDispose]: dispose });
}

function bodyOf({ operation: { query, operationName }, variables }: SubgraphRequest): string {
  const name = operationName === undefined ? "" : `,"operationName":${JSON.stringify(operationName)}`;
  return `{"query":${JSON.stringify(query)},"variables":${variables}${name}}`;
}

function readAnswer(text: string): SubgraphResponse | null {
  try {
    const answer: unknown = JSON.parse(text);
    const isAnswer = typeof answer === "object" && answer !== null && ("data" in answer || "errors" in answer);
    return isAnswer ? (answer as SubgraphResponse) : null;
  } catch {
    return null;
  }
}

const isTimeout = (problem: unknown) => problem instanceof Error && /Timeout/.test(problem.name);
