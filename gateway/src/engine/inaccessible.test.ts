import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FixtureEngine } from "./fixtures/fixtureEngine.js";
import type { FixtureSubgraph } from "./fixtures/fixtureGraph.js";

const lockers: FixtureSubgraph = {
  name: "lockers",
  typeDefs: `
    extend schema
      @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@inaccessible", "@interfaceObject"])
    type Query {
      lockers: [Locker]
      firm: [Locker!]
    }
    type Locker { state: State content: Thing sure: State! things: [Thing!] }
    enum State { OPEN SEALED @inaccessible }
    interface Thing { id: ID! }
    type Coat implements Thing { id: ID! }
    type Evidence implements Thing @inaccessible { id: ID! }
    interface Drawer @key(fields: "id") { id: ID! }
    extend type Query { drawer: Drawer }`,
  resolvers: { Query: { lockers: () => [open, sealed], firm: () => [open, sealed] } },
};

const labels: FixtureSubgraph = {
  name: "labels",
  typeDefs: `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@interfaceObject"])
    type Query { title: String }
    type Drawer @key(fields: "id") @interfaceObject { id: ID! label: String }`,
};

const coat = { __typename: "Coat", id: "c" };
const evidence = { __typename: "Evidence", id: "e" };
const open = { state: "OPEN", content: coat, sure: "OPEN", things: [coat] };
const sealed = { state: "SEALED", content: evidence, sure: "SEALED", things: [coat, evidence] };

describe("what clients do not see", () => {
  let graph: FixtureEngine;
  beforeAll(async () => {
    graph = await FixtureEngine.over([lockers, labels]);
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  it("is null, and no error, where null may stand (federation: @inaccessible)", async () => {
    expect(await graph.ask("{ lockers { state content { __typename id } } }")).toEqual({
      data: {
        lockers: [
          { state: "OPEN", content: coat },
          { state: null, content: null },
        ],
      },
    });
  });

  it("takes its parent with it, with an error, where null may not stand (specification §6.4.4)", async () => {
    const { data, errors } = await graph.ask("{ lockers { sure } }");

    expect(data).toEqual({ lockers: [{ sure: "OPEN" }, null] });
    expect(errors).toMatchObject([{ path: ["lockers", 1, "sure"], extensions: { code: "FORBIDDEN_NULL" } }]);
  });

  it("takes its list with it where the elements may not be null (specification §6.4.4)", async () => {
    const { data, errors } = await graph.ask("{ lockers { things { id } } }");

    expect(data).toEqual({ lockers: [{ things: [{ id: "c" }] }, { things: null }] });
    expect(errors).toMatchObject([{ path: ["lockers", 1, "things", 1], extensions: { code: "FORBIDDEN_NULL" } }]);
  });

  it("is told from what nobody can answer: that is an error of the request (specification §7.1.1)", async () => {
    const { data, errors } = await graph.ask("{ drawer { label } }");

    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: "PLANNING_FAILED" } }]);
    expect(graph.client.sent).toEqual([]);
  });
});
