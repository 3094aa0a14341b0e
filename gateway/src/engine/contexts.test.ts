import { describe, expect, it } from "vitest";
import { answersOf } from "./fixtures/answersOf.js";
import { type Chain, chainGraph, euro, pricesOf, sentTo, yen } from "./fixtures/chains.js";
import { FixtureEngine } from "./fixtures/fixtureEngine.js";
import { resultsOf } from "./fixtures/incremental.js";

describe("values from contexts", () => {
  it("are asked for apart where they differ, in one request", async () => {
    await using ours = await FixtureEngine.over(chainGraph([euro, yen]));

    const { data } = await ours.ask("{ chains { stores { items { price } } } }");

    const inEach = (currency: string) => ({
      stores: [{ items: [{ price: `i1 1 ${currency}` }, { price: `i2 1 ${currency}` }] }],
    });
    expect(data).toEqual({ chains: [inEach("EUR"), inEach("JPY")] });
    const asked = sentTo(ours, "prices");
    expect(asked).toHaveLength(1);
    expect(asked[0]?.query.match(/_entities/g)).toHaveLength(2);
  });

  it("that are the same are asked for once", async () => {
    await using ours = await FixtureEngine.over(chainGraph([euro, { ...euro, id: "c3" }]));

    await ours.ask("{ chains { stores { items { price } } } }");

    const [asked] = sentTo(ours, "prices");
    expect(asked?.variables.representations).toHaveLength(2);
    expect(Object.values(asked?.variables ?? {})).toContain("EUR");
  });

  it("are asked for in several requests when there are very many", async () => {
    const many = Array.from({ length: 120 }, (_, at): Chain => ({ id: `c${at}`, currency: `X${at}`, stores: ["s2"] }));
    await using ours = await FixtureEngine.over(chainGraph(many));

    const answer = await ours.ask("{ chains { stores { items { price } } } }");

    expect(pricesOf(answer)).toEqual(many.map(({ currency }) => `i1 1 ${currency}`));
    expect(sentTo(ours, "prices").map(({ query }) => query.match(/_entities/g)?.length)).toEqual([50, 50, 20]);
  });

  it.each([
    ["an entity that another subgraph completes", "{ chains { stores { keeper items { price } } } }"],
    ["an entity that two other subgraphs complete", "{ chains { stores { keeper items { season price } } } }"],
  ])("differ below %s, though it stands below both", async (_, source) => {
    await using ours = await FixtureEngine.over(chainGraph([euro, yen]));

    const answer = await ours.ask(source);

    expect(pricesOf(answer)).toEqual(["i1 1 EUR", "i2 1 EUR", "i1 1 JPY", "i2 1 JPY"]);
  });

  it("differ for what one fetch has brought to both", async () => {
    await using ours = await FixtureEngine.over(chainGraph([euro, yen]));

    const answer = await ours.ask("{ chains { stores { best { price kin { item { price } } } } } }");

    expect(pricesOf(answer)).toEqual(["i1 1 EUR", "i1k 1 EUR", "i1 1 JPY", "i1k 1 JPY"]);
  });

  it("come along with aliases, arguments, fragments and conditions", async () => {
    await using ours = await FixtureEngine.over(chainGraph([euro, yen]));

    const answer = await ours.ask(
      `query ($r0: Int, $r1: Int, $skipped: Boolean!) {
        c: chains { other: currency s: stores { i: items { ...Priced price @skip(if: $skipped) } } }
      }
      fragment Priced on Item { twice: price(times: $r0) thrice: price(times: $r1) }`,
      { r0: 2, r1: 3, skipped: true },
    );

    const inEach = (currency: string) => ({
      other: currency,
      s: [{ i: ["i1", "i2"].map((id) => ({ twice: `${id} 2 ${currency}`, thrice: `${id} 3 ${currency}` })) }],
    });
    expect(answer).toEqual({ data: { c: [inEach("EUR"), inEach("JPY")] } });
  });

  it("are waited for where another subgraph knows them", async () => {
    await using ours = await FixtureEngine.over(chainGraph([euro, { ...yen, id: "c9" }]));

    const { data } = await ours.ask("{ chains { stores { items { rated } } } }");

    expect(JSON.stringify(data).match(/i1 at [^"]*/g)).toEqual(["i1 at rate of c1", "i1 at null"]);
  });

  it("reach a field below a mutation and below each event of a subscription", async () => {
    await using ours = await FixtureEngine.over(chainGraph([euro, yen]));
    const selection = "{ stores { items { price rated } } }";

    const { data } = await ours.ask(`mutation { open ${selection} }`);
    const outcome = await ours.engine.subscribe({
      prepared: ours.engine.prepare(`subscription { opened ${selection} }`),
      context: undefined,
    });
    const events: string[] = [];
    if (outcome.kind === "source") for await (const event of answersOf(outcome.source)) events.push(event);

    const inChain = (id: string, currency: string) => ({
      stores: [
        { items: ["i1", "i2"].map((one) => ({ price: `${one} 1 ${currency}`, rated: `${one} at rate of ${id}` })) },
      ],
    });
    expect(data).toEqual({ open: inChain("c1", "EUR") });
    expect(events.map((event) => JSON.parse(event))).toEqual([
      { data: { opened: inChain("c1", "EUR") } },
      { data: { opened: inChain("c2", "JPY") } },
    ]);
  });

  it("are answered in one piece where @defer asks for parts", async () => {
    await using ours = await FixtureEngine.over(chainGraph([euro]));

    const outcome = await ours.engine.execute({
      prepared: ours.engine.prepare("{ chains { id ... @defer { stores { items { price } } } } }"),
      context: undefined,
      acceptsDefer: true,
    });

    expect(await resultsOf(outcome)).toEqual([
      { data: { chains: [{ id: "c1", stores: [{ items: [{ price: "i1 1 EUR" }, { price: "i2 1 EUR" }] }] }] } },
    ]);
  });
});
