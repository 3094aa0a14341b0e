import { describe, expect, it } from "vitest";
import { listen } from "../fixtures/listening.js";
import { plainEngine } from "../fixtures/plainEngine.js";
import { createTicker } from "../fixtures/ticker.js";

async function* parts() {
  yield '{"data":{"a":1},"hasNext":true}';
  yield '{"incremental":[{"data":{"b":2},"path":[]}],"hasNext":false}';
}

const ask = (url: string, accept: string) =>
  fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", accept },
    body: JSON.stringify({ query: "{ hello }" }),
  });

describe("a deferred answer", () => {
  const engine = plainEngine(createTicker().schema);
  const deferring = {
    ...engine,
    execute: async (request: Parameters<typeof engine.execute>[0]) =>
      request.acceptsDefer ? ({ kind: "multipart", parts: parts() } as const) : engine.execute(request),
  };

  it("is sent part by part to a client that takes parts", async () => {
    await using server = await listen({ engine: () => deferring });

    const response = await ask(server.url, "multipart/mixed;deferSpec=20220824, application/json");

    expect(response.headers.get("content-type")).toBe('multipart/mixed; boundary="-"; deferSpec=20220824');
    expect(await response.text()).toBe(
      [
        "\r\n---",
        'content-type: application/json; charset=utf-8\r\n\r\n{"data":{"a":1},"hasNext":true}',
        "---",
        'content-type: application/json; charset=utf-8\r\n\r\n{"incremental":[{"data":{"b":2},"path":[]}],"hasNext":false}',
        "-----\r\n",
      ].join("\r\n"),
    );
  });

  it("is whole for any other client", async () => {
    await using server = await listen({ engine: () => deferring });

    const response = await ask(server.url, "application/json");

    expect(await response.json()).toEqual({ data: { hello: "hello world" } });
  });
});
