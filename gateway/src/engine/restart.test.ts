import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { nextFreePort } from "@yimen/kernel/freePort";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answer, ask } from "../fixtures/ask.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";
import { type RunningGateway, startGateway } from "../gateway.js";
import { fileSource } from "../supergraph/fileSource.js";
import { composeFixture } from "./fixtures/fixtureGraph.js";

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])`;
const { supergraphSdl } = composeFixture([
  {
    name: "rows",
    typeDefs: `${LINK} type Query { row(n: Int!): Row } type Row @key(fields: "n") { n: Int! cells: [Int!]! }`,
  },
  { name: "sums", typeDefs: `${LINK} type Row @key(fields: "n") { n: Int! sum: Int }` },
]);

const cellsOf = (n: number) => Array.from({ length: 1 + (n % 200) }, (_, at) => n * at);
const sumOf = (n: number) => cellsOf(n).reduce((sum, cell) => sum + cell, 0);

/** A subgraph as a process of its own, which can be killed: it answers both subgraphs' fields from the row's number. */
const server = `
  const cellsOf = ${cellsOf}, sumOf = ${sumOf};
  require("node:http").createServer(async (request, response) => {
    const { variables: { n, representations } } = JSON.parse((await request.toArray()).join(""));
    const data = representations
      ? { _entities: representations.map(({ n }) => ({ sum: sumOf(n) })) }
      : { row: { __typename: "Row", n, cells: cellsOf(n) } };
    response.setHeader("content-type", "application/json").end(JSON.stringify({ data }));
  }).listen(Number(process.argv[1]), "127.0.0.1", () => console.log("listening"));`;

async function start(port: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["-e", server, String(port)], { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout as NodeJS.ReadableStream, "data");
  return child;
}

/** What an answer about row `n` is: right, missing what could not be had and saying so, or wrong. */
function judge(n: number, { data, errors }: Answer): "right" | "said" | "wrong" {
  const row = { n, cells: cellsOf(n), sum: sumOf(n) };
  if (!errors) return JSON.stringify(data) === JSON.stringify({ row }) ? "right" : "wrong";
  const isKnown = errors.every(({ extensions }) => /^SUBGRAPH_/.test(String(extensions?.code)));
  const isWhole = [null, { ...row, sum: null }].some((one) => JSON.stringify(data) === JSON.stringify({ row: one }));
  return isKnown && isWhole ? "said" : "wrong";
}

describe.each(["rows", "sums"])("the subgraph %s, killed and started again under load", (killed) => {
  const folder = temporaryFolder();
  const children: ChildProcess[] = [];
  let ports: Record<string, number>;
  let gateway: RunningGateway;
  beforeAll(async () => {
    ports = { rows: await nextFreePort(23_000), sums: await nextFreePort(24_000) };
    for (const port of Object.values(ports)) children.push(await start(port));
    gateway = await startGateway({
      supergraph: fileSource(folder.write("supergraph.graphql", supergraphSdl)),
      port: 0,
      urlOf: (name) => `http://127.0.0.1:${ports[name]}/`,
    });
  });
  afterAll(async () => {
    await gateway.stop();
    for (const child of children) child.kill("SIGKILL");
    folder[Symbol.dispose]();
  });

  const query = "query ($n: Int!) { row(n: $n) { n cells sum } }";
  const answerTo = async (n: number) => judge(n, (await ask(gateway.url, { query, variables: { n } })).body);

  it("costs nothing but fields that say so, while it is away", { timeout: 180_000 }, async () => {
    const verdicts = { right: 0, said: 0, wrong: 0 };
    let asked = 0;
    let ending = false;
    const clients = Array.from({ length: 50 }, async () => {
      while (!ending) verdicts[await answerTo(++asked)]++;
    });

    const more = (verdict: "right" | "said", count: number) => {
      const before = verdicts[verdict];
      return expect.poll(() => verdicts[verdict], { timeout: 60_000 }).toBeGreaterThan(before + count);
    };

    try {
      await more("right", 200);
      children[Object.keys(ports).indexOf(killed)]?.kill("SIGKILL");
      await more("said", 50);
      children.push(await start(ports[killed] ?? 0));
      await more("right", 200);
    } finally {
      ending = true;
      await Promise.all(clients);
    }

    expect(verdicts.wrong).toBe(0);
    const afterwards = await Promise.all(Array.from({ length: 100 }, () => answerTo(++asked)));
    expect(new Set(afterwards)).toEqual(new Set(["right"]));
  });
});
