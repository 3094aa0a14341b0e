import type { Caller } from "@yimen/kernel/caller";
import { realClock } from "@yimen/kernel/clock";
import { type RunningServer, serveSubgraph } from "@yimen/kernel/subgraphServer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { composeFixture } from "../engine/fixtures/fixtureGraph.js";
import { ask, codesOf } from "../fixtures/ask.js";
import { ProtocolClient } from "../fixtures/protocolClient.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";
import { type RunningGateway, startGateway } from "../gateway.js";
import { aRegistry } from "../partners/fixtures/aRegistry.js";
import { fileSource } from "../supergraph/fileSource.js";

interface Context {
  readonly caller: Caller;
}

const callerSecret = "a-secret-that-nobody-will-ever-guess";
const whoami = (_: unknown, __: unknown, { caller }: Context) => `${caller.kind} ${caller.subject}`;
const { supergraphSdl, schemas } = composeFixture([
  {
    name: "people",
    typeDefs: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@tag"])
      type Query @tag(name: "partner") { whoami: String! }
      type Subscription @tag(name: "partner") { whoami: String! }`,
    resolvers: {
      Query: { whoami },
      Subscription: {
        whoami: {
          async *subscribe(...args: Parameters<typeof whoami>) {
            yield { whoami: whoami(...args) };
          },
        },
      },
    },
  },
]);

const folder = temporaryFolder();
let subgraph: RunningServer;
let gateway: RunningGateway;
beforeAll(async () => {
  const { people } = schemas;
  if (!people) throw new Error("The fixture has no schema.");
  subgraph = await serveSubgraph<Context>({
    name: "people",
    schema: people,
    port: 0,
    callerSecret,
    clock: realClock,
    context: (caller) => ({ caller }),
  });
  const documents = ["{ whoami }", "subscription { whoami }"];
  gateway = await startGateway({
    supergraph: fileSource(folder.write("supergraph.graphql", supergraphSdl)),
    port: 0,
    urlOf: () => subgraph.url,
    access: {
      callerSecret,
      issuer: "i",
      audience: "a",
      partnersFile: folder.write("partners.json", aRegistry({ documents })),
    },
  });
});
afterAll(async () => {
  await gateway.stop();
  await subgraph.stop();
  folder[Symbol.dispose]();
});

describe("a subgraph that takes signed callers only", () => {
  it("refuses whoever comes past the gateway", async () => {
    const answer = await ask(subgraph.url, { query: "{ whoami }" }, { "x-yimen-caller": "STAFF boss" });

    expect([answer.status, ...codesOf(answer.body)]).toEqual([401, "CALLER_NOT_TRUSTED"]);
  });

  it("learns from the gateway who asks", async () => {
    const partner = await ask(gateway.url, { query: "{ whoami }" }, { "x-api-key": "key-of-the-bank" });
    const anybody = await ask(gateway.url, { query: "{ whoami }" }, { "x-yimen-caller": "STAFF boss" });

    expect(partner.body).toEqual({ data: { whoami: "PARTNER bank" } });
    expect(anybody.body).toEqual({ data: { whoami: "ANONYMOUS null" } });
  });

  it("learns who subscribes, though one socket serves them all", async () => {
    await using partner = await ProtocolClient.ready(gateway.url, { apiKey: "key-of-the-bank" });
    await using anybody = await ProtocolClient.ready(gateway.url);

    partner.subscribe("a", "subscription { whoami }");
    anybody.subscribe("a", "subscription { whoami }");

    expect(await partner.next()).toMatchObject({ payload: { data: { whoami: "PARTNER bank" } } });
    expect(await anybody.next()).toMatchObject({ payload: { data: { whoami: "ANONYMOUS null" } } });
  });
});
