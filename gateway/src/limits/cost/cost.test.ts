import { getOperationAST, parse } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aCaller, contextOf } from "../../access/fixtures/callers.js";
import { typesIn } from "../../access/supergraphTypes.js";
import { createEngine } from "../../engine/createEngine.js";
import type { Engine } from "../../engine/engine.js";
import { composeFixture } from "../../engine/fixtures/fixtureGraph.js";
import { LocalClient } from "../../engine/fixtures/localClient.js";
import type { RequestContext } from "../../requestContext.js";
import { defaultLimits } from "../limits.js";
import { withinBudget } from "./costGuard.js";
import { costRules } from "./costRules.js";
import { estimate } from "./estimate.js";

const cases = Array.from({ length: 30 }, (_, index) => ({ id: String(index), parts: [{ x: 1 }] }));

const graph = composeFixture([
  {
    name: "cases",
    typeDefs: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@cost", "@listSize"])
      type Query {
        one: Case
        cases(first: Int = 20): Page! @listSize(slicingArguments: ["first"], sizedFields: ["nodes"], requireOneSlicingArgument: false)
        top(first: Int): [Case!]! @listSize(slicingArguments: ["first"], assumedSize: 3, requireOneSlicingArgument: false)
        all: [Case!]!
        two: [Case!]! @listSize(assumedSize: 2)
      }
      type Page { nodes: [Case!]! total: Int! }
      type Case { id: ID! heavy: Int @cost(weight: 7) dear: Dear parts: [Part!]! inner: Case }
      type Dear @cost(weight: 50) { x: Int }
      type Part { x: Int }`,
    resolvers: {
      Query: { one: () => cases[0], cases: () => ({ nodes: cases, total: 30 }), all: () => cases, two: () => cases },
    } as never,
  },
]);
const client = new LocalClient(graph.schemas);

let plain: Engine<RequestContext>;
beforeAll(async () => {
  plain = await createEngine<RequestContext>({ supergraphSdl: graph.supergraphSdl, client });
});
afterAll(() => plain.close());

const estimated = (source: string, variables: Record<string, unknown> = {}) => {
  const document = parse(source);
  const operation = getOperationAST(document);
  if (!operation) throw new Error("No operation.");
  const rules = costRules(typesIn(parse(graph.supergraphSdl)));
  return estimate(document, operation, variables, { schema: plain.schema, rules, assumedListSize: 10 });
};

describe("the estimate of an operation", () => {
  it.each([
    ["an object counts one, its leaves nothing", "{ one { id } }", 1],
    ["a field may have a weight", "{ one { heavy } }", 8],
    ["a type may have a weight", "{ one { dear { x } } }", 51],
    ["a list counts what the argument asks for", "{ top(first: 5) { id } }", 5],
    ["or what is assumed of it", "{ top { id } }", 3],
    ["or what is assumed of all lists", "{ all { id } }", 10],
    ["a connection's list counts what its field was asked for", "{ cases(first: 7) { total nodes { id } } }", 8],
    ["or the argument's default", "{ cases { nodes { id } } }", 21],
    ["lists in lists multiply", "{ top(first: 5) { parts { x } } }", 55],
    [
      "fragments count wherever they are spread",
      "{ a: one { ...F } b: one { ...F } } fragment F on Case { inner { id } }",
      4,
    ],
  ])("%s", (_, source, cost) => {
    expect(estimated(source).cost).toBe(cost);
  });

  it("takes a variable's value", () => {
    expect(estimated("query ($n: Int) { top(first: $n) { id } }", { n: 9 })).toEqual({ cost: 9, longestList: 9 });
  });
});

describe("a budget", () => {
  const ask = async (
    limits: Partial<typeof defaultLimits>,
    source: string,
    caller = aCaller("ANONYMOUS"),
    variables = {},
  ) => {
    client.sent.length = 0;
    const engine = withinBudget(plain, parse(graph.supergraphSdl), { ...defaultLimits, ...limits });
    return async () => {
      const outcome = await engine.execute({ prepared: plain.prepare(source), variables, context: contextOf(caller) });
      return outcome.kind === "refused" ? outcome.errors[0]?.extensions?.code : outcome.kind;
    };
  };

  it("is each kind of caller's own, and refuses before anything is fetched", async () => {
    const limits = { anonymousCost: 20, partnerCost: 20, applicantCost: 20, staffCost: 21 };
    const source = "{ cases { nodes { id } } }";

    for (const kind of ["ANONYMOUS", "PARTNER", "APPLICANT"] as const) {
      expect(await (await ask(limits, source, aCaller(kind)))()).toBe("COST_LIMIT_EXCEEDED");
      expect(client.sent).toEqual([]);
    }
    expect(await (await ask(limits, source, aCaller("STAFF")))()).toBe("single");
  });

  it("limits the length of a list by literal, variable and default", async () => {
    const limits = { listSize: 19 };

    expect(await (await ask(limits, "{ top(first: 20) { id } }"))()).toBe("LIST_SIZE_EXCEEDED");
    expect(await (await ask(limits, "query ($n: Int) { top(first: $n) { id } }", undefined, { n: 20 }))()).toBe(
      "LIST_SIZE_EXCEEDED",
    );
    expect(await (await ask(limits, "query ($n: Int = 20) { top(first: $n) { id } }"))()).toBe("LIST_SIZE_EXCEEDED");
    expect(await (await ask(limits, "{ cases { nodes { id } } }"))()).toBe("LIST_SIZE_EXCEEDED");
  });

  it("learns from what an answer has cost in the end", async () => {
    const again = await ask({ anonymousCost: 10 }, "{ two { id } }"); // says two, and brings thirty

    expect(await again()).toBe("single");
    expect(await again()).toBe("COST_LIMIT_EXCEEDED");
  });
});
