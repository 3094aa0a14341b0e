import type { Caller } from "@yimen/kernel/caller";
import { createTestDatabase, type TestDatabase } from "@yimen/kernel/testDatabase";
import { parse } from "graphql";
import pg from "pg";
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aCaller, contextOf } from "../access/fixtures/callers.js";
import { createEngine } from "../engine/createEngine.js";
import type { Engine } from "../engine/engine.js";
import { composeFixture } from "../engine/fixtures/fixtureGraph.js";
import { LocalClient } from "../engine/fixtures/localClient.js";
import type { RequestContext } from "../requestContext.js";
import type { Attempts } from "./attempts.js";
import { withoutGuessing } from "./guessing.js";
import { defaultLimits } from "./limits.js";
import { memoryAttempts } from "./memoryAttempts.js";
import { postgresAttempts } from "./postgresAttempts.js";

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
  engine = guardedBy(memoryAttempts());
});

const guardedBy = (attempts: Attempts) =>
  withoutGuessing(plain, parse(graph.supergraphSdl), {
    limits,
    attempts,
    clock: () => new Date(now),
    log: pino({ level: "silent" }),
  });

const run = async (
  source: string,
  variables = {},
  { address = "1.1.1.1", caller = aCaller("ANONYMOUS") as Caller, by = engine } = {},
) => {
  const context = { ...contextOf(caller), address };
  const outcome = await by.execute({ prepared: by.prepare(source), variables, context });
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

  it("is counted by a variable's default value too", async () => {
    const source = (no: string) => `query ($no: String! = "${no}") { progress(no: $no, secret: "x") }`;
    for (const address of ["1", "2", "3"]) await run(source("A"), {}, { address });

    expect(await guess("A", "4")).toBe(REFUSED);
    expect(await run(source("B"), {}, { address: "5" })).toEqual(WRONG);
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

describe("trials on one database", () => {
  let database: TestDatabase;
  const opened: Attempts[] = [];
  const aGateway = () => {
    const attempts = postgresAttempts(database.url);
    opened.push(attempts);
    return guardedBy(attempts);
  };
  beforeAll(async () => {
    database = await createTestDatabase("staff"); // whichever: attempts bring their own table
  }, 60_000);
  afterAll(async () => {
    for (const attempts of opened) await attempts[Symbol.asyncDispose]();
    await database[Symbol.asyncDispose]();
  });

  const ask = (by: Engine<RequestContext>, no: string, address: string, secret = "wrong") =>
    run(`{ progress(no: "${no}", secret: "${secret}") }`, {}, { address, by });

  it("are counted together by all gateways, and exactly, however many ask at once", async () => {
    const gateways = [aGateway(), aGateway(), aGateway()] as const;

    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, n) => ask(gateways[(n % 3) as 0 | 1 | 2], "shared", `address-${n}`)),
    );
    const byClient = await Promise.all(
      Array.from({ length: 30 }, (_, n) => ask(gateways[(n % 3) as 0 | 1 | 2], `no-${n}`, "one address")),
    );

    expect(answers.filter((answer) => answer !== REFUSED)).toHaveLength(limits.guessesPerValue);
    expect(byClient.filter((answer) => answer !== REFUSED)).toHaveLength(limits.guessesPerClient);
    expect(await ask(gateways[0], "shared", "yet another", "right")).toBe(REFUSED);
  });

  it("wait for each other in one order, in whichever they are named", async () => {
    const gateways = [aGateway(), aGateway(), aGateway()] as const;
    const tried = Array.from({ length: 8 }, (_, n) => `x${n}: progress(no: "order-${n}", secret: "x")`);

    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        run(
          `{ ${(n % 2 ? tried : tried.toReversed()).join(" ")} }`,
          {},
          {
            address: `order-${n}`,
            by: gateways[(n % 3) as 0 | 1 | 2],
          },
        ),
      ),
    );

    expect(answers).toHaveLength(30);
  });

  it("end after a while, are given back when they were right, and count aliases one by one", async () => {
    const [one, other] = [aGateway(), aGateway()];
    for (let time = 0; time < 20; time++)
      expect(await ask(time % 2 ? one : other, "mine", "home", "right")).toEqual({ progress: "done" });

    const aliases = ["a", "b", "c", "d"].map((alias) => `${alias}: progress(no: "yours", secret: "x")`);
    expect(await run(`{ ${aliases.join(" ")} }`, {}, { address: "elsewhere", by: one })).toBe(REFUSED);
    now += 10 * 60_000;
    expect(await ask(other, "yours", "elsewhere")).toEqual(WRONG);
  });

  it("tell nobody who reads the database what was tried", async () => {
    await ask(aGateway(), "230904-SECRET-NO", "9.9.9.9");

    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query("SELECT g::text AS row FROM guess_attempt g");
    await client.end();
    expect(rows.length).toBeGreaterThan(1);
    expect(JSON.stringify(rows)).not.toMatch(/SECRET|9\.9\.9\.9/);
  });

  it("are not answered when they cannot be counted", async () => {
    const attempts = postgresAttempts("postgresql://nobody@127.0.0.1:1/none");
    opened.push(attempts);

    await expect(ask(guardedBy(attempts), "A", "1", "right")).rejects.toMatchObject({ code: "ATTEMPTS_UNAVAILABLE" });
    expect(await run("{ other }", {}, { by: guardedBy(attempts) })).toEqual({ other: 1 });
  });
});
