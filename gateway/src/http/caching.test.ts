import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { composeFixture } from "../engine/fixtures/fixtureGraph.js";
import { ask, askByGet } from "../fixtures/ask.js";
import { serveSubgraph } from "../fixtures/subgraphServer.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";
import { type RunningGateway, startGateway } from "../gateway.js";
import { documentHash } from "../partners/registry.js";
import { fileSource } from "../supergraph/fileSource.js";

const { supergraphSdl, schemas } = composeFixture([
  {
    name: "office",
    typeDefs: `extend schema
        @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@composeDirective", "@authenticated"])
        @link(url: "https://specs.yimen.example/access/v0.1", import: ["@personal", "@guessable"])
        @composeDirective(name: "@personal") @composeDirective(name: "@guessable")
      directive @personal(kind: String!) on FIELD_DEFINITION
      directive @guessable(by: String!) on FIELD_DEFINITION
      type Query {
        hours: String
        failing: String
        phone: String @personal(kind: "PHONE")
        inside: String @authenticated
        progress(no: String!, secret: String!): String @guessable(by: "no")
      }
      type Mutation { change: String }`,
    resolvers: {
      Query: {
        hours: () => "8:30",
        failing: () => {
          throw new Error("no");
        },
        phone: () => "1",
        inside: () => "in",
        progress: () => "far",
      },
    },
  },
]);

const folder = temporaryFolder();
let subgraph: Awaited<ReturnType<typeof serveSubgraph>>;
let gateway: RunningGateway;
beforeAll(async () => {
  if (!schemas.office) throw new Error("The fixture has no schema.");
  subgraph = await serveSubgraph(schemas.office);
  const supergraph = fileSource(folder.write("supergraph.graphql", supergraphSdl));
  gateway = await startGateway({ supergraph, port: 0, urlOf: () => subgraph.url });
});
afterAll(async () => {
  await gateway.stop();
  await subgraph[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

const named = (query: string) => ({
  extensions: { persistedQuery: { version: 1, sha256Hash: documentHash(query) } },
});

/** Teaches the gateway the text, then asks by its hash. */
async function cacheControl(query: string, headers: Record<string, string> = {}): Promise<string | null> {
  await ask(gateway.url, { query, ...named(query) });
  return (await askByGet(gateway.url, named(query), headers)).headers.get("cache-control");
}

describe("an answer asked for by hash with GET", () => {
  it("may be kept by caches when it is the same for everybody", async () => {
    await ask(gateway.url, { query: "{ hours }", ...named("{ hours }") });
    const { headers, body } = await askByGet(gateway.url, named("{ hours }"));

    expect(body.data).toEqual({ hours: "8:30" });
    expect(headers.get("cache-control")).toBe("public, max-age=10, stale-while-revalidate=60");
    expect(headers.get("vary")?.toLowerCase()).toContain("accept, authorization, x-api-key");
  });

  it("is not sent again to whoever has it, and is when it has changed", async () => {
    await ask(gateway.url, { query: "{ hours }", ...named("{ hours }") });
    const search = new URLSearchParams({ documentId: documentHash("{ hours }") });
    const get = (etag: string) => fetch(`${gateway.url}?${search}`, { headers: { "if-none-match": etag } });
    const etag = (await get("")).headers.get("etag") ?? "";

    for (const given of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await get(given);
      expect([again.status, again.headers.get("etag"), await again.text()]).toEqual([304, etag, ""]);
      expect(again.headers.get("cache-control")).toContain("public");
    }
    expect((await get('"other"')).status).toBe(200);
  });

  it.each([
    ["reads what is personal", "{ hours phone }"],
    ["reads what is for some only", "{ hours inside }"],
    ["hangs on a secret", '{ progress(no: "1", secret: "2") }'],
    ["hangs on a secret, in a fragment", '{ ...F } fragment F on Query { progress(no: "1", secret: "2") }'],
    ["has errors", "{ failing }"],
  ])("is not kept when it %s", async (_, query) => {
    expect(await cacheControl(query)).toBe("no-store");
  });

  it("is not kept when somebody showed who they are", async () => {
    expect(await cacheControl("{ hours }", { authorization: "Bearer abc" })).toBe("no-store");
  });
});

describe("any other answer", () => {
  it("is not kept: neither a POST's, nor one to free text, nor that a hash is unknown", async () => {
    const answers = await Promise.all([
      ask(gateway.url, { query: "{ hours }", ...named("{ hours }") }),
      askByGet(gateway.url, { query: "{ hours }" }),
      askByGet(gateway.url, named("{ __typename hours }")),
    ]);

    expect(answers.map(({ headers }) => headers.get("cache-control"))).toEqual(["no-store", "no-store", "no-store"]);
  });
});
