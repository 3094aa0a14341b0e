import { readFileSync } from "node:fs";
import fc from "fast-check";
import { type ConstDirectiveNode, Kind, parse } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fieldsIn } from "../access/fieldsIn.js";
import { createEngines, type Engines } from "../engine/createEngine.js";
import type { Engine } from "../engine/engine.js";
import { randomOperation } from "../engine/fixtures/randomOperation.js";
import { contractOf } from "./contract.js";

const supergraphSdl = readFileSync(new URL("../../supergraph.graphql", import.meta.url), "utf8");
const supergraph = parse(supergraphSdl);

/** Read off the text alone, to check the contract with something that is not itself. */
const isMarked = ({ directives = [] }: { readonly directives?: readonly ConstDirectiveNode[] }) =>
  directives.some(({ name, arguments: [given] = [] }) => {
    return name.value === "tag" && given?.value.kind === Kind.STRING && given.value.value === "partner";
  });
const marked = new Set(
  supergraph.definitions.flatMap((type) =>
    type.kind === Kind.OBJECT_TYPE_DEFINITION
      ? (type.fields ?? [])
          .filter((field) => isMarked(type) || isMarked(field))
          .map((field) => `${type.name.value}.${field.name.value}`)
      : [],
  ),
);

const isIntrospection = (field: string) => field.startsWith("__") || field.includes(".__");

/** Whether there is anything marked that an operation of this kind could read. */
const hasRoot = (source: string) =>
  !source.startsWith("mutation") || [...marked].some((field) => field.startsWith("Mutation."));

let engines: Engines<null>;
let contract: Engine<null>;
beforeAll(async () => {
  engines = await createEngines<null>({
    supergraphSdl,
    client: { fetch: fetchNothing, subscribe: fetchNothing } as never,
  });
  contract = engines.within(contractOf(supergraph, engines.whole.schema, "partner"), undefined);
});
afterAll(() => engines.whole.close());

function fetchNothing(): never {
  throw new Error("Nothing is fetched here.");
}

describe("a partner's reach over the house's graph", () => {
  it("is what is marked: any operation goes through exactly when it reads nothing else", { timeout: 60_000 }, () => {
    const seen = { inside: 0, outside: 0 };
    for (const { schema } of [engines.whole, contract]) {
      fc.assert(
        fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
          const { source } = randomOperation(schema, (below) => (numbers.next().value ?? 0) % below);
          fc.pre(!engines.whole.prepare(source).errors);
          const reads = [...fieldsIn(parse(source), engines.whole.schema)].filter((field) => !isIntrospection(field));
          const isInside = reads.every((field) => marked.has(field)) && hasRoot(source);
          const { errors = [] } = contract.prepare(source);

          expect(errors.length === 0, source).toBe(isInside);
          seen[isInside ? "inside" : "outside"]++;
        }),
        { numRuns: 200 },
      );
    }
    expect(Math.min(seen.inside, seen.outside)).toBeGreaterThan(40);
  });

  it("has no personal, guarded or writing field in it", () => {
    const { schema } = contract;

    expect(schema.getMutationType() ?? null).toBeNull();
    expect(schema.getSubscriptionType() ?? null).toBeNull();
    for (const name of ["Case", "CaseApplicant", "StaffMember", "Evaluation", "ReadAuditRecord"])
      expect(schema.getType(name), name).toBeUndefined();
  });

  it("shows in introspection nothing but itself", async () => {
    const source = "{ __schema { types { name fields(includeDeprecated: true) { name } } } }";
    const outcome = await contract.execute({ prepared: contract.prepare(source), context: null });
    if (outcome.kind !== "single") throw new Error("Introspection was refused.");
    const { types } = JSON.parse(outcome.body).data.__schema as {
      types: { name: string; fields: { name: string }[] | null }[];
    };
    const shown = types
      .filter(({ name }) => !name.startsWith("__"))
      .flatMap(({ name, fields }) => (fields ?? []).map((field) => `${name}.${field.name}`));

    expect(shown.length).toBeGreaterThan(50);
    expect(shown.filter((field) => !marked.has(field))).toEqual([]);
  });
});
