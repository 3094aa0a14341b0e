import { createTestDatabase, type TestDatabase } from "@yimen/kernel/testDatabase";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { composeFixture } from "../../engine/fixtures/fixtureGraph.js";
import { ask, codesOf } from "../../fixtures/ask.js";
import { ProtocolClient } from "../../fixtures/protocolClient.js";
import { serveSubgraph } from "../../fixtures/subgraphServer.js";
import { temporaryFolder } from "../../fixtures/temporaryFolder.js";
import { startGateway } from "../../gateway.js";
import { fileSource } from "../../supergraph/fileSource.js";
import { aDocument, aRegistry } from "../fixtures/aRegistry.js";
import type { Quota } from "../partner.js";
import { postgresQuotas } from "./postgresQuotas.js";
import type { QuotaStore } from "./quotaStore.js";

const HELLO = "{ hello }";
const MANY = "query Many { many { id } }";
const THINGS = "subscription Things { things { id } }";

async function* things() {
  for (const id of ["1", "2", "3", "4"]) yield { things: { id } };
}

const { supergraphSdl, schemas } = composeFixture([
  {
    name: "greetings",
    typeDefs: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@tag", "@listSize"])
      type Query @tag(name: "partner") { hello: String many: [Thing!] @listSize(assumedSize: 10) }
      type Subscription @tag(name: "partner") { things: Thing }
      type Thing @tag(name: "partner") { id: ID }`,
    resolvers: {
      Query: { hello: () => "hello", many: () => [] },
      Subscription: { things: { subscribe: things } },
    },
  },
]);

const folder = temporaryFolder();
let database: TestDatabase;
let subgraph: Awaited<ReturnType<typeof serveSubgraph>>;
beforeAll(async () => {
  database = await createTestDatabase("staff"); // whichever: quotas bring their own table
  if (!schemas.greetings) throw new Error("The fixture has no schema.");
  subgraph = await serveSubgraph(schemas.greetings);
}, 60_000);
afterAll(async () => {
  await subgraph[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

interface Given {
  readonly partnerId?: string;
  readonly quota?: Quota;
  readonly many?: Quota;
  readonly quotas?: () => QuotaStore;
  readonly now?: () => Date;
}

const noon = new Date("2026-03-02T04:00:20Z");

async function gatewayWith({ partnerId = "bank", quota = {}, many = {}, quotas, now = () => noon }: Given) {
  const documents = [HELLO, THINGS, SEVERAL, aDocument(MANY, { name: "Many", quota: many })];
  const partnersFile = folder.write(`${partnerId}.json`, aRegistry({ partnerId, quota, documents }));
  const gateway = await startGateway({
    supergraph: fileSource(folder.write("supergraph.graphql", supergraphSdl)),
    port: 0,
    urlOf: () => subgraph.url,
    access: { callerSecret: "s".repeat(32), issuer: "i", audience: "a", partnersFile },
    clock: now,
    ...(quotas && { quotas }),
  });
  const send = (query: string) => ask(gateway.url, { query }, { "x-api-key": "key-of-the-bank" });
  return { gateway, send, [Symbol.asyncDispose]: () => gateway.stop() };
}

const SEVERAL = "query Little { hello } query Much { many { id } }";

const isAnswered = ({ body }: { readonly body: Parameters<typeof codesOf>[0] }) => body.errors === undefined;

describe("a partner's quota", () => {
  it("is told with every answer, and ends in 429 with when to come again", async () => {
    await using bank = await gatewayWith({ quota: { requestsPerMinute: 2, costPerDay: 100 } });

    const first = await bank.send(MANY);
    await bank.send(HELLO);
    const third = await bank.send(HELLO);

    expect(first.headers.get("ratelimit-policy")).toBe('"minute";q=2;w=60, "day";q=100;w=86400;qu="cost"');
    expect(first.headers.get("ratelimit")).toBe('"minute";r=1;t=61, "day";r=90;t=43180');
    expect([third.status, ...codesOf(third.body)]).toEqual([429, "QUOTA_EXCEEDED"]);
    expect(third.headers.get("retry-after")).toBe("61");
    expect(third.headers.get("ratelimit")).toContain('"minute";r=0;t=61');
  });

  it("is there again when a minute has passed, wherever the clock stood", async () => {
    let now = noon;
    await using bank = await gatewayWith({ quota: { requestsPerMinute: 1 }, now: () => now });
    const answeredAfter = async (seconds: number) => {
      now = new Date(noon.getTime() + seconds * 1_000);
      return isAnswered(await bank.send(HELLO));
    };

    expect([
      await answeredAfter(0),
      await answeredAfter(45),
      await answeredAfter(60.9),
      await answeredAfter(61),
    ]).toEqual([true, false, false, true]);
  });

  it("is drawn on by what was asked for, where a document has several operations", async () => {
    await using bank = await gatewayWith({ quota: { costPerDay: 100 } });
    const left = async (operationName: string) => {
      const key = { "x-api-key": "key-of-the-bank" };
      const { headers } = await ask(bank.gateway.url, { query: SEVERAL, operationName }, key);
      return Number(/r=(\d+)/.exec(headers.get("ratelimit") ?? "")?.[1]);
    };

    const [first, second] = [await left("Little"), await left("Much")];

    expect(100 - first).toBeLessThan(10);
    expect(first - second).toBe(10);
  });

  it("is whole again at midnight in Beijing, for what operations cost", async () => {
    let now = new Date("2026-03-02T15:59:59Z");
    await using bank = await gatewayWith({ quota: { costPerDay: 10 }, now: () => now });

    expect([isAnswered(await bank.send(MANY)), isAnswered(await bank.send(MANY))]).toEqual([true, false]);
    now = new Date("2026-03-02T16:00:00Z");
    expect(isAnswered(await bank.send(MANY))).toBe(true);
  });

  it("is not promised to come back for what alone costs more than the whole of it", async () => {
    await using bank = await gatewayWith({ quota: { costPerDay: 5 } });

    const never = await bank.send(MANY);

    expect([codesOf(never.body), never.headers.get("retry-after")]).toEqual([["QUOTA_EXCEEDED"], null]);
  });

  it("counts each event of a subscription at what it costs, and tells nothing of those beyond", async () => {
    await using bank = await gatewayWith({ quota: { costPerDay: 3, requestsPerMinute: 1 } });
    await using client = await ProtocolClient.ready(bank.gateway.url, { apiKey: "key-of-the-bank" });

    client.subscribe("a", THINGS);
    const payloads = [await client.next(), await client.next(), await client.next()].map(
      (message) => (message as { payload?: object }).payload,
    );

    expect(payloads.slice(0, 2)).toEqual([{ data: { things: { id: "1" } } }, { data: { things: { id: "2" } } }]);
    expect(payloads[2]).toMatchObject({ data: null, errors: [{ extensions: { code: "QUOTA_EXCEEDED" } }] });
  });

  it("counts what operations cost by the day, and takes nothing for one it refuses", async () => {
    await using bank = await gatewayWith({ quota: { costPerDay: 15 } });

    expect(isAnswered(await bank.send(MANY))).toBe(true);
    const tooDear = await bank.send(MANY);
    expect(codesOf(tooDear.body)).toEqual(["QUOTA_EXCEEDED"]);
    expect(tooDear.headers.get("ratelimit")).toContain('"day";r=5');
    expect(isAnswered(await bank.send(HELLO))).toBe(true);
  });

  it("may be a document's own", async () => {
    await using bank = await gatewayWith({ many: { requestsPerMinute: 1 } });

    expect([isAnswered(await bank.send(MANY)), isAnswered(await bank.send(MANY))]).toEqual([true, false]);
    expect(isAnswered(await bank.send(HELLO))).toBe(true);
  });

  it("holds over a websocket as well", async () => {
    await using bank = await gatewayWith({ quota: { requestsPerMinute: 1 } });
    await using client = await ProtocolClient.ready(bank.gateway.url, { apiKey: "key-of-the-bank" });

    client.subscribe("a", HELLO);
    expect(await client.next()).toMatchObject({ type: "next" });
    await client.next();
    client.subscribe("b", HELLO);
    expect(await client.next()).toMatchObject({ type: "error", payload: [{ extensions: { code: "QUOTA_EXCEEDED" } }] });
  });

  it("is exact however many ask at once (I-G7)", async () => {
    await using bank = await gatewayWith({ quota: { requestsPerMinute: 20 } });

    const answers = await Promise.all(Array.from({ length: 60 }, () => bank.send(HELLO)));

    expect(answers.filter(isAnswered)).toHaveLength(20);
  });
});

describe("a partner's quota on PostgreSQL", () => {
  const quotas = () => postgresQuotas(database.url);

  it("is one for two gateways, and exact however many ask both at once (I-G7)", async () => {
    const quota = { requestsPerMinute: 25, costPerDay: 1_000 };
    await using one = await gatewayWith({ partnerId: "shared", quota, quotas, many: { requestsPerMinute: 5 } });
    await using other = await gatewayWith({ partnerId: "shared", quota, quotas, many: { requestsPerMinute: 5 } });
    const both = [one, other];

    const answers = await Promise.all(
      Array.from({ length: 80 }, async (_, index) => {
        const document = index % 4 === 0 ? MANY : HELLO;
        return {
          document,
          answered: isAnswered((await both[index % 3 === 0 ? 0 : 1]?.send(document)) ?? { body: {} }),
        };
      }),
    );
    const answered = answers.filter((answer) => answer.answered);

    expect(answered).toHaveLength(25);
    expect(answered.filter(({ document }) => document === MANY).length).toBeLessThanOrEqual(5);
  });

  it("outlives a gateway", async () => {
    const given = { partnerId: "lasting", quota: { requestsPerMinute: 1 }, quotas };
    {
      await using bank = await gatewayWith(given);
      expect(isAnswered(await bank.send(HELLO))).toBe(true);
    }
    await using bank = await gatewayWith(given);
    expect(isAnswered(await bank.send(HELLO))).toBe(false);
  });

  it("is not given away while the database is down", async () => {
    const away = () => postgresQuotas("postgresql://nobody:x@127.0.0.1:1/none");
    await using bank = await gatewayWith({ quota: { requestsPerMinute: 1 }, quotas: away });

    const answer = await bank.send(HELLO);

    expect([answer.status, ...codesOf(answer.body)]).toEqual([503, "QUOTA_UNAVAILABLE"]);
  });
});
