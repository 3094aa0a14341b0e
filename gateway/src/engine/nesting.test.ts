import { describe, expect, it } from "vitest";
import { FixtureEngine } from "./fixtures/fixtureEngine.js";
import { isDeeperThan } from "./nesting.js";

const nested = (levels: number): unknown => JSON.parse(`${'{"of":['.repeat(levels)}1${"]}".repeat(levels)}`);

describe("nesting", () => {
  it("counts lists and objects", () => {
    expect(isDeeperThan(2, { of: [1] })).toBe(false);
    expect(isDeeperThan(1, { of: [1] })).toBe(true);
    expect(isDeeperThan(0, "text")).toBe(false);
  });

  it.each([200, 3_000, 100_000])(
    "of %d levels in variables is refused, not stumbled over (specification §6.1.2)",
    async (levels) => {
      await using graph = await FixtureEngine.over([
        {
          name: "boxes",
          typeDefs: `
          type Query { weigh(box: Box, any: Any): Int }
          input Box { of: [Box!] }
          scalar Any`,
          resolvers: { Query: { weigh: () => 1 } },
        },
      ]);

      for (const variable of ["$box: Box){weigh(box: $box)}", "$box: Any){weigh(any: $box)}"]) {
        const answer = await graph.ask(`query (${variable}`, { box: nested(levels) });

        expect(answer.errors?.map(({ extensions }) => extensions?.code)).toEqual(["BAD_USER_INPUT"]);
      }
    },
  );

  it("of a scalar that is too deep to be written makes it null, with an error (specification §6.4.3)", async () => {
    await using graph = await FixtureEngine.over([
      { name: "boxes", typeDefs: "type Query { any: Any, sure: Int } scalar Any" },
    ]);
    graph.client.fetch = async () => ({ data: { any: nested(20_000), sure: 1 } });

    const { data, errors } = await graph.ask("{ any sure }");

    expect(data).toEqual({ any: null, sure: 1 });
    expect(errors).toMatchObject([{ path: ["any"], extensions: { code: "SUBGRAPH_INVALID_VALUE" } }]);
  });
});
