import { readFileSync } from "node:fs";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { composeFixture } from "../engine/fixtures/fixtureGraph.js";
import { ask } from "../fixtures/ask.js";
import { ProtocolClient } from "../fixtures/protocolClient.js";
import { type SubgraphServer, serveSubgraph } from "../fixtures/subgraphServer.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";
import { type RunningGateway, startGateway } from "../gateway.js";
import { fileSource } from "../supergraph/fileSource.js";
import { READ_AUDIT_ADDRESS } from "./audit/auditSubgraph.js";
import { fileAudit } from "./audit/fileAudit.js";
import { policiesFile } from "./fixtures/houseGraph.js";
import { policiesFromFile } from "./policies.js";

const person = { id: "p1", name: "张三" };
const { supergraphSdl, schemas } = composeFixture([
  {
    name: "people",
    typeDefs: `extend schema
        @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@composeDirective"])
        @link(url: "https://specs.yimen.example/access/v0.1", import: ["@personal"]) @composeDirective(name: "@personal")
      directive @personal(kind: String!) on FIELD_DEFINITION
      type Query { person: Person }
      type Subscription { seen: Person }
      type Person @key(fields: "id") { id: ID! name: String! @personal(kind: "NAME") }`,
    resolvers: {
      Query: { person: () => person },
      Subscription: {
        seen: {
          async *subscribe() {
            yield { seen: person };
          },
        },
      },
    } as never,
  },
  { name: "audit", typeDefs: readFileSync(new URL("../../audit.graphql", import.meta.url), "utf8") },
]);

const folder = temporaryFolder();
const { privateKey, publicKey } = await generateKeyPair("ES256");
let people: SubgraphServer;
let gateway: RunningGateway;
beforeAll(async () => {
  people = await serveSubgraph(schemas.people as NonNullable<(typeof schemas)[string]>);
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: "k1" }] };
  gateway = await startGateway({
    supergraph: fileSource(folder.write("supergraph.graphql", supergraphSdl)),
    port: 0,
    urlOf: (name) => (name === "audit" ? READ_AUDIT_ADDRESS : people.url),
    access: {
      callerSecret: "a-secret-that-nobody-will-ever-guess",
      keys: folder.write("jwks.json", JSON.stringify(jwks)),
      issuer: "yimen-dev",
      audience: "yimen",
    },
    policies: policiesFromFile(policiesFile),
    audit: () => fileAudit(folder.write("audit.jsonl", "")),
  });
});
afterAll(async () => {
  await gateway.stop();
  await people[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

const bearer = async (sub: string, claims: Readonly<Record<string, string>>) => {
  const token = await new SignJWT({ kind: "STAFF", ...claims })
    .setProtectedHeader({ alg: "ES256", kid: "k1" })
    .setIssuer("yimen-dev")
    .setAudience("yimen")
    .setSubject(sub)
    .setExpirationTime("1h")
    .sign(privateKey);
  return `Bearer ${token}`;
};
const officer = () => bearer("officer", { role: "WINDOW_OFFICER", scope: "personal:read" });
const supervisor = () => bearer("supervisor", { role: "SUPERVISOR" });
const AUDIT = `{ readAudit(first: 10) { nodes { caller purpose entityType entityKey field operation } hasNextPage } }`;

describe("the read audit", () => {
  it("has what was read in clear by query, event stream and websocket, for a supervisor to see (R125, R130)", async () => {
    const authorization = await officer();
    const purpose = encodeURIComponent("核对身份");

    const masked = await ask(gateway.url, { query: "{ person { name } }" }, { authorization });
    const inClear = await ask(
      gateway.url,
      { query: "{ person { name } }" },
      { authorization, "x-yimen-purpose": purpose },
    );
    const stream = await fetch(`${gateway.url}?query=subscription{seen{name}}`, {
      headers: { authorization, accept: "text/event-stream", "x-yimen-purpose": "sse" },
    });
    const events = await stream.text();
    await using client = await ProtocolClient.ready(gateway.url, { authorization, purpose: "ws" });
    client.subscribe("a", "subscription { seen { name } }");
    const event = await client.next();

    expect(masked.body.data).toEqual({ person: { name: "张*" } });
    expect(inClear.body.data).toEqual({ person: { name: "张三" } });
    expect(events).toContain("张三");
    expect(event).toMatchObject({ payload: { data: { seen: { name: "张三" } } } });
    const read = { caller: "officer", entityType: "Person", entityKey: "p1", field: "Person.name" };
    const { body } = await ask(gateway.url, { query: AUDIT }, { authorization: await supervisor() });
    expect(body).toEqual({
      data: {
        readAudit: {
          nodes: [
            { ...read, purpose: "ws", operation: "event" },
            { ...read, purpose: "sse", operation: "event" },
            { ...read, purpose: "核对身份", operation: "query" },
          ],
          hasNextPage: false,
        },
      },
    });
  });

  it("is for nobody else", async () => {
    const strangers: Record<string, string>[] = [{}, { authorization: await officer() }];
    for (const headers of strangers) {
      const { body } = await ask(gateway.url, { query: AUDIT }, headers);

      expect(body.data).toEqual({ readAudit: null });
      expect(body.errors?.[0]?.extensions?.code).toBe("UNAUTHORIZED_FIELD_OR_TYPE");
    }
  });

  it.each([
    ["a page too large", "readAudit(first: 101)", "PAGE_TOO_LARGE"],
    ["a cursor that is none", 'readAudit(after: "x")', "CURSOR_NOT_VALID"],
    ["a time that is none", 'readAudit(from: "yesterday")', "BAD_USER_INPUT"],
  ])("refuses %s", async (_, field, code) => {
    const { body } = await ask(
      gateway.url,
      { query: `{ ${field} { hasNextPage } }` },
      { authorization: await supervisor() },
    );

    expect(body.errors?.[0]?.extensions?.code).toBe(code);
  });
});

describe("personal data over a websocket", () => {
  it("is masked for the one without a purpose (R125), though another of the same caller's sockets has one", async () => {
    const authorization = await officer();
    await using plain = await ProtocolClient.ready(gateway.url, { authorization });
    await using purposeful = await ProtocolClient.ready(gateway.url, { authorization, purpose: "check" });
    for (const client of [purposeful, plain]) client.subscribe("a", "subscription { seen { name } }");

    expect(await plain.next()).toMatchObject({ payload: { data: { seen: { name: "张*" } } } });
    expect(await purposeful.next()).toMatchObject({ payload: { data: { seen: { name: "张三" } } } });
  });
});
