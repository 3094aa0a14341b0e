import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { composeFixture } from "../engine/fixtures/fixtureGraph.js";
import { Planner } from "../engine/planning/planner.js";
import { ask } from "../fixtures/ask.js";
import { serveSubgraph } from "../fixtures/subgraphServer.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";
import { startGateway } from "../gateway.js";
import { fileSource } from "../supergraph/fileSource.js";
import { aRegistry } from "./fixtures/aRegistry.js";

const { supergraphSdl, schemas } = composeFixture([
  {
    name: "office",
    typeDefs: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@tag"])
      type Query { hours: String @tag(name: "partner") inside: String }`,
    resolvers: { Query: { hours: () => "8:30", inside: () => "in" } },
  },
]);
const INTROSPECTION = "{ __schema { queryType { fields { name } } } }";
const HOURS = "query Hours { hours }";
const LATER = "query Later { late: hours }";

const folder = temporaryFolder();
afterEach(() => vi.restoreAllMocks());
afterAll(() => folder[Symbol.dispose]());

async function start() {
  if (!schemas.office) throw new Error("The fixture has no schema.");
  const subgraph = await serveSubgraph(schemas.office);
  const partnersFile = folder.write("partners.json", aRegistry({ documents: [HOURS, INTROSPECTION] }));
  const gateway = await startGateway({
    supergraph: fileSource(folder.write("supergraph.graphql", supergraphSdl)),
    port: 0,
    urlOf: () => subgraph.url,
    introspection: false,
    access: { callerSecret: "s".repeat(32), issuer: "i", audience: "a", partnersFile },
  });
  return {
    send: (query: string) => ask(gateway.url, { query }, { "x-api-key": "key-of-the-bank" }),
    async [Symbol.asyncDispose]() {
      await gateway.stop();
      await subgraph[Symbol.asyncDispose]();
    },
  };
}

describe("a registered document", { timeout: 20_000 }, () => {
  it("is planned before the graph goes into service, and not again when it is asked for", async () => {
    const planned = vi.spyOn(Planner.prototype, "plan");
    await using running = await start();
    const before = planned.mock.calls.map(([{ operationName }]) => operationName);

    expect(before).toContain("Hours");
    expect((await running.send(HOURS)).body.data).toEqual({ hours: "8:30" });
    expect(planned.mock.calls).toHaveLength(before.length);
  });

  it("is planned when it is registered later", async () => {
    await using running = await start();
    const planned = vi.spyOn(Planner.prototype, "plan");

    folder.write("partners.json", aRegistry({ documents: [HOURS, INTROSPECTION, LATER] }));
    await vi.waitFor(() => expect(planned.mock.calls.map(([asked]) => asked.operationName)).toEqual(["Later"]));

    expect((await running.send(LATER)).body.data).toEqual({ late: "8:30" });
    expect(planned.mock.calls).toHaveLength(1);
  });

  it("may ask for the schema, also where that is switched off, and is shown the contract only", async () => {
    await using running = await start();

    const { data } = (await running.send(INTROSPECTION)).body;

    expect(data).toEqual({ __schema: { queryType: { fields: [{ name: "hours" }] } } });
  });
});
