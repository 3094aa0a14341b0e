import { createServer } from "node:http";
import { Pool } from "undici";
import { workloads } from "../workloads.ts";

/**
 * What nobody who speaks HTTP on Node can be faster than: `answer-only` sends a ready-made answer; `fetches-only` first
 * asks a subgraph as often as our gateway does, parses what comes, and drops it.
 */
const [name = "", port = "4600"] = process.argv.slice(2);
const SUBGRAPH = "http://127.0.0.1:4501";
const FETCHES: Readonly<Record<string, number>> = { federation: 6, "three-fetches": 3, "one-fetch": 1 };
const ANSWER_BYTES: Readonly<Record<string, number>> = { federation: 90_000, "three-fetches": 300, "one-fetch": 350 };

const pool = new Pool(SUBGRAPH, { connections: 128 });
const byQuery = new Map(workloads.map((workload) => [workload.query, workload.name]));
const answers = new Map(
  Object.entries(ANSWER_BYTES).map(([workload, bytes]) => [workload, JSON.stringify({ data: "x".repeat(bytes) })]),
);

async function fetchOnce(authorization: string): Promise<unknown> {
  const { body } = await pool.request({
    method: "POST",
    path: "/graphql",
    headers: { "content-type": "application/json", authorization },
    body: '{"query":"{users{id name username}}"}',
  });
  return JSON.parse(await body.text());
}

createServer((request, response) => {
  let text = "";
  request.setEncoding("utf8");
  request.on("data", (chunk: string) => {
    text += chunk;
  });
  request.on("end", async () => {
    const { query } = JSON.parse(text) as { query: string };
    const workload = byQuery.get(query) ?? "one-fetch";
    if (name === "fetches-only") {
      // As deep as the operation's own chain of fetches: each waits for the one before.
      for (let count = 0; count < (FETCHES[workload] ?? 1); count += 1)
        await fetchOnce(request.headers.authorization ?? "");
    }
    const answer = answers.get(workload) ?? "{}";
    response
      .writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(answer) })
      .end(answer);
  });
}).listen(Number(port), "127.0.0.1");
