import { RawConnection } from "./rawConnection.ts";

export interface Measured {
  readonly requests: number;
  readonly requestsPerSecond: number;
  /** ms */
  readonly p50: number;
  /** ms */
  readonly p99: number;
  readonly failed: number;
}

export const CONNECTIONS = 50;

/** What is asked, as often as there is time for. */
export interface Load {
  readonly port: number;
  /** The body of the nth request. */
  readonly body: (n: number) => string;
  readonly seconds: number;
  readonly connections?: number;
  /** Tokens to ask with, one for each connection; without them every request has another `authorization`. */
  readonly tokens?: readonly string[];
  /** Headers beside `authorization`, which is another one each time. */
  readonly headers?: string;
  /** Whether all answers are as long as the first, so by default: one with an error in it is not. */
  readonly isSame?: boolean;
}

/** Asks as fast as answers come, each connection one thing at a time. */
export async function load({
  port,
  body,
  seconds,
  connections = CONNECTIONS,
  headers = "",
  isSame = true,
  tokens,
}: Load): Promise<Measured> {
  const opened = await Promise.all(Array.from({ length: connections }, () => RawConnection.open(port)));
  const latencies: number[] = [];
  const began = performance.now();
  const end = began + seconds * 1_000;
  let sent = 0;
  let failed = 0;
  let first: number | undefined;

  async function askAgainAndAgain(connection: RawConnection, index: number) {
    for (let asked = performance.now(); asked < end; ) {
      sent += 1;
      const answer = await connection.ask(
        requestText(body(sent), `Bearer ${tokens?.[index] ?? `${sent}-${asked}`}`, headers),
      );
      first ??= answer.length;
      if (answer.status !== 200 || (isSame && answer.length !== first)) failed += 1;
      const answered = performance.now();
      latencies.push(answered - asked);
      asked = answered;
    }
  }

  await Promise.all(opened.map(askAgainAndAgain));
  const took = (performance.now() - began) / 1_000;
  for (const connection of opened) connection.close();
  latencies.sort((one, other) => one - other);
  const at = (share: number) => latencies[Math.floor(share * (latencies.length - 1))] ?? 0;
  return {
    requests: latencies.length,
    requestsPerSecond: latencies.length / took,
    p50: at(0.5),
    p99: at(0.99),
    failed,
  };
}

/** Bodies are ASCII here: as many bytes as characters. */
const requestText = (body: string, authorization: string, headers: string) =>
  `POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\naccept: application/json\r\nauthorization: ${authorization}\r\n${headers}content-length: ${body.length}\r\n\r\n${body}`;
