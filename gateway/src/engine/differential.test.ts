import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { printSchema } from "graphql";
import { describe, expect, it } from "vitest";
import { type Answer, FixtureEngine } from "./fixtures/fixtureEngine.js";
import { composeFixture } from "./fixtures/fixtureGraph.js";
import { mockGraphs } from "./fixtures/mockGraphs.js";
import { mockSubgraph } from "./fixtures/mockSubgraph.js";
import { monolith } from "./fixtures/monolith.js";
import { nullsExplained } from "./fixtures/nullsExplained.js";
import { type RandomOperation, randomOperation } from "./fixtures/randomOperation.js";
import { randomRuns, SEED } from "./fixtures/randomRuns.js";
import { stockGateway } from "./fixtures/stockGateway.js";

const RUNS = randomRuns(100);

const isUnplanned = ({ errors }: Answer) => errors?.[0]?.extensions?.code === "PLANNING_FAILED";

describe.each(Object.entries(mockGraphs))(`random operations (seed ${SEED}) over: %s`, (name, subgraphs) => {
  const fixture = composeFixture(subgraphs);
  const says = (text: string) => subgraphs.some(({ typeDefs }) => typeDefs.includes(text));
  // One merged schema cannot tell what a field was given, nor which members a union has in which subgraph.
  const isMergeable = !name.startsWith("types that differ") && !says("@requires(fields:");
  // The stock executor forgets the type that an entity has behind an @interfaceObject.
  const isStockRight = !says(" @interfaceObject {");
  // To a subgraph with an @interfaceObject every object is of every type: what fails for another type fails for this.
  const mocking = { failing: isStockRight };
  for (const schema of Object.values(fixture.schemas)) mockSubgraph(schema, mocking);
  const stock = stockGateway(fixture);

  const forRandomOperations = (
    ours: FixtureEngine,
    check: (operation: RandomOperation, answer: Answer) => Promise<void>,
  ) =>
    fc.assert(
      fc.asyncProperty(fc.gen(), async (gen) => {
        const operation = randomOperation(ours.engine.schema, (below) => gen(fc.nat, { max: below - 1 }));
        fc.pre(ours.engine.prepare(operation.source).errors === undefined);
        await check(operation, await ours.ask(operation.source, operation.variables));
      }),
      RUNS,
    );

  it.runIf(isMergeable)(
    "have the data and the errors of graphql-js over one schema",
    { timeout: 600_000 },
    async () => {
      await using ours = await FixtureEngine.overGraph(fixture);
      const merged = monolith(printSchema(ours.engine.schema), Object.values(fixture.schemas), mocking);
      let blamedOnPlans = 0;

      await forRandomOperations(ours, async ({ source, variables }, answer) => {
        const expected = await merged(source, variables);
        const [got, wanted] = [answer, expected].map((one) => ({ data: one.data, nulls: nullsExplained(one) }));
        if (isDeepStrictEqual(got, wanted)) return;
        // A plan may ask for another type's fields, whose failure then costs more than themselves: so it does in stock.
        if (isUnplanned(answer) || isDeepStrictEqual((await stock(source, variables)).data, answer.data))
          blamedOnPlans++;
        else expect({ source, variables, ...got }).toEqual({ source, variables, ...wanted });
      });

      expect(blamedOnPlans).toBeLessThanOrEqual(3 + RUNS.numRuns / 100);
    },
  );

  it.runIf(isStockRight && !isMergeable)("have the data of the stock executor", { timeout: 600_000 }, async () => {
    await using ours = await FixtureEngine.overGraph(fixture);

    await forRandomOperations(ours, async ({ source, variables }, answer) => {
      if (isUnplanned(answer)) await expect(stock(source, variables)).rejects.toThrow();
      else {
        const { data } = await stock(source, variables);
        expect({ source, variables, data: answer.data }).toEqual({ source, variables, data });
      }
    });
  });
});
