import { setTimeout } from "node:timers/promises";
import { graphql } from "graphql";
import { type Answer, jsonAnswer, serveRaw } from "./rawServer.ts";
import { type SubgraphName, schemaOf, subgraphNames } from "./schemas.ts";

/**
 * All four subgraphs in one process. Each answers from memory by request body, so that what is measured is the gateway;
 * `GET /counts` tells how many requests they have had since the last time it was asked.
 */
const [firstPort = 4501, delayMs = 0] = process.argv.slice(2).map(Number);
let requests = 0;

function serve(name: SubgraphName): Answer {
  const schema = schemaOf(name);
  const known = new Map<string, Buffer>();

  async function execute(body: string): Promise<Buffer> {
    const { query, variables, operationName } = JSON.parse(body);
    const result = await graphql({ schema, source: query, variableValues: variables, operationName });
    if (result.errors) console.error(name, body, result.errors);
    const bytes = jsonAnswer(result);
    known.set(body, bytes);
    return bytes;
  }

  return (body, head) => {
    if (head.startsWith("GET /counts")) return reportCount();
    requests += 1;
    const found = known.get(body) ?? execute(body);
    return delayMs === 0 ? found : setTimeout(delayMs, found);
  };
}

function reportCount(): Buffer {
  const answer = jsonAnswer({ requests });
  requests = 0;
  return answer;
}

await Promise.all(subgraphNames.map((name, index) => serveRaw(firstPort + index, serve(name))));
console.info("ready");
