import fc from "fast-check";
import { printSchema } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FixtureEngine } from "./fixtures/fixtureEngine.js";
import { composeFixture } from "./fixtures/fixtureGraph.js";
import { naiveJoiner } from "./fixtures/naiveJoiner.js";
import { randomOperation } from "./fixtures/randomOperation.js";
import { randomRuns, SEED } from "./fixtures/randomRuns.js";
import { type Village, villageGraph } from "./fixtures/village.js";

const ids = ["id-0", "id-1", "id-2", "id-3", "id-4"];
const someIds = fc.subarray(ids);
/** Any data, dangling references and unknown entities included. */
const anyVillage: fc.Arbitrary<Village> = fc.record({
  people: someIds.chain((known) =>
    fc.tuple(...known.map((id) => fc.record({ id: fc.constant(id), name: fc.option(fc.string()), friends: someIds }))),
  ),
  houses: someIds.chain((plots) =>
    fc.tuple(...plots.map((plot) => fc.record({ plot: fc.constant(plot), rooms: fc.nat(9), residents: someIds }))),
  ),
  homes: fc.dictionary(fc.constantFrom(...ids), fc.constantFrom(...ids)),
  stars: fc.dictionary(fc.constantFrom(...ids), fc.nat(9)),
  ratings: fc.dictionary(fc.constantFrom(...ids), someIds),
});

let world: Village;
const fixture = composeFixture(villageGraph(() => world));
let ours: FixtureEngine;
beforeAll(async () => {
  ours = await FixtureEngine.overGraph(fixture);
});
afterAll(() => ours[Symbol.asyncDispose]());

describe(`random data and random queries (seed ${SEED})`, () => {
  it("have the join of the subgraphs' own results, as a naive joiner makes it (I-G3)", {
    timeout: 600_000,
  }, async () => {
    const naive = naiveJoiner(printSchema(ours.engine.schema), fixture.schemas, { Person: "id", House: "plot" });
    let joined = 0;

    await fc.assert(
      fc.asyncProperty(anyVillage, fc.gen(), async (village, gen) => {
        world = village;
        const { source, variables } = randomOperation(ours.engine.schema, (below) => gen(fc.nat, { max: below - 1 }));
        fc.pre(ours.engine.prepare(source).errors === undefined);

        const { data } = await ours.ask(source, variables);
        if (new Set(ours.client.sent.map(({ subgraph }) => subgraph)).size > 1) joined++;

        expect({ source, variables, data }).toEqual({ source, variables, data: (await naive(source, variables)).data });
      }),
      randomRuns(120),
    );
    // Most of them are joins; a property of operations that stay in one subgraph would prove nothing.
    expect(joined).toBeGreaterThan(30);
  });
});
