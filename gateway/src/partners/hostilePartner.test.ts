import { setInterval } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashOf } from "../caller/keyHash.js";
import { composeFixture } from "../engine/fixtures/fixtureGraph.js";
import { ask, askByGet, codesOf } from "../fixtures/ask.js";
import { ProtocolClient } from "../fixtures/protocolClient.js";
import { serveSubgraph } from "../fixtures/subgraphServer.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";
import { type RunningGateway, startGateway } from "../gateway.js";
import { fileSource } from "../supergraph/fileSource.js";
import { aDocument } from "./fixtures/aRegistry.js";
import { documentHash } from "./registry.js";
import type { RegistryEntry } from "./registryFile.js";

const ECHO = "query Echo($text: String) { echo(text: $text) }";
const CHANGE = "mutation Change { change }";
const TICKS = "subscription Ticks { ticks }";
const BANKS_OWN = "query BanksOwn { echo }";

/** Events for as long as anybody listens: whoever joins the stream late hears of the next one. */
async function* ticks() {
  for await (const _ of setInterval(20)) yield { ticks: 1 };
}

let changes = 0;
const { supergraphSdl, schemas } = composeFixture([
  {
    name: "office",
    typeDefs: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@tag"])
      type Query @tag(name: "partner") { echo(text: String): String }
      type Mutation @tag(name: "partner") { change: Int }
      type Subscription @tag(name: "partner") { ticks: Int }`,
    resolvers: {
      Query: { echo: (_: unknown, { text }: { text?: string }) => text ?? "silence" },
      Mutation: { change: () => ++changes },
      Subscription: { ticks: { subscribe: ticks } },
    },
  },
]);

const entry = (partnerId: string, texts: readonly string[], given: Partial<RegistryEntry> = {}): RegistryEntry => ({
  partnerId,
  kind: "BANK",
  outletId: "o",
  keys: [hashOf(`key of ${partnerId}`), hashOf(`other key of ${partnerId}`)],
  documents: texts.map((text) => aDocument(text)),
  ...given,
});
const bank = entry("bank", [ECHO, CHANGE, TICKS, BANKS_OWN]);
const post = entry("post", [ECHO]);

const folder = temporaryFolder();
const write = (...partners: readonly RegistryEntry[]) => folder.write("partners.json", JSON.stringify({ partners }));
let subgraph: Awaited<ReturnType<typeof serveSubgraph>>;
let gateway: RunningGateway;
beforeAll(async () => {
  if (!schemas.office) throw new Error("The fixture has no schema.");
  subgraph = await serveSubgraph(schemas.office);
  gateway = await startGateway({
    supergraph: fileSource(folder.write("supergraph.graphql", supergraphSdl)),
    port: 0,
    urlOf: () => subgraph.url,
    access: { callerSecret: "s".repeat(32), issuer: "i", audience: "a", partnersFile: write(bank, post) },
  });
});
afterAll(async () => {
  await gateway.stop();
  await subgraph[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

const keyOf = (partnerId: string) => ({ "x-api-key": `key of ${partnerId}` });
const named = (text: string) => ({ documentId: documentHash(text) });

describe("a partner that means harm", () => {
  it("is refused another partner's document, which is answered to its owner (I-G7)", async () => {
    expect((await ask(gateway.url, named(BANKS_OWN), keyOf("bank"))).body.data).toEqual({ echo: "silence" });
    for (const send of [ask, askByGet]) {
      const answer = await send(gateway.url, named(BANKS_OWN), keyOf("post"));
      expect([answer.status, ...codesOf(answer.body)]).toEqual([403, "DOCUMENT_NOT_TRUSTED"]);
    }
  });

  it("changes nothing with GET, though the document is its own", async () => {
    const answer = await askByGet(gateway.url, named(CHANGE), keyOf("bank"));

    expect([answer.status, ...codesOf(answer.body), changes]).toEqual([405, "MUTATION_OVER_GET", 0]);
  });

  it("is refused variables beyond the size, and those that are none of the document's types", async () => {
    const variables = { text: "x".repeat(600_000) };
    const large = await ask(gateway.url, { ...named(ECHO), variables }, keyOf("bank"));
    expect([large.status, ...codesOf(large.body)]).toEqual([413, "VARIABLES_TOO_LARGE"]);

    const wrong = await ask(gateway.url, { ...named(ECHO), variables: { text: { deep: [1] } } }, keyOf("bank"));
    expect(wrong.body.data ?? null).toBeNull();
  });

  it.each(["x-forwarded-for", "x-yimen-caller", "caller"])("is nobody else by the header %s", async (header) => {
    const answer = await ask(gateway.url, named(BANKS_OWN), { ...keyOf("post"), [header]: "bank" });

    expect(codesOf(answer.body)).toEqual(["DOCUMENT_NOT_TRUSTED"]);
  });

  it("is refused with two kinds of credentials, and with its key in another place", async () => {
    expect((await ask(gateway.url, named(ECHO), { ...keyOf("bank"), authorization: "Bearer x" })).status).toBe(401);
    expect((await ask(gateway.url, named(ECHO), { authorization: "Bearer key of bank" })).status).toBe(401);
    expect((await ask(gateway.url, named(ECHO), { "x-api-key": hashOf("key of bank") })).status).toBe(401);
  });

  it("hears nothing more once its key is revoked, over an event stream and a websocket, while its other key goes on", async () => {
    const stream = await fetch(gateway.url, {
      method: "POST",
      headers: { ...keyOf("bank"), "content-type": "application/json", accept: "text/event-stream" },
      body: JSON.stringify(named(TICKS)),
    });
    const reader = (stream.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader();
    await using socket = await ProtocolClient.ready(gateway.url, { apiKey: "key of bank" });
    await using spared = await ProtocolClient.ready(gateway.url, { apiKey: "other key of bank" });
    const message = { id: "a", type: "subscribe", payload: { query: "", ...named(TICKS) } };
    socket.send(message);
    spared.send(message);
    for (const client of [socket, spared]) expect(await client.next()).toMatchObject({ type: "next" });
    expect((await reader.read()).value).toContain("ticks");

    write({ ...bank, keys: [hashOf("other key of bank")] }, post);

    expect(await socket.closed).toEqual({ code: 4403, reason: "Forbidden: API_KEY_INVALID" });
    for (let read = await reader.read(); !read.done; read = await reader.read()); // it ends
    expect((await ask(gateway.url, named(ECHO), keyOf("bank"))).status).toBe(401);
    spared.send({ id: "b", type: "subscribe", payload: { query: "", ...named(ECHO) } });
    let answer = await spared.next();
    while (answer?.id !== "b") answer = await spared.next();
    expect(answer).toMatchObject({ type: "next", payload: { data: { echo: "silence" } } });
  });
});
