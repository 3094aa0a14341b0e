import fc from "fast-check";
import { OperationTypeNode } from "graphql";
import { describe, expect, it } from "vitest";
import { answersOf } from "./fixtures/answersOf.js";
import { contextGraphs } from "./fixtures/contextGraph.js";
import { type Answer, FixtureEngine } from "./fixtures/fixtureEngine.js";
import { composeFixture } from "./fixtures/fixtureGraph.js";
import { mockGraphs } from "./fixtures/mockGraphs.js";
import { mockSubgraph } from "./fixtures/mockSubgraph.js";
import { nullsExplained } from "./fixtures/nullsExplained.js";
import { randomOperation } from "./fixtures/randomOperation.js";
import { randomRuns, SEED } from "./fixtures/randomRuns.js";

const live = Object.entries({ ...mockGraphs, ...contextGraphs }).filter(([, subgraphs]) =>
  subgraphs.some(({ typeDefs }) => typeDefs.includes("type Subscription")),
);

describe.each(live)(`random subscriptions (seed ${SEED}) over: %s`, (_, subgraphs) => {
  const fixture = composeFixture(subgraphs);
  for (const schema of Object.values(fixture.schemas)) mockSubgraph(schema);

  it("have for each event the answer of the query of the same fields", { timeout: 600_000 }, async () => {
    await using ours = await FixtureEngine.overGraph(fixture);
    const { engine } = ours;
    const firstEvent = async (source: string, variables: Record<string, unknown>) => {
      const outcome = await engine.subscribe({ prepared: engine.prepare(source), variables, context: undefined });
      if (outcome.kind === "refused") return { errors: outcome.errors } as Answer;
      for await (const text of answersOf(outcome.source)) return JSON.parse(text) as Answer;
      throw new Error("There was no event.");
    };

    await fc.assert(
      fc.asyncProperty(fc.gen(), async (gen) => {
        const choose = (below: number) => gen(fc.nat, { max: below - 1 });
        const { source, variables } = randomOperation(engine.schema, choose, { kind: OperationTypeNode.SUBSCRIPTION });
        fc.pre(engine.prepare(source).errors === undefined);
        const told = (answer: Answer) => ({ source, variables, data: answer.data, nulls: nullsExplained(answer) });

        const event = await firstEvent(source, variables);
        fc.pre(event.errors?.[0]?.extensions?.code !== "NOT_A_SUBSCRIPTION"); // its only field is left out
        const query = await ours.ask(source.replace(/^subscription/, "query"), variables);

        expect(told(event)).toEqual(told(query));
      }),
      randomRuns(25),
    );
  });
});
