import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ProtocolClient } from "../fixtures/protocolClient.js";
import { type RunningLibrary, startLibrary } from "../fixtures/runningLibrary.js";

let running: RunningLibrary;
beforeAll(async () => {
  running = await startLibrary({ introspection: false });
});
afterAll(() => running[Symbol.asyncDispose]());

const post = async (query: string, accept: string) => {
  const headers = { "content-type": "application/json", accept };
  const response = await fetch(running.url, { method: "POST", headers, body: JSON.stringify({ query }) });
  return response.text();
};
const get = async (query: string, accept: string) =>
  (await fetch(`${running.url}?query=${encodeURIComponent(query)}`, { headers: { accept } })).text();

/** Every way in, and what comes back as text. */
const ways: Readonly<Record<string, (query: string) => Promise<string>>> = {
  "a POST": (query) => post(query, "application/json"),
  "a GET": (query) => get(query, "application/graphql-response+json"),
  "an event stream by POST": (query) => post(query, "text/event-stream"),
  "an event stream by GET": (query) => get(query, "text/event-stream"),
  async "a websocket"(query) {
    await using client = await ProtocolClient.ready(running.url);
    client.subscribe("a", query);
    return JSON.stringify(await client.next());
  },
};

describe.each(Object.entries(ways))("by %s a stranger", (_, ask) => {
  it.each([
    "{ __schema { types { name } } }",
    '{ __type(name: "Book") { name } }',
    "{ ...F } fragment F on Query { a: __schema { description } }",
  ])("cannot introspect: %s", async (query) => {
    const answer = await ask(query);

    expect(answer).toContain("INTROSPECTION_DISABLED");
    expect(answer).not.toContain("Book");
  });

  it.each([
    "{ book { id } }",
    "{ books { titel } }",
    "{ books { ... on Bok { id } } }",
    "query ($a: Strin) { books { id } }",
  ])("is suggested nothing: %s", async (query) => {
    const answer = await ask(query);

    expect(answer).toContain("GRAPHQL_VALIDATION_FAILED");
    expect(answer).not.toMatch(/did you mean/i);
  });

  it("still learns the type of what it has", async () => {
    expect(await ask("{ books { __typename } }")).toContain("Book");
  });
});
