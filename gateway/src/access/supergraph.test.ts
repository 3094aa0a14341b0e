import type { Caller } from "@yimen/kernel/caller";
import fc from "fast-check";
import { type GraphQLSchema, isObjectType, OperationTypeNode, parse, printSchema } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "../engine/fixtures/fixtureEngine.js";
import { keysIn } from "../engine/fixtures/mockSubgraph.js";
import { nullsExplained } from "../engine/fixtures/nullsExplained.js";
import { randomOperation } from "../engine/fixtures/randomOperation.js";
import { randomRuns, SEED } from "../engine/fixtures/randomRuns.js";
import { stringArgument } from "../supergraph/stringArgument.js";
import { fieldsIn } from "./fieldsIn.js";
import { aCaller } from "./fixtures/callers.js";
import { GuardedFixture } from "./fixtures/guardedFixture.js";
import { guardedMonolith } from "./fixtures/guardedMonolith.js";
import { houseGraph, policiesFile } from "./fixtures/houseGraph.js";
import { grantsFor } from "./grants.js";
import { graphRules } from "./graphRules.js";
import { policiesFromFile } from "./policies.js";
import { fulfils } from "./requirement.js";
import { typesIn } from "./supergraphTypes.js";

const RUNS = randomRuns(150);

const graph = houseGraph();
const policies = policiesFromFile(policiesFile);

const callers: Readonly<Record<string, Caller>> = {
  anybody: aCaller("ANONYMOUS"),
  partner: aCaller("PARTNER", { scopes: ["partner", "personal:read"] }),
  applicant: aCaller("APPLICANT"),
  officer: aCaller("STAFF", { claims: { role: "WINDOW_OFFICER" } }),
  clerk: aCaller("STAFF", { scopes: ["personal:read"], claims: { role: "APPROVER" } }),
  supervisor: aCaller("STAFF", { claims: { role: "SUPERVISOR" } }),
};

let fixture: GuardedFixture;
let rules: ReturnType<typeof graphRules>;
beforeAll(async () => {
  fixture = await GuardedFixture.over(graph, { policies });
  rules = graphRules(parse(graph.supergraphSdl), fixture.engine.schema);
});
afterAll(() => fixture[Symbol.asyncDispose]());

/** Coordinates that a caller may not have, worked out field by field from the directives. */
function withheldFrom(caller: Caller): ReadonlySet<string> {
  const grants = grantsFor(rules.requirements.mentioned, policies)(caller);
  const guarded = [...rules.requirements.byCoordinate];
  return new Set(guarded.filter(([, requirement]) => !fulfils(grants, requirement)).map(([coordinate]) => coordinate));
}

/** What was asked of the subgraphs, as coordinates of their schemas. */
const fetched = (sent: GuardedFixture["client"]["sent"]): string[] =>
  sent.flatMap(({ subgraph, query }) => [...fieldsIn(parse(query), graph.schemas[subgraph] as GraphQLSchema)]);

const monolithFor = (withheld: ReadonlySet<string>) =>
  guardedMonolith(printSchema(fixture.engine.schema), keysIn(Object.values(graph.schemas)), {
    withheld,
    personal: rules.personal,
  });

const requiring = new Set(
  [...typesIn(parse(graph.supergraphSdl)).values()].flatMap(({ name, fields }) =>
    fields
      .filter(({ directives = [] }) => directives.some((directive) => stringArgument(directive, "requires")))
      .map((field) => `${name}.${field.name.value}`),
  ),
);

/** The mocked answer of a field with @requires depends on the way there. */
const dependsOnTheWay = (fields: ReadonlySet<string>) => [...fields].some((field) => requiring.has(field));

/** graphql-js cannot subscribe to a field that a condition takes out. */
const mayBeSkipped = (subscription: string) => /^[^{]*\{[^{]*@(skip|include)/.test(subscription);

describe.each(Object.entries(callers))(
  `random operations over the house's own graph (seed ${SEED}), asked by: %s`,
  (_, caller) => {
    it("are answered as if every field asked who reads it, and fetch nothing that is withheld", {
      timeout: 300_000,
    }, async () => {
      const withheld = withheldFrom(caller);
      const expected = monolithFor(withheld);
      await fc.assert(
        fc.asyncProperty(fc.gen(), async (gen) => {
          const { source, variables } = randomOperation(fixture.engine.schema, (below) =>
            gen(fc.nat, { max: below - 1 }),
          );
          const { document } = fixture.engine.prepare(source);
          fc.pre(document !== undefined && !dependsOnTheWay(fieldsIn(document, fixture.engine.schema)));

          const answer = await fixture.ask(caller, source, variables);

          expect(fetched(fixture.client.sent).filter((coordinate) => withheld.has(coordinate))).toEqual([]);
          if (answer.errors?.[0]?.extensions?.code === "PLANNING_FAILED") return;
          const right = await expected.answer(source, variables);
          expect({ source, variables, data: answer.data }).toEqual({ source, variables, data: right.data });
          expect({ source, nulls: nullsExplained(answer) }).toEqual({ source, nulls: nullsExplained(right) });
        }),
        RUNS,
      );
    });

    it("get with every event of a subscription what a query would get, and are refused a withheld one", {
      timeout: 300_000,
    }, async () => {
      const withheld = withheldFrom(caller);
      const expected = monolithFor(withheld);
      const seen = { answered: 0, refused: 0 };
      await fc.assert(
        fc.asyncProperty(fc.gen(), async (gen) => {
          const choose = (below: number) => gen(fc.nat, { max: below - 1 });
          const { source, variables } = randomOperation(fixture.engine.schema, choose, {
            kind: OperationTypeNode.SUBSCRIPTION,
          });
          const { document } = fixture.engine.prepare(source);
          const fields = document && fieldsIn(document, fixture.engine.schema);
          fc.pre(fields !== undefined && !dependsOnTheWay(fields) && !mayBeSkipped(source));

          const answers = await fixture.events(caller, source, undefined, variables);

          expect(fetched(fixture.client.sent).filter((coordinate) => withheld.has(coordinate))).toEqual([]);
          if ([...fields].some((field) => field.startsWith("Subscription.") && withheld.has(field))) {
            seen.refused++;
            expect(answers.map(({ data, errors }) => [data, errors?.[0]?.extensions?.code])).toEqual([
              [undefined, "UNAUTHORIZED_FIELD_OR_TYPE"],
            ]);
            expect(fixture.client.sent).toEqual([]);
            return;
          }
          if (answers[0]?.errors?.[0]?.extensions?.code === "PLANNING_FAILED") return;
          seen.answered++;
          const right = await expected.events(source, variables);
          expect({ source, variables, data: answers.map(({ data }) => data) }).toEqual({
            source,
            variables,
            data: right.map(({ data }) => data),
          });
          expect({ source, nulls: answers.map(nullsExplained) }).toEqual({ source, nulls: right.map(nullsExplained) });
        }),
        { ...RUNS, numRuns: RUNS.numRuns / 3 },
      );
      expect(seen.answered).toBeGreaterThan(RUNS.numRuns / 10);
    });
  },
);

describe("a stranger", () => {
  it.each(["anybody", "partner"])("has no personal field and no mutation of staff: %s (R130)", (name) => {
    const withheld = withheldFrom(callers[name] as Caller);
    const open = (type: string) =>
      Object.keys(fieldsOf(fixture.engine.schema, type)).filter((field) => !withheld.has(`${type}.${field}`));

    expect(open("Mutation").sort()).toEqual(["fileComplaint", "rateMatter", "rateVisit"]);
    expect(open("StaffMember").sort()).toEqual(["id", "name", "nameEn", "posts", "rating", "ratingIn", "team"]);
    expect(open("Case")).not.toContain("applicant");
    expect(open("Query")).not.toContain("readAudit");
  });

  it("has only masked personal fields, whatever scopes its key has (R130)", async () => {
    const source = "{ cases { nodes { applicant { name idNumber phone } } } }";

    const answers: Answer[] = [];
    for (const caller of Object.values(callers)) answers.push(await fixture.ask(caller, source, {}, "curiosity"));

    expect(JSON.stringify(answers)).not.toMatch(/idNumber-\d/);
  });
});

describe("the house's graph", () => {
  it("declares every field personal that is named like one, but for offices' own (R130)", () => {
    const named = /^(name|.*idNumber|phone|mobile|telephone|address|bankAccount|account|email|bornOn|birth\w*)$/i;
    const aboutPeople = /applicant|complainant|author|staffMember|person|citizen|visitor/i;
    const undeclared = Object.keys(fixture.engine.schema.getTypeMap()).flatMap((type) =>
      Object.keys(fieldsOf(fixture.engine.schema, type))
        .filter((field) => named.test(field) && (field !== "name" || aboutPeople.test(type)))
        .map((field) => `${type}.${field}`)
        .filter((coordinate) => !rules.personal.has(coordinate)),
    );

    expect(undeclared.sort()).toEqual([
      "CatalogueIndicators.mobile", // how many matters a telephone can hand in
      "Department.phone",
      "Inquiry.phone", // the department's in charge (R092)
      "Outlet.address",
      "Outlet.phone",
      "StaffMember.bornOn", // needs the scope, and cannot be half shown
      "StaffMember.name", // the public roster (R119)
    ]);
  });
});

const fieldsOf = (schema: GraphQLSchema, name: string) => {
  const type = schema.getType(name);
  return isObjectType(type) ? type.getFields() : {};
};
