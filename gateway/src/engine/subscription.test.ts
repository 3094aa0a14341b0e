import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEngine } from "./createEngine.js";
import type { Engine } from "./engine.js";
import { answersOf } from "./fixtures/answersOf.js";
import { composeFixture, type FixtureSubgraph } from "./fixtures/fixtureGraph.js";
import { LocalClient } from "./fixtures/localClient.js";
import type { SubgraphClient, SubgraphResponse } from "./subgraphClient.js";

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])`;
let readings = 0;

const cases: FixtureSubgraph = {
  name: "cases",
  typeDefs: `${link}
    type Query { case(id: ID!): Case }
    type Subscription { caseChanged(outlet: ID!): Case! }
    type Case @key(fields: "id") { id: ID! status: String! matter: Matter }
    type Matter @key(fields: "id") { id: ID! }`,
};
const catalogue: FixtureSubgraph = {
  name: "catalogue",
  typeDefs: `${link}
    type Query { matters: [Matter] }
    type Matter @key(fields: "id") { id: ID! name: String }`,
  resolvers: {
    Matter: {
      __resolveReference: async ({ id }: { id: string }) => {
        readings++;
        if (id === "bad") throw new Error("no such matter");
        return { id, name: `${id} read ${readings} times` };
      },
    },
  },
};

const event = (status: string, matter: string): SubgraphResponse => ({
  data: { caseChanged: { status, matter: { __typename: "Matter", id: matter } } },
});

describe("a subscription", () => {
  const { supergraphSdl, schemas } = composeFixture([cases, catalogue]);
  const queries = new LocalClient(schemas);
  const opened: { variables: string }[] = [];
  let streams: () => AsyncIterable<SubgraphResponse>;
  let engine: Engine<unknown>;

  beforeAll(async () => {
    const client: SubgraphClient<unknown> = {
      fetch: (subgraph, request) => queries.fetch(subgraph, request),
      subscribe(_subgraph, { variables }) {
        opened.push({ variables });
        return streams();
      },
    };
    engine = await createEngine({ supergraphSdl, client });
  });
  afterAll(() => engine.close());

  const open = async () => {
    opened.length = 0;
    const prepared = engine.prepare("subscription ($o: ID!) { caseChanged(outlet: $o) { status matter { name } } }");
    const outcome = await engine.subscribe({ prepared, variables: { o: "taoshan" }, context: undefined });
    if (outcome.kind === "refused") throw new Error("refused");
    return answersOf(outcome.source);
  };
  const all = async (events: AsyncIterable<string>) => {
    const answers: unknown[] = [];
    for await (const text of events) answers.push(JSON.parse(text));
    return answers;
  };

  it("completes every event with other subgraphs' fields, read afresh, and with its own errors only", async () => {
    readings = 0;
    streams = async function* () {
      yield event("RECEIVED", "a");
      yield event("SUSPENDED", "bad");
      yield event("DECIDED", "a");
    };

    expect(await all(await open())).toEqual([
      { data: { caseChanged: { status: "RECEIVED", matter: { name: "a read 1 times" } } } },
      {
        data: { caseChanged: { status: "SUSPENDED", matter: { name: null } } },
        errors: [
          {
            message: "no such matter",
            path: ["caseChanged", "matter"],
            extensions: { code: "DOWNSTREAM_SERVICE_ERROR", service: "catalogue" },
          },
        ],
      },
      { data: { caseChanged: { status: "DECIDED", matter: { name: "a read 3 times" } } } },
    ]);
    expect(opened[0]?.variables).toBe(`{"o":"taoshan"}`);
  });

  it("is refused where it is no subscription, and a subscription where there are no events", async () => {
    const query = engine.prepare("{ matters { id } }");
    const subscription = engine.prepare(`subscription { caseChanged(outlet: "x") { id } }`);

    expect((await engine.subscribe({ prepared: query, context: undefined })).kind).toBe("refused");
    expect((await engine.execute({ prepared: subscription, context: undefined })).kind).toBe("refused");
  });
});
