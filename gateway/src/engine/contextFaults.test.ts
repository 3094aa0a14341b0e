import { describe, expect, it } from "vitest";
import { createEngine } from "./createEngine.js";
import {
  type Chain,
  chainGraph,
  codes,
  demandingGraph,
  euro,
  LINK,
  pricesOf,
  sentTo,
  type Thing,
  yen,
} from "./fixtures/chains.js";
import { type Answer, FixtureEngine } from "./fixtures/fixtureEngine.js";
import { composeFixture } from "./fixtures/fixtureGraph.js";
import { resultsOf } from "./fixtures/incremental.js";
import { LocalClient } from "./fixtures/localClient.js";
import { ScriptedClient } from "./fixtures/scriptedClient.js";

describe("a value that is missing", () => {
  const noMoney: Chain = { ...yen, currency: null };

  it("is null to an argument that may be null", async () => {
    await using ours = await FixtureEngine.over(chainGraph([euro, noMoney]));

    const answer = await ours.ask("{ chains { stores { items { price } } } }");

    expect(answer.errors).toBeUndefined();
    expect(pricesOf(answer)).toEqual(["i1 1 EUR", "i2 1 EUR", "i1 1 null", "i2 1 null"]);
  });

  it("is an error where the argument may not be null, and costs no other field", async () => {
    await using ours = await FixtureEngine.overGraph(demandingGraph([euro, noMoney]));

    const answer = await ours.ask("{ chains { stores { items { code price } } } }");

    expect(JSON.stringify(answer.data)).toContain(`{"code":"I2","price":null}`);
    expect(pricesOf(answer)).toEqual(["i1 1 EUR", "i2 1 EUR"]);
    expect(codes(answer)).toEqual([
      ["chains.1.stores.0.items.0.price", "CONTEXT_VALUE_MISSING"],
      ["chains.1.stores.0.items.1.price", "CONTEXT_VALUE_MISSING"],
    ]);
  });

  it("is not taken for null when its fetch has failed: the field says why", async () => {
    const { supergraphSdl, schemas } = composeFixture(chainGraph([euro]));
    const client = new ScriptedClient(new LocalClient(schemas));
    const down = { data: null, errors: [{ message: "down", extensions: { code: "SUBGRAPH_UNREACHABLE" } }] };
    client.script = (subgraph) => (subgraph === "others" ? down : undefined);
    const engine = await createEngine<unknown>({ supergraphSdl, client });

    const outcome = await engine.execute({
      prepared: engine.prepare("{ chains { stores { items { code rated } } } }"),
      context: undefined,
    });

    const [answer] = (await resultsOf(outcome)) as [Answer];
    expect(JSON.stringify(answer.data)).toContain(`{"code":"I2","rated":null}`);
    expect(codes(answer)).toEqual([
      ["chains.0.stores.0.items.0.rated", "SUBGRAPH_UNREACHABLE"],
      ["chains.0.stores.0.items.1.rated", "SUBGRAPH_UNREACHABLE"],
    ]);
    await engine.close();
  });

  it("is no reason to fail for what has its value", async () => {
    await using ours = await FixtureEngine.over(chainGraph([{ ...euro, currency: "fails" }, yen]));

    const answer = await ours.ask("{ chains { stores { items { price } } } }");

    expect(pricesOf(answer)).toEqual(["i1 1 JPY", "i2 1 JPY"]);
    expect(codes(answer).map(([path]) => path)).toEqual([
      "chains.0.stores.0.items.0.price",
      "chains.0.stores.0.items.1.price",
    ]);
  });
});

describe("an operation that stands in the way of contexts", () => {
  it.each([
    [
      "another field under the name",
      "{ chains { currency: id stores { items { price } } } }",
      `"currency" needs another alias`,
    ],
    [
      "a variable of the planner's name",
      "query ($contextualArgument_1_0: Int) { chains { stores { items { price(times: $contextualArgument_1_0) } } } }",
      "needs another name",
    ],
  ])("is refused: %s", async (_, source, reason) => {
    await using ours = await FixtureEngine.over(chainGraph([euro]));

    const { errors } = await ours.ask(source);

    expect(errors).toMatchObject([
      { message: expect.stringContaining(reason), extensions: { code: "PLANNING_FAILED" } },
    ]);
  });

  it("is refused: a field below the root of a mutation, which would have to run another of its fields", async () => {
    const counted = {
      name: "counted",
      typeDefs: `${LINK}
        type Query @context(name: "root") { unit: String thing: Thing }
        type Mutation @context(name: "root") { unit: String add: Thing }
        type Thing @key(fields: "id") { id: ID! size(unit: String @fromContext(field: "$root { unit }")): String }`,
      resolvers: {
        Query: { unit: () => "cm", thing: () => ({ id: "1" }) },
        Thing: {
          __resolveReference: (thing: Thing) => thing,
          size: (_: Thing, { unit }: { unit: string }) => `3 ${unit}`,
        },
      },
    };
    await using ours = await FixtureEngine.over([counted]);

    expect(await ours.ask("{ thing { size } }")).toEqual({ data: { thing: { size: "3 cm" } } });
    const { errors } = await ours.ask("mutation { add { size } }");

    expect(errors).toMatchObject([{ extensions: { code: "PLANNING_FAILED" } }]);
    expect(sentTo(ours, "counted")).toEqual([]);
  });

  it("is refused: an interface of which only some objects' own type gives the value, below another that does", async () => {
    const rooms = {
      name: "rooms",
      typeDefs: `${LINK}
        type Query @context(name: "tone") { tone: String room: Room }
        interface Room { tone: String guest: Guest }
        type Hall implements Room @context(name: "tone") { tone: String guest: Guest }
        type Guest @key(fields: "id") { id: ID! hears(tone: String @fromContext(field: "$tone { tone }")): String }`,
      resolvers: {
        Query: { tone: () => "loud", room: () => ({ __typename: "Hall", tone: "low", guest: { id: "1" } }) },
        Guest: {
          __resolveReference: (guest: Thing) => guest,
          hears: (_: Thing, { tone }: { tone: string }) => tone,
        },
      },
    };
    await using ours = await FixtureEngine.over([rooms]);

    const { errors } = await ours.ask("{ room { guest { ...Hears } } } fragment Hears on Guest { hears }");
    const { data } = await ours.ask("{ room { ... on Hall { guest { hears } } } }");

    expect(errors).toMatchObject([
      { message: expect.stringContaining("fragments on its types"), extensions: { code: "PLANNING_FAILED" } },
    ]);
    expect(data).toEqual({ room: { guest: { hears: "low" } } });
  });

  it("is refused: an entity that would take one value and give another in one fetch", async () => {
    const boxes = {
      name: "boxes",
      typeDefs: `${LINK}
        type Query { shelf: Shelf }
        type Shelf @context(name: "room") { room: String box: Box }
        type Box @key(fields: "id") @context(name: "room") {
          id: ID! room: String @external inner: Box size(room: String @fromContext(field: "$room { room }")): String
        }`,
    };
    const sizes = {
      name: "sizes",
      typeDefs: `${LINK}
        type Box @key(fields: "id") { id: ID! room: String twin: Box }`,
    };
    await using ours = await FixtureEngine.over([boxes, sizes]);

    const { errors } = await ours.ask("{ shelf { box { twin { size inner { size } } } } }");

    expect(errors).toMatchObject([
      { message: expect.stringContaining("mixes up"), extensions: { code: "PLANNING_FAILED" } },
    ]);
  });

  it("is not one without contexts", async () => {
    await using ours = await FixtureEngine.over(chainGraph([euro]));

    expect(await ours.ask("{ chains { currency: id } }")).toEqual({ data: { chains: [{ currency: "c1" }] } });
  });

  it("is not one that gives such a name to fields of other types", async () => {
    await using ours = await FixtureEngine.over(chainGraph([euro]));

    const answer = await ours.ask("{ chains { stores { currency: keeper items { currency: price } } } }");

    expect(answer.errors).toBeUndefined();
    expect(pricesOf(answer)).toEqual(["i1 1 EUR", "i2 1 EUR"]);
  });
});
