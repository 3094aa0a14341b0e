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
import { stockGateway } from "./fixtures/stockGateway.js";

const RUNS = Number(process.env.DIFFERENTIAL_RUNS ?? 100);
const SEED = Number(process.env.DIFFERENTIAL_SEED ?? Date.now() & 0x7fffffff);

describe.each(Object.entries(mockGraphs))(`random operations (seed ${SEED}) over: %s`, (name, subgraphs) => {
  const fixture = composeFixture(subgraphs);
  // One merged schema cannot tell what a field was given, nor which members a union has in which subgraph.
  const isMergeable =
    !name.startsWith("types that differ") && !subgraphs.some(({ typeDefs }) => typeDefs.includes("@requires(fields:"));
  const usesInterfaceObjects = subgraphs.some(({ typeDefs }) => typeDefs.includes(" @interfaceObject {"));
  // To a subgraph with an @interfaceObject every object is of every type: what fails for another type fails for this.
  const mocking = { failing: !usesInterfaceObjects };
  for (const schema of Object.values(fixture.schemas)) mockSubgraph(schema, mocking);

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
      { numRuns: RUNS, seed: SEED, endOnFailure: !process.env.DIFFERENTIAL_SHRINK },
    );

  // The stock executor forgets the type that an entity has behind an @interfaceObject.
  it.skipIf(usesInterfaceObjects)("have the data of the stock executor", { timeout: 300_000 }, async () => {
    await using ours = await FixtureEngine.overGraph(fixture);
    const stock = stockGateway(fixture);
    await forRandomOperations(ours, async ({ source, variables }, { data, errors }) => {
      if (errors?.[0]?.extensions?.code === "PLANNING_FAILED")
        return expect(stock(source, variables)).rejects.toThrow();

      const expected = await stock(source, variables);

      expect({ source, variables, data }).toEqual({ source, variables, data: expected.data });
      return undefined;
    });
  });

  it.skipIf(!isMergeable)(
    "have the data and the errors of graphql-js over one merged schema",
    { timeout: 300_000 },
    async () => {
      await using ours = await FixtureEngine.overGraph(fixture);
      const merged = monolith(printSchema(ours.engine.schema), Object.values(fixture.schemas), mocking);
      await forRandomOperations(ours, async ({ source, variables }, answer) => {
        if (answer.errors?.[0]?.extensions?.code === "PLANNING_FAILED") return;
        const expected = await merged(source, variables);

        expect({ source, variables, data: answer.data }).toEqual({ source, variables, data: expected.data });
        expect({ source, variables, nulls: nullsExplained(answer) }).toEqual({
          source,
          variables,
          nulls: nullsExplained(expected),
        });
      });
    },
  );
});
