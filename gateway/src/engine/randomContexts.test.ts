import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { printSchema } from "graphql";
import { describe, expect, it } from "vitest";
import { contextGraphs } from "./fixtures/contextGraph.js";
import { contextMonolith } from "./fixtures/contextOracle.js";
import { FixtureEngine } from "./fixtures/fixtureEngine.js";
import { composeFixture } from "./fixtures/fixtureGraph.js";
import { mockSubgraph } from "./fixtures/mockSubgraph.js";
import { nullsExplained } from "./fixtures/nullsExplained.js";
import { randomOperation } from "./fixtures/randomOperation.js";
import { randomRuns, SEED } from "./fixtures/randomRuns.js";

const RUNS = randomRuns(150);

describe.each(Object.entries(contextGraphs))(`random operations (seed ${SEED}) over: %s`, (_, subgraphs) => {
  const fixture = composeFixture(subgraphs);
  for (const schema of Object.values(fixture.schemas)) mockSubgraph(schema);

  it("have the data and the errors of graphql-js over one schema", { timeout: 600_000 }, async () => {
    await using ours = await FixtureEngine.overGraph(fixture);
    const merged = contextMonolith(printSchema(ours.engine.schema), fixture, {});
    let given = 0;

    await fc.assert(
      fc.asyncProperty(fc.gen(), async (gen) => {
        const { source, variables } = randomOperation(ours.engine.schema, (below) => gen(fc.nat, { max: below - 1 }));
        fc.pre(ours.engine.prepare(source).errors === undefined);
        const answer = await ours.ask(source, variables);
        given += ours.client.sent.filter(
          ({ query }) => query.includes("$r0_0") || query.includes("$contextual"),
        ).length;
        const expected = await merged(source, variables);

        const [got, wanted] = [answer, expected].map((one) => ({ data: one.data, nulls: nullsExplained(one) }));
        if (!isDeepStrictEqual(got, wanted))
          expect({ source, variables, ...got, errors: answer.errors }).toEqual({ source, variables, ...wanted });
      }),
      RUNS,
    );

    expect(given).toBeGreaterThan(RUNS.numRuns / 15);
  });
});
