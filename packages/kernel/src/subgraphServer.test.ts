import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CALLER_HEADER, signCaller } from "./caller.js";
import { printFederatedSchema } from "./subgraphSchema.js";
import type { RunningServer } from "./subgraphServer.js";
import { asOfficer, batches, buildNotes, officer, SECRET, serveNotes } from "./testing/notesSubgraph.js";

let server: RunningServer;
beforeAll(async () => {
  server = await serveNotes();
});
afterAll(() => server.stop());

async function post(body: unknown, headers: Record<string, string> = {}) {
  const signed = { [CALLER_HEADER]: await asOfficer() };
  const response = await fetch(server.url, {
    method: "POST",
    headers: { "content-type": "application/json", ...signed, ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
}

describe("a subgraph over HTTP", () => {
  it("answers a signed caller", async () => {
    expect(await post({ query: "{ whoami }" })).toEqual({ status: 200, text: '{"data":{"whoami":"STAFF:s1:false"}}' });
  });

  it("refuses anybody who is not signed for it, before it looks at the request", async () => {
    for (const caller of ["", "nonsense", await signCaller(officer, "cases", SECRET)]) {
      const { status, text } = await post({ query: "{ whoami" }, { [CALLER_HEADER]: caller });
      expect(status).toBe(401);
      expect(JSON.parse(text).errors[0].extensions).toEqual({ code: "CALLER_NOT_TRUSTED" });
    }
  });

  it("says refusals and keeps bugs to itself", async () => {
    const refused = await post({ query: `mutation { fail(how: "refuse") }` });
    expect(JSON.parse(refused.text).errors[0]).toMatchObject({
      message: "已关。 Closed.",
      extensions: { code: "CLOSED" },
    });

    const broken = await post({ query: `mutation { fail(how: "bug") }` });
    expect(broken.text).not.toContain("secret detail");
    expect(JSON.parse(broken.text).errors[0].extensions.code).toBe("INTERNAL_SERVER_ERROR");
  });

  it("refuses text that cannot be stored, in variables and in the document", async () => {
    const inVariables = await post({ query: "query ($t: String!) { echo(text: $t) }", variables: { t: "a\0" } });
    const inDocument = await post({ query: '{ echo(text: "a\\u0000") }' });

    for (const { text } of [inVariables, inDocument])
      expect(JSON.parse(text).errors[0].extensions.code).toBe("TEXT_NOT_ALLOWED");
  });

  it("answers nonsense without falling over", async () => {
    for (const body of [
      "",
      "{",
      "[]",
      "null",
      '{"query":3}',
      '{"query":"{"}',
      '{"query":"{ whoami }","variables":[]}',
    ]) {
      const { status } = await post(body);
      expect([body, status < 500]).toEqual([body, true]);
    }
    expect(
      (await fetch(server.url.replace("/graphql", "/health")).then((r) => r.json() as Promise<{ now: string }>)).now,
    ).toBe("2026-03-02T01:30:00.000Z");
  });

  it("completes many references with one look", async () => {
    batches.length = 0;
    const representations = ["3", "9", "1"].map((id) => ({ __typename: "Note", id }));

    const { text } = await post({
      query: "query ($r: [_Any!]!) { _entities(representations: $r) { ... on Note { id at } } }",
      variables: { r: representations },
    });

    const at = "1970-01-01T00:00:00.000Z";
    expect(JSON.parse(text)).toEqual({ data: { _entities: [{ id: "3", at }, null, { id: "1", at }] } });
    expect(batches).toEqual([["3", "9", "1"]]);
  });
});

describe("a subgraph's schema", () => {
  it("is printed for composition, with its keys", async () => {
    const sdl = printFederatedSchema(await buildNotes());

    expect(sdl).toMatch(/type Note\s+@key\(fields: "id"/);
    expect(sdl).toContain("scalar Instant");
    expect(sdl).toContain("https://specs.apollo.dev/federation/v2.9");
  });
});
