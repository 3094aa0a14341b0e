import { buildSchema, GraphQLError } from "graphql";
import { describe, expect, it } from "vitest";
import { plainEngine } from "../fixtures/plainEngine.js";
import { Pace } from "../pace.js";
import type { RequestContext } from "../requestContext.js";
import { stateQuery } from "./stateQuery.js";

const DOCUMENT = `
  subscription Ticks { ticks }
  query Me($as: String) { me(as: $as) }
  query Broken($code: String!) { me fail(code: $code) }
  query Lost($code: String!) { needed(code: $code) }
  query Wrong($number: Int!) { number(n: $number) }`;

const schema = buildSchema(`
  type Query { me(as: String): String fail(code: String!): String needed(code: String!): String! number(n: Int!): Int }
  type Subscription { ticks: Int }`);
const fields = schema.getQueryType()?.getFields();
const failing = (_: unknown, { code }: { code: string }) => {
  throw new GraphQLError("no", { extensions: { code } });
};
if (fields?.me && fields.fail && fields.needed) {
  fields.me.resolve = (_, args, { session }) => `${session.caller.subject} as ${args.as ?? "nobody"}`;
  fields.fail.resolve = failing;
  fields.needed.resolve = failing;
}

const engine = plainEngine(schema);
const services = { engine: () => engine, pace: new Pace(), errors: { verbose: true } };
const context = { session: { caller: { subject: "s1" } }, requestId: "1" } as RequestContext;

/** What a subscription that names the query is told. */
function told(resync: unknown, variables: Readonly<Record<string, unknown>> = {}) {
  const params = { operationName: "Ticks", variables, extensions: { resync } };
  return stateQuery(services, { text: DOCUMENT, params, context })?.read();
}

describe("the query of a present state", () => {
  it("runs for the same caller with the same variables", async () => {
    expect(await told("Me", { as: "officer", after: "7" })).toEqual({
      result: `{"data":{"me":"s1 as officer"}}`,
      extent: "ALL",
    });
  });

  it.each([
    ["a part, when the rest may come yet", "Broken", "SUBGRAPH_UNREACHABLE", "PART"],
    ["all there is for this caller, when the rest is not for them", "Broken", "FORBIDDEN", "ALL"],
    ["nothing, when it may come yet", "Lost", "SUBGRAPH_TIMEOUT", "NOTHING"],
    ["all there is, when it is refused", "Lost", "FORBIDDEN", "ALL"],
  ])("reads %s", async (_, query, code, extent) => {
    expect(await told(query, { code })).toMatchObject({ extent });
  });

  it("tells why it cannot run at all", async () => {
    const state = await told("Wrong", { number: "three" });

    expect(state).toMatchObject({ extent: "ALL", result: expect.stringContaining('"errors":[{"message":"Variable') });
  });

  it("is asked for by name; without one there is none", () => {
    expect(told(undefined)).toBeUndefined();
    expect(() => told("Ticks")).toThrow("extensions.resync must be the name of a query");
  });
});
