import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { type GraphQLSchema, OperationTypeNode, parse, validate } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashOf } from "../caller/keyHash.js";
import { createEngines } from "../engine/createEngine.js";
import { randomOperation } from "../engine/fixtures/randomOperation.js";
import { type Answer, ask, askByGet } from "../fixtures/ask.js";
import { ProtocolClient } from "../fixtures/protocolClient.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";
import { type RunningGateway, startGateway } from "../gateway.js";
import { fileSource } from "../supergraph/fileSource.js";
import { contractOf } from "./contract.js";
import { aDocument } from "./fixtures/aRegistry.js";
import { partnerKinds } from "./partner.js";
import { documentHash } from "./registry.js";
import type { RegistryFile } from "./registryFile.js";

const supergraphFile = new URL("../../supergraph.graphql", import.meta.url);
const supergraphSdl = readFileSync(supergraphFile, "utf8");
const { QUERY, MUTATION, SUBSCRIPTION } = OperationTypeNode;

/** What somebody who got hold of the registry, or erred in it, might have registered. */
const written: readonly string[] = [
  "{ _entities(representations: []) { __typename } }",
  "{ _service { sdl } }",
  "query ($id: ID!) { case(id: $id) { caseNo } }",
  "{ outlet(id: 1) { ...F } } fragment F on Outlet { name vacancies { since } }",
  "{ outlet(id: 1) { ... on Outlet @include(if: false) { posts { id } } } }",
  "{ outlet(id: 1) { parent { name } } }",
  "{ outlets { ... { ... on Outlet { windows { id } } } } }",
  "mutation { locateOutlet(input: {clientMutationId: 1, outletId: 1}) { id } }",
  'subscription { caseEvents(outletId: "1") { cursor } }',
];

/** Operations over the whole graph of which something is not in the contract. */
function generated(whole: GraphQLSchema, contract: GraphQLSchema): readonly string[] {
  const sources = fc.sample(
    fc
      .tuple(fc.infiniteStream(fc.nat()), fc.constantFrom(QUERY, QUERY, MUTATION, SUBSCRIPTION))
      .map(
        ([numbers, kind]) => randomOperation(whole, (below) => (numbers.next().value ?? 0) % below, { kind }).source,
      ),
    { numRuns: 120, seed: 20_260_302 },
  );
  return [...new Set(sources)].filter((source) => {
    const document = parse(source);
    const operation = document.definitions.find((node) => node.kind === "OperationDefinition");
    return validate(contract, document).length > 0 || !contract.getRootType(operation?.operation ?? QUERY);
  });
}

const folder = temporaryFolder();
const fetched: string[] = [];
let departments: Server;
let gateway: RunningGateway;
let beyond: readonly string[];
beforeAll(async () => {
  departments = createServer((request, response) => {
    fetched.push(request.url ?? "");
    response.setHeader("content-type", "application/json").end(JSON.stringify({ data: { outlet: null } }));
  }).listen(0, "127.0.0.1");
  departments.on("upgrade", (request, socket) => {
    fetched.push(request.url ?? "");
    socket.destroy();
  });
  await once(departments, "listening");
  const { whole } = await createEngines<null>({ supergraphSdl, client: {} as never });
  beyond = [...written, ...generated(whole.schema, contractOf(parse(supergraphSdl), whole.schema, "partner"))];
  await whole.close();

  const documents = [...beyond, WITHIN].map((text) => aDocument(text));
  const registry: RegistryFile = {
    partners: partnerKinds.map((kind) => {
      return {
        partnerId: kind,
        kind,
        outletId: `outlet-${kind}`,
        scopes: ["partner"],
        keys: [hashOf(`key of ${kind}`)],
        documents,
      };
    }),
  };
  gateway = await startGateway({
    supergraph: fileSource(supergraphFile.pathname),
    port: 0,
    urlOf: () => `http://127.0.0.1:${(departments.address() as AddressInfo).port}/graphql`,
    access: {
      callerSecret: "s".repeat(32),
      issuer: "i",
      audience: "a",
      partnersFile: folder.write("partners.json", JSON.stringify(registry)),
    },
    introspection: false,
  });
}, 60_000);
afterAll(async () => {
  await gateway.stop();
  departments.close();
  folder[Symbol.dispose]();
});

const WITHIN = "query Within { outlet(id: 1) { name } }";

/** Asks for a registered document in every way there is. */
async function* answersTo(text: string, key: string): AsyncGenerator<Answer> {
  const headers = { "x-api-key": key };
  const named = { documentId: documentHash(text) };
  yield (await ask(gateway.url, named, headers)).body;
  yield (await ask(gateway.url, { query: text }, headers)).body;
  yield (await askByGet(gateway.url, named, headers)).body;
  const stream = await fetch(gateway.url, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json", accept: "text/event-stream" },
    body: JSON.stringify(named),
  });
  const told = /\{.*\}/.exec(await stream.text())?.[0];
  yield JSON.parse(told ?? "{}");
}

async function overSocket(texts: readonly string[], key: string): Promise<readonly unknown[]> {
  await using client = await ProtocolClient.ready(gateway.url, { apiKey: key });
  const kinds = [];
  for (const text of texts) {
    client.send({ id: "a", type: "subscribe", payload: { query: "", documentId: documentHash(text) } });
    kinds.push((await client.next())?.type);
  }
  return kinds;
}

describe.each(partnerKinds)(
  "a partner of kind %s, even with documents registered that go beyond the contract",
  (kind) => {
    const key = `key of ${kind}`;

    it("is told nothing by any of them, in no way of asking, and no department hears of it", async () => {
      fetched.length = 0;
      expect(beyond.length).toBeGreaterThan(100);
      const some = beyond.filter(
        (_, index) => index < written.length || index % partnerKinds.length === partnerKinds.indexOf(kind),
      );

      for (const text of some) {
        for await (const { data, errors = [] } of answersTo(text, key)) {
          expect(data ?? null, text).toBeNull();
          expect(errors.length, text).toBeGreaterThan(0);
        }
      }
      expect(new Set(await overSocket(some, key))).toEqual(new Set(["error"]));
      expect(fetched).toEqual([]);
    });

    it("is answered by one within it", async () => {
      fetched.length = 0;

      expect((await ask(gateway.url, { documentId: documentHash(WITHIN) }, { "x-api-key": key })).body.data).toEqual({
        outlet: null,
      });
      expect(fetched).toHaveLength(1);
    });
  },
);
