import { buildSchema, type DocumentNode, parse, printSchema, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { createEngine } from "../engine/createEngine.js";
import { composeFixture } from "../engine/fixtures/fixtureGraph.js";
import { LocalClient } from "../engine/fixtures/localClient.js";
import { contractOf } from "./contract.js";

const graph = composeFixture([
  {
    name: "office",
    typeDefs: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@tag"])
      type Query {
        progress(filter: Filter, mood: Mood): Progress @tag(name: "partner")
        things: [Thing!] @tag(name: "partner")
        leadsNowhere: Secret @tag(name: "partner")
        either: Either @tag(name: "partner")
        internal: Secret @tag(name: "another")
      }
      type Mutation { change: Int }
      type Progress @tag(name: "partner") { state: Mood on: String }
      type Secret { name: String! }
      interface Thing { id: ID! @tag(name: "partner") note: String @tag(name: "partner") }
      type Open implements Thing { id: ID! @tag(name: "partner") note: String @tag(name: "partner") }
      type Closed implements Thing { id: ID! @tag(name: "partner") note: String }
      union Either = Progress | Secret
      enum Mood { GOOD BAD }
      enum Unused { A }
      input Filter { mood: Mood inner: Inner }
      input Inner { text: String }`,
  },
]);
const engine = await createEngine({ supergraphSdl: graph.supergraphSdl, client: new LocalClient(graph.schemas) });
const contract = contractOf(parse(graph.supergraphSdl) as DocumentNode, engine.schema, "partner");
await engine.close();

const errorsOf = (source: string) => validate(contract, parse(source)).map(({ message }) => message);

describe("the contract of a graph", () => {
  it("is what is marked, and what that needs", () => {
    const text = printSchema(contract);

    expect(text).toContain("progress(filter: Filter, mood: Mood): Progress");
    for (const name of ["enum Mood", "input Filter", "input Inner", "type Open", "union Either = Progress"])
      expect(text).toContain(name);
  });

  it("has no trace of anything else", () => {
    expect(printSchema(contract)).not.toMatch(/Secret|internal|leadsNowhere|Mutation|change|Unused/);
  });

  it("takes a field of an interface only when it is marked on every type behind it", () => {
    expect(errorsOf("{ things { id } }")).toEqual([]);
    expect(errorsOf("{ things { note } }")).toHaveLength(1);
    expect(errorsOf("{ things { ... on Open { note } } }")).toEqual([]);
  });

  it("says of what is outside what it says of what there never was", () => {
    const about = (name: string) => errorsOf(`{ ${name} { name } }`).map((message) => message.replaceAll(name, "…"));

    expect(about("internal")).toEqual(about("zzzzzzzzz"));
    expect(errorsOf("{ things { ... on Secret { name } } }")[0]).toContain('Unknown type "Secret"');
  });

  it("has the types that the arguments of its directives are of", () => {
    const api = buildSchema("directive @tone(of: Tone) on FIELD enum Tone { PLAIN } type Query { hello: String }");

    expect(contractOf(parse(graph.supergraphSdl), api, "nobody").getType("Tone")).toBeDefined();
  });

  it("of a graph without marks is empty", () => {
    const nothing = contractOf(parse(graph.supergraphSdl), engine.schema, "nobody");

    expect(validate(nothing, parse("{ progress { state } }"))).toHaveLength(1);
    expect(validate(nothing, parse("{ __typename }"))).toEqual([]);
  });
});
