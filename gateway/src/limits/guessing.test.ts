import type { Caller } from "@yimen/kernel/caller";
import { parse } from "graphql";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aCaller, contextOf } from "../access/fixtures/callers.js";
import { createEngine } from "../engine/createEngine.js";
import type { Engine } from "../engine/engine.js";
import { composeFixture } from "../engine/fixtures/fixtureGraph.js";
import { LocalClient } from "../engine/fixtures/localClient.js";
import type { RequestContext } from "../requestContext.js";
import { withoutGuessing } from "./guessing.js";
import { defaultLimits } from "./limits.js";

const graph = composeFixture([
  {
    name: "cases",
    typeDefs: `extend schema
        @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@composeDirective"])
        @link(url: "https://specs.yimen.example/access/v0.1", import: ["@guessable"]) @composeDirective(name: "@guessable")
      directive @guessable(by: String!) on FIELD_DEFINITION
      type Query { progress(no: String!, secret: String!): String @guessable(by: "no") other: Int }
      type Mutation { rate(input: Rating!): String @guessable(by: "input.visit") }
      input Rating { visit: ID! token: String! }`,
    resolvers: {
      Query: {
        progress: (_: unknown, { secret }: { secret: string }) => (secret === "right" ? "done" : null),
        other: () => 1,
      },
    } as never,
  },
]);
const limits = { ...defaultLimits, guessesPerValue: 3, guessesPerClient: 5 };

let plain: Engine<RequestContext>;
let engine: Engine<RequestContext>;
let now = 0;
beforeAll(async () => {
  plain = await createEngine<RequestContext>({
    supergraphSdl: graph.supergraphSdl,
    client: new LocalClient(graph.schemas),
  });
});
afterAll(() => plain.close());
beforeEach(() => {
  engine = withoutGuessing(plain, parse(graph.supergraphSdl), limits, () => new Date(now));
});

const run = async (
  source: string,
  variables = {},
  { address = "1.1.1.1", caller = aCaller("ANONYMOUS") as Caller } = {},
) => {
  const context = { ...contextOf(caller), address };
  const outcome = await engine.execute({ prepared: engine.prepare(source), variables, context });
  if (outcome.kind === "single") return (JSON.parse(outcome.body) as { data: unknown }).data;
  return outcome.kind === "refused" ? outcome.errors[0]?.extensions?.code : outcome.kind;
};
const guess = (no: string, address?: string, secret = "wrong") =>
  run(
    "query ($no: String!, $s: String!) { progress(no: $no, secret: $s) }",
    { no, s: secret },
    { ...(address && { address }) },
  );

const REFUSED = "TOO_MANY_ATTEMPTS";
const WRONG = { progress: null };

describe("a secret that could be tried out", () => {
  it("is refused after some wrong ones for the same number, whoever tries and whether or not it exists", async () => {
    for (const address of ["1", "2", "3"]) expect(await guess("A", address)).toEqual(WRONG);

    expect(await guess(" a ", "4", "right")).toBe(REFUSED);
    expect(await guess("B", "4")).toEqual(WRONG);
  });

  it("is refused after some wrong ones from the same address, whatever it tries", async () => {
    for (const no of ["A", "B", "C", "D", "E"]) expect(await guess(no)).toEqual(WRONG);

    expect(await guess("F")).toBe(REFUSED);
    expect(await guess("F", "2.2.2.2")).toEqual(WRONG);
    expect(await run("{ other }")).toEqual({ other: 1 });
  });

  it("counts a caller by who it is, from wherever it comes", async () => {
    const caller = aCaller("APPLICANT");
    const source = (no: string) => `{ progress(no: "${no}", secret: "x") }`;
    for (const address of ["1", "2", "3", "4", "5"]) await run(source(address), {}, { address, caller });

    expect(await run(source("6"), {}, { address: "6", caller })).toBe(REFUSED);
  });

  it("may be used again and again by whoever knows it", async () => {
    for (let time = 0; time < 20; time++) expect(await guess("A", "1", "right")).toEqual({ progress: "done" });
  });

  it("counts aliases, fragments and parallel requests one by one", async () => {
    const many = `{ ${["a", "b", "c", "d"].map((alias) => `${alias}: progress(no: "A", secret: "${alias}")`).join(" ")} }`;
    expect(await run(many)).toBe(REFUSED);

    const nested = `{ ...F } fragment F on Query { ${[1, 2, 3, 4].map((n) => `x${n}: progress(no: "B", secret: "${n}")`).join(" ")} }`;
    expect(await run(nested, {}, { address: "2" })).toBe(REFUSED);

    const parallel = await Promise.all(Array.from({ length: 10 }, (_, n) => guess("C", `10.${n}`)));
    expect(parallel.filter((answer) => answer !== REFUSED)).toHaveLength(3);
  });

  it("is counted by a value within an input too", async () => {
    const rate = (input: object, address: string) =>
      run("mutation ($input: Rating!) { rate(input: $input) }", { input }, { address });
    for (const address of ["1", "2", "3"]) await rate({ visit: "v1", token: "x" }, address);

    expect(await rate({ visit: "v1", token: "x" }, "4")).toBe(REFUSED);
    expect(await rate({ visit: "v2", token: "x" }, "4")).toEqual({ rate: null });
    expect(await run(`mutation { rate(input: { visit: "v1", token: "y" }) }`, {}, { address: "5" })).toBe(REFUSED);
  });

  it("can be tried again after a while", async () => {
    for (let time = 0; time < 4; time++) await guess("A");
    expect(await guess("A", "9")).toBe(REFUSED);

    now += 10 * 60_000;

    expect(await guess("A", "9")).toEqual(WRONG);
  });
});
