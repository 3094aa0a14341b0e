import { anonymous, serviceCaller } from "@yimen/kernel/caller";
import fc from "fast-check";
import { type GraphQLObjectType, type GraphQLSchema, getNamedType, isNonNullType, isObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildCasesSchema } from "./schema.js";
import { anyOf, numbers, selectionOf, texts } from "./testing/anyInput.js";
import { answered, opened, type TestCases } from "./testing/aStoredCase.js";
import { applicant, approver, officer, stranger } from "./testing/facts.js";
import { startTestCases } from "./testing/startTestCases.js";

let cases: TestCases;
let schema: GraphQLSchema;
let known: string[];
beforeAll(async () => {
  cases = await startTestCases();
  schema = await buildCasesSchema();
  const { case: found, receipt } = await opened(cases);
  known = [found.id, found.caseNo, found.visit.id, receipt.secret, "taoshan-w2", "taoshan-hall", "m1"];
});
afterAll(() => cases[Symbol.asyncDispose]());

const anyKnown = fc.integer({ min: 0, max: 6 }).map((index) => known[index] as string);
const callers = [anonymous, applicant, officer, approver, stranger, serviceCaller("evaluation")];

async function fuzz(operation: "query" | "mutation", root: GraphQLObjectType, runs: number) {
  for (const field of Object.values(root.getFields())) {
    if (field.name.startsWith("_")) continue;
    const named = getNamedType(field.type);
    const declared = field.args.map((arg) => `$${arg.name}: ${arg.type}`).join(", ");
    const passed = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(", ");
    const head = declared && `(${declared})`;
    const selection = isObjectType(named) ? `{ ${selectionOf(named, 2)} }` : "";
    const text = `${operation} ${head} { ${field.name}${passed && `(${passed})`} ${selection} }`;
    const variables = fc.record(Object.fromEntries(field.args.map((arg) => [arg.name, anyOf(arg.type, anyKnown)])), {
      requiredKeys: field.args.filter((arg) => isNonNullType(arg.type)).map((arg) => arg.name),
    });
    await fc.assert(
      fc.asyncProperty(variables, fc.constantFrom(...callers), async (given, caller) => {
        const { errors = [] } = await cases.ask(caller, text, given as Record<string, unknown>);
        for (const { message, extensions } of errors) {
          expect([field.name, extensions.code, given]).not.toEqual([field.name, "INTERNAL_SERVER_ERROR", given]);
          expect(message).toMatch(/\p{Script=Han}.*[。;] [A-Z]/su);
          expect(extensions.code).toMatch(/^[A-Z_]+$/);
        }
      }),
      { numRuns: runs },
    );
  }
}

describe("bad input", () => {
  it("never breaks a query", () => fuzz("query", schema.getQueryType() as GraphQLObjectType, 30), 120_000);

  it("never breaks a mutation", () => fuzz("mutation", schema.getMutationType() as GraphQLObjectType, 20), 120_000);

  it("never breaks a reference", async () => {
    const values = fc.oneof(texts, numbers, fc.constantFrom(null, true, {}, []));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("Case", "Visit", "QueueTicket", "Outlet", "Window"),
        fc.record({ id: values, caseNo: values }, { requiredKeys: [] }),
        async (__typename, key) => {
          const { errors = [] } = await cases.ask(
            officer,
            "query ($r: [_Any!]!) { _entities(representations: $r) { __typename ... on Case { caseNo } ... on Visit { startedAt } ... on QueueTicket { number } } }",
            {
              r: [{ __typename, ...key }],
            },
          );
          expect(errors.map(({ extensions }) => extensions.code)).not.toContain("INTERNAL_SERVER_ERROR");
        },
      ),
      { numRuns: 100 },
    );
  });

  it("never breaks a subscription", async () => {
    const QUERY =
      "subscription ($outletId: ID, $caseId: ID, $after: String) { caseEvents(outletId: $outletId, caseId: $caseId, after: $after) { type } }";
    for (const variables of [
      { caseId: "not-a-uuid" },
      { caseId: "" },
      { after: "x" },
      { after: "-1" },
      { after: "999999999999" },
      { after: "9".repeat(40) },
      { outletId: "\0", after: "0" },
    ]) {
      await using events = await cases.subscribe(anonymous, QUERY, variables);
      const { errors } = await events.next();
      expect([variables, errors?.[0]?.extensions?.code]).toEqual([
        variables,
        expect.stringMatching(/NOT_YOUR_CASE|CURSOR_NOT_VALID|TEXT_NOT_ALLOWED/),
      ]);
    }
  });

  it("is refused when it is too much", async () => {
    const input = { clientMutationId: "x", caseId: known[0], reason: "长".repeat(1_000_000 / 3) };
    const { errors } = await cases.act(officer, "withdrawCase", input);
    expect(errors?.[0]?.extensions.code).toBe("TEXT_NOT_ALLOWED");

    const pages = await Promise.all(
      [0, -1, 101].map((first) => cases.ask(officer, `{ cases(first: ${first}) { nodes { id } } }`)),
    );
    for (const page of pages) expect(page.errors?.[0]?.extensions.code).toBe("PAGE_SIZE_NOT_ALLOWED");
  });
});

describe("pages of cases", () => {
  it("follow each other without a case lost or repeated", async () => {
    for (let n = 0; n < 5; n++) await opened(cases);
    interface Page {
      readonly cases: {
        readonly nodes: readonly { id: string }[];
        readonly endCursor: string;
        readonly hasNextPage: boolean;
      };
    }
    const page = async (after: string | null) =>
      answered(
        await cases.ask<Page>(
          officer,
          "query ($after: String) { cases(first: 2, after: $after) { nodes { id } endCursor hasNextPage } }",
          { after },
        ),
      ).cases;
    const all = answered(await cases.ask<Page>(officer, "{ cases(first: 100) { nodes { id } } }")).cases.nodes;

    const seen: { id: string }[] = [];
    for (let next = await page(null); ; next = await page(next.endCursor)) {
      seen.push(...next.nodes);
      if (!next.hasNextPage) break;
    }

    expect(seen).toEqual(all);
  });
});
