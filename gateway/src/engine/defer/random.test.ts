import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contextGraphs } from "../fixtures/contextGraph.js";
import { FixtureEngine } from "../fixtures/fixtureEngine.js";
import { composeFixture } from "../fixtures/fixtureGraph.js";
import { assembled, resultsOf } from "../fixtures/incremental.js";
import { mockGraphs } from "../fixtures/mockGraphs.js";
import { mockSubgraph } from "../fixtures/mockSubgraph.js";
import { randomOperation } from "../fixtures/randomOperation.js";
import { randomRuns, SEED } from "../fixtures/randomRuns.js";

describe.each(Object.entries({ ...mockGraphs, ...contextGraphs }))(
  `random deferred operations (seed ${SEED}) over: %s`,
  (_, subgraphs) => {
    const fixture = composeFixture(subgraphs);
    // An error ends at the part it is in, and without @defer it does not: only answers without errors are the same.
    for (const schema of Object.values(fixture.schemas)) mockSubgraph(schema, { failing: false });

    it("add up to the answer of the same operation without @defer", { timeout: 600_000 }, async () => {
      await using ours = await FixtureEngine.overGraph(fixture);
      const { engine } = ours;
      const ask = async (source: string, variables: Record<string, unknown>, acceptsDefer: boolean) => {
        const outcome = await engine.execute({
          prepared: engine.prepare(source),
          variables,
          context: undefined,
          acceptsDefer,
        });
        return outcome.kind === "refused" ? undefined : resultsOf(outcome);
      };

      await fc.assert(
        fc.asyncProperty(fc.gen(), async (gen) => {
          const choose = (below: number) => gen(fc.nat, { max: below - 1 });
          const { source, variables } = randomOperation(engine.schema, choose, { defers: true });
          fc.pre(source.includes("@defer") && engine.prepare(source).errors === undefined);
          const whole = await ask(source, variables, false);
          fc.pre(whole !== undefined && !whole[0]?.errors);
          const parts = (await ask(source, variables, true)) ?? [];

          const errors = parts.flatMap(({ errors: all = [], incremental = [] }) => [
            ...all,
            ...incremental.flatMap((part) => part.errors ?? []),
          ]);
          expect({ source, variables, errors, data: assembled(parts) }).toEqual({
            source,
            variables,
            errors: [],
            data: whole?.[0]?.data,
          });
          const more = parts.map(({ hasNext }) => hasNext);
          if (parts.length > 1) expect(more).toEqual([...Array(parts.length - 1).fill(true), false]);
        }),
        randomRuns(6),
      );
    });
  },
);
