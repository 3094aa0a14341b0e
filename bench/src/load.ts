import { Pool } from "undici";

export interface Measured {
  readonly requests: number;
  readonly requestsPerSecond: number;
  /** ms */
  readonly p50: number;
  /** ms */
  readonly p99: number;
  readonly failed: number;
}

const CONNECTIONS = 50;

/** Asks as fast as answers come over fifty connections, each request with an `Authorization` of its own. */
export async function load(url: string, query: string, seconds: number): Promise<Measured> {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: CONNECTIONS, pipelining: 1 });
  const body = JSON.stringify({ query });
  const latencies: number[] = [];
  const end = performance.now() + seconds * 1_000;
  let sent = 0;
  let failed = 0;

  async function ask() {
    while (performance.now() < end) {
      sent += 1;
      const began = performance.now();
      const { statusCode, body: answer } = await pool.request({
        method: "POST",
        path: pathname,
        headers: {
          "content-type": "application/json",
          accept: "application/json",
          authorization: `Bearer ${sent}-${began}`,
        },
        body,
      });
      await answer.dump({ limit: 1 << 24 });
      if (statusCode !== 200) failed += 1;
      latencies.push(performance.now() - began);
    }
  }

  const began = performance.now();
  await Promise.all(Array.from({ length: CONNECTIONS }, ask));
  const took = (performance.now() - began) / 1_000;
  await pool.close();
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
