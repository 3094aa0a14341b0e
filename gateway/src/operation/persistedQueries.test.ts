import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, askByGet, codesOf } from "../fixtures/ask.js";
import { type Listening, listen } from "../fixtures/listening.js";

const named = (query: string, sha256Hash = createHash("sha256").update(query).digest("hex")) => ({
  persistedQuery: { version: 1, sha256Hash },
});

let server: Listening;
beforeAll(async () => {
  server = await listen();
});
afterAll(() => server.stop());

describe("a persisted query", () => {
  it("is asked for with its text once, then by its hash, by GET too", async () => {
    const query = "query Once { hello }";
    const extensions = named(query);

    const unknown = await askByGet(server.url, { extensions });
    const learned = await ask(server.url, { query, extensions });
    const known = await askByGet(server.url, { extensions, operationName: "Once" });

    expect([unknown.status, ...codesOf(unknown.body)]).toEqual([200, "PERSISTED_QUERY_NOT_FOUND"]);
    expect(unknown.body.errors?.[0]?.message).toBe("PersistedQueryNotFound"); // what clients look for
    expect(learned.body).toEqual({ data: { hello: "hello world" } });
    expect(known.body).toEqual(learned.body);
  });

  it.each([
    ["a hash of another text", { query: "{ hello }", extensions: named("{ other }") }],
    ["no hash", { query: "{ hello }", extensions: named("{ hello }", "abc") }],
    ["another version", { query: "{ hello }", extensions: { persistedQuery: { version: 2, sha256Hash: "a" } } }],
  ])("is refused with %s", async (_, request) => {
    const answer = await ask(server.url, request);

    expect([answer.status, ...codesOf(answer.body)]).toEqual([400, "BAD_REQUEST"]);
  });
});
