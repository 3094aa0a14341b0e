import fc from "fast-check";
import { type GraphQLObjectType, type GraphQLSchema, isObjectType, parse, validate } from "graphql";
import { beforeAll, describe, expect, it } from "vitest";
import { requestErrors } from "../errors/requestErrors.js";
import { contractOf } from "../partners/contract.js";
import { aCaller } from "./fixtures/callers.js";
import { GuardedFixture } from "./fixtures/guardedFixture.js";
import { houseGraph, policiesFile } from "./fixtures/houseGraph.js";
import { reachable } from "./fixtures/reachable.js";
import { grantsFor } from "./grants.js";
import { type GraphRules, graphRules } from "./graphRules.js";
import { policiesFromFile } from "./policies.js";
import { fulfils } from "./requirement.js";

const policies = policiesFromFile(policiesFile);
let schema: GraphQLSchema;
let contract: GraphQLSchema;
let rules: GraphRules;
beforeAll(async () => {
  const graph = houseGraph();
  const supergraph = parse(graph.supergraphSdl);
  await using fixture = await GuardedFixture.over(graph);
  schema = fixture.engine.schema;
  contract = contractOf(supergraph, schema, "partner");
  rules = graphRules(supergraph, schema);
});

const withheldFrom = (caller: ReturnType<typeof aCaller>) => {
  const grants = grantsFor(rules.requirements.mentioned, policies)(caller);
  return (coordinate: string) => {
    const requirement = rules.requirements.byCoordinate.get(coordinate);
    return requirement !== undefined && !fulfils(grants, requirement);
  };
};

const listed = (coordinates: readonly string[]) =>
  `${coordinates.map((each) => (rules.personal.has(each) ? `${each} (masked)` : each)).join("\n")}\n`;

/** Whoever widens these lists changes them in the same commit (`npm test -w gateway -- reach -u`), for all to see. */
describe("the fields that can be got to", () => {
  it("by anybody are these", async () => {
    const fields = reachable(schema, withheldFrom(aCaller("ANONYMOUS")));

    await expect(listed(fields)).toMatchFileSnapshot("fixtures/reachableByAnybody.txt");
  });

  it("have phones, matters, guides and flow charts in them for anybody, and nothing personal (R116)", () => {
    const fields = reachable(schema, withheldFrom(aCaller("ANONYMOUS")));
    const published = ["Outlet.phone", "Matter.name", "Matter.guide", "Matter.guideDocument", "GuideVersion.steps"];

    expect(fields).toEqual(expect.arrayContaining(published));
    expect(fields.filter((field) => rules.personal.has(field))).toEqual([]);
  });

  it("by partners are these, and none that anybody could not", async () => {
    const fields = reachable(contract, withheldFrom(aCaller("PARTNER", { scopes: ["partner"] })));
    const byAnybody = new Set(reachable(schema, withheldFrom(aCaller("ANONYMOUS"))));

    expect(fields.filter((field) => !byAnybody.has(field))).toEqual([]);
    await expect(listed(fields)).toMatchFileSnapshot("fixtures/reachableByPartners.txt");
  });
});

describe("what is wrong with a partner's document", () => {
  it("is said of what is outside the contract in the words for what there is not", () => {
    const types = Object.values(schema.getTypeMap()).filter(isObjectType);
    const outside = types.flatMap((type) =>
      Object.keys(type.getFields()).flatMap((field) => {
        const inContract = contract.getType(type.name);
        const isIn = isObjectType(inContract) && field in inContract.getFields();
        return isIn || type.name.startsWith("__") ? [] : [{ type, field }];
      }),
    );
    const said = (type: string, selection: string) => {
      const errors = validate(contract, parse(`{ __typename } fragment F on ${type} { ${selection} }`));
      return JSON.stringify(
        requestErrors(
          errors.map((error) => error.toJSON()),
          { verbose: false },
        ),
      );
    };

    fc.assert(
      fc.property(fc.constantFrom(...outside), ({ type, field }: { type: GraphQLObjectType; field: string }) => {
        const isKnown = contract.getType(type.name) !== undefined;
        const [name, invented] = isKnown ? [field, inventedLike(field)] : [type.name, inventedLike(type.name)];
        const real = isKnown ? said(type.name, field) : said(type.name, "__typename");
        const unreal = isKnown ? said(type.name, invented) : said(invented, "__typename");

        expect(real).not.toMatch(/did you mean/i);
        expect(real.replaceAll(`"${name}\\"`, '"it\\"')).toBe(unreal.replaceAll(`"${invented}\\"`, '"it\\"'));
      }),
      { numRuns: 300 },
    );
  });
});

/** A name of the same length that nothing has. */
const inventedLike = (name: string) => `q${"x".repeat(name.length - 1)}`;
