import { buildSchema } from "graphql";
import { describe, expect, it } from "vitest";
import { serveSubgraph } from "../../fixtures/subgraphServer.js";
import { SubgraphServer } from "../fixtures/subgraphServer.js";
import type { SubgraphOperation } from "../subgraphClient.js";
import { SubgraphTransport } from "./subgraphTransport.js";

const query: SubgraphOperation = { kind: "query", query: "{ a }", operationName: undefined };
const mutation: SubgraphOperation = { ...query, kind: "mutation" };
const never = new AbortController().signal;

const over = (...urls: string[]) => new SubgraphTransport<null>({ urlOf: () => urls.join(", "), timeoutMs: 1_000 });
const send = (transport: SubgraphTransport<null>, operation = query) =>
  transport.fetch("cases", { operation, variables: "{}" }, null, never);
const answering = () => SubgraphServer.listening(() => `{"data":{"a":1}}`);
const breaking = () => SubgraphServer.listening(() => (request) => void request.socket.destroy());
const goneAddress = async () => {
  const gone = await answering();
  const { url } = gone;
  await gone[Symbol.asyncDispose]();
  return url;
};

describe("a subgraph that runs more than once", () => {
  it("is asked at its addresses in turn", async () => {
    await using one = await answering();
    await using other = await answering();
    await using transport = over(one.url, other.url);

    for (let n = 0; n < 6; n++) await send(transport);

    expect([one.bodies.length, other.bodies.length]).toEqual([3, 3]);
  });

  it("answers everything at the address that is left", async () => {
    await using left = await answering();
    await using transport = over(await goneAddress(), left.url);

    for (let n = 0; n < 30; n++) {
      expect(await send(transport, n % 2 ? mutation : query)).toMatchObject({ data: { a: 1 } });
    }
  });

  it("is not given a mutation twice that may have arrived", async () => {
    await using broken = await breaking();
    await using fine = await answering();
    await using transport = over(broken.url, fine.url);

    const answers = [await send(transport, mutation), await send(transport, mutation)];

    expect(answers.filter(({ errors }) => errors?.[0]?.extensions?.code === "SUBGRAPH_UNREACHABLE")).toHaveLength(1);
    expect(broken.bodies.length + fine.bodies.length).toBe(2);
    for (let n = 0; n < 4; n++) expect(await send(transport)).toMatchObject({ data: { a: 1 } });
  });

  it("is followed at another address after one is lost", async () => {
    const schema = () => {
      const built = buildSchema("type Query { a: Int } type Subscription { ticks: Int }");
      const ticks = built.getSubscriptionType()?.getFields().ticks;
      Object.assign(ticks as object, {
        async *subscribe() {
          yield { ticks: 1 };
          await new Promise(() => {}); // open until its server is gone
        },
      });
      return built;
    };
    const servers = [await serveSubgraph(schema()), await serveSubgraph(schema())];
    await using transport = over(...servers.map(({ url }) => url));
    const operation: SubgraphOperation = {
      kind: "subscription",
      query: "subscription { ticks }",
      operationName: undefined,
    };
    const follow = () => transport.subscribe("cases", { operation, variables: "{}" }, null, never);

    const before = follow();
    expect((await before.next()).value).toMatchObject({ data: { ticks: 1 } });
    await servers.shift()?.[Symbol.asyncDispose](); // perhaps the one that is followed
    for (let attempt = 0; ; attempt++) {
      const { value } = await follow().next();
      if (value?.data) break;
      expect(attempt).toBeLessThan(1);
    }
    await servers.shift()?.[Symbol.asyncDispose]();

    expect((await follow().next()).value?.errors?.[0]?.extensions?.code).toBe("SUBGRAPH_CONNECTION_LOST");
  });
});
