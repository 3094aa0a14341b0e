import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createEngine } from "./createEngine.js";
import { contextGraphs } from "./fixtures/contextGraph.js";
import type { Answer } from "./fixtures/fixtureEngine.js";
import { composeFixture } from "./fixtures/fixtureGraph.js";
import { LocalClient } from "./fixtures/localClient.js";
import { mockGraphs } from "./fixtures/mockGraphs.js";
import { mockSubgraph } from "./fixtures/mockSubgraph.js";
import { nullsExplained } from "./fixtures/nullsExplained.js";
import { randomOperation } from "./fixtures/randomOperation.js";
import { randomRuns, SEED } from "./fixtures/randomRuns.js";
import { ScriptedClient } from "./fixtures/scriptedClient.js";
import { isJsonObject } from "./json.js";
import type { SubgraphResponse } from "./subgraphClient.js";

const unreachable: SubgraphResponse = {
  data: null,
  errors: [{ message: "down", extensions: { code: "SUBGRAPH_UNREACHABLE" } }],
};

const MISSING = "missing: ";

/**
 * Where `answer` has null in place of what `whole` has, outermost first, or misses a field; anything else that differs
 * is wrong.
 */
function lost(whole: unknown, answer: unknown, path: readonly (string | number)[] = []): string[] {
  if (answer === null) return whole === null ? [] : [JSON.stringify(path)];
  if (Array.isArray(whole) && Array.isArray(answer) && whole.length === answer.length)
    return whole.flatMap((one, at) => lost(one, answer[at], [...path, at]));
  if (isJsonObject(whole) && isJsonObject(answer)) {
    const keys = Object.keys(whole);
    expect({ path, keys: Object.keys(answer) }).toEqual({ path, keys: keys.filter((key) => key in answer) });
    return keys.flatMap((key) =>
      key in answer ? lost(whole[key], answer[key], [...path, key]) : MISSING + JSON.stringify([...path, key]),
    );
  }
  expect({ path, value: answer }).toEqual({ path, value: whole });
  return [];
}

describe.each(Object.entries({ ...mockGraphs, ...contextGraphs }))(
  `random faults (seed ${SEED}) over: %s`,
  (_, subgraphs) => {
    const { supergraphSdl, schemas } = composeFixture(subgraphs);
    for (const schema of Object.values(schemas)) mockSubgraph(schema, { failing: false });

    it("make null what they cost, each with an error, and nothing wrong", { timeout: 600_000 }, async () => {
      const local = new LocalClient(schemas);
      const client = new ScriptedClient(local);
      const engine = await createEngine<unknown>({ supergraphSdl, client });
      const ask = async (source: string, variables: Record<string, unknown>): Promise<Answer> => {
        const outcome = await engine.execute({ prepared: engine.prepare(source), variables, context: undefined });
        return outcome.kind === "single" ? (JSON.parse(outcome.body) as Answer) : { errors: [] };
      };

      await fc.assert(
        fc.asyncProperty(fc.gen(), async (gen) => {
          const choose = (below: number) => gen(fc.nat, { max: below - 1 });
          const { source, variables } = randomOperation(engine.schema, choose);
          fc.pre(engine.prepare(source).errors === undefined);
          client.script = () => undefined;
          const whole = await ask(source, variables);
          fc.pre(!whole.errors);
          const subgraph = Object.keys(schemas)[choose(Object.keys(schemas).length)];
          const first = choose(3); // fetches of the subgraph that succeed before it fails
          let asked = 0;
          client.script = (name) => (name === subgraph && asked++ >= first ? unreachable : undefined);

          const answer = await ask(source, variables);

          const explained = new Set(nullsExplained(answer));
          // Where the fetch of an entity's type failed, fragments on it cannot be judged; that error stands at no field.
          const isTypeUnknown = (answer.errors ?? []).some(({ path }) => !path);
          const unexplained = lost(whole.data, answer.data).filter(
            (path) => !(explained.has(path) || (isTypeUnknown && path.startsWith(MISSING))),
          );
          expect({ source, variables, subgraph, unexplained }).toEqual({
            source,
            variables,
            subgraph,
            unexplained: [],
          });
          for (const { extensions } of answer.errors ?? [])
            expect(["SUBGRAPH_UNREACHABLE", "FORBIDDEN_NULL"]).toContain(extensions?.code);
        }),
        randomRuns(8),
      );
      await engine.close();
    });
  },
);
