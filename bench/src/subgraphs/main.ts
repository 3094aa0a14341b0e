import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { graphql } from "graphql";
import { type SubgraphName, schemaOf, subgraphNames } from "./schemas.ts";

/**
 * All four subgraphs in one process. Each answers from memory by request body, so that what is measured is the gateway;
 * `GET /counts` tells how many requests each has had since the last time it was asked.
 */
const [firstPort = 4501] = process.argv.slice(2).map(Number);
const counts: Record<string, number> = {};

function serve(name: SubgraphName, port: number) {
  const schema = schemaOf(name);
  const known = new Map<string, Buffer>();

  async function answer(body: string): Promise<Buffer> {
    const found = known.get(body);
    if (found) return found;
    const { query, variables, operationName } = JSON.parse(body);
    const result = await graphql({ schema, source: query, variableValues: variables, operationName });
    if (result.errors) console.error(name, body, result.errors);
    const bytes = Buffer.from(JSON.stringify(result));
    known.set(body, bytes);
    return bytes;
  }

  return (request: IncomingMessage, response: ServerResponse) => {
    if (request.url === "/counts") return reportCounts(response);
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", async () => {
      counts[name] = (counts[name] ?? 0) + 1;
      const bytes = await answer(Buffer.concat(chunks).toString());
      response.writeHead(200, { "content-type": "application/json", "content-length": bytes.length }).end(bytes);
    });
  };

  function reportCounts(response: ServerResponse) {
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(counts));
    for (const key of Object.keys(counts)) delete counts[key];
  }
}

await Promise.all(
  subgraphNames.map(
    (name, index) =>
      new Promise<void>((resolve) => {
        const port = firstPort + index;
        createServer({ keepAlive: true }, serve(name, port)).listen(port, "127.0.0.1", resolve);
      }),
  ),
);
console.info("ready");
