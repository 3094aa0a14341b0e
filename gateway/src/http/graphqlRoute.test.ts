import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answer, ask, askByGet, codesOf, statusOfGet } from "../fixtures/ask.js";
import { type Listening, listen } from "../fixtures/listening.js";
import { plainEngine } from "../fixtures/plainEngine.js";
import { defaultLimits } from "../limits/limits.js";

let server: Listening;
beforeAll(async () => {
  server = await listen({
    errors: { verbose: false },
    limits: { ...defaultLimits, bodyBytes: 20_000, variablesBytes: 1_000 },
  });
});
afterAll(() => server.stop());

describe("a request", () => {
  it("is answered with the result of the operation it names", async () => {
    const query = "query A { a: hello } query B($name: String) { b: hello(name: $name) }";

    const { body } = await ask(server.url, { query, operationName: "B", variables: { name: "you" } });

    expect(body).toEqual({ data: { b: "hello you" } });
  });

  it("may be a GET with its variables as JSON", async () => {
    const params = { query: "query ($name: String) { hello(name: $name) }", variables: { name: "you" } };

    expect((await askByGet(server.url, params)).body).toEqual({ data: { hello: "hello you" } });
  });

  it("is known by the same id to the client and to the log", async () => {
    const given = await ask(server.url, { query: "{ hello }" }, { "x-request-id": "from-the-proxy-7" });
    const made = await ask(server.url, { query: "{ hello }" }, { "x-request-id": "<script>" });

    expect(given.headers.get("x-request-id")).toBe("from-the-proxy-7");
    expect(made.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("is refused when its bytes are not UTF-8, rather than read with letters replaced", async () => {
    const body = Buffer.concat([Buffer.from('{"query":"{ hello(name: \\"'), Buffer.of(0xff), Buffer.from('\\") }"}')]);

    const response = await fetch(server.url, { method: "POST", headers: { "content-type": "application/json" }, body });

    expect(response.status).toBe(400);
    expect(codesOf((await response.json()) as Answer)).toEqual(["BAD_REQUEST"]);
  });

  it.each([
    ["a body that is no JSON", 400, "BAD_REQUEST", "{"],
    ["a body that is no object", 400, "BAD_REQUEST", "7"],
    ["a batch", 400, "BATCHING_NOT_SUPPORTED", [{ query: "{ hello }" }]],
    ["no query", 400, "BAD_REQUEST", {}],
    ["a subscription without a stream", 406, "SUBSCRIPTION_NEEDS_STREAM", { query: "subscription { ticks }" }],
    ["a body beyond its limit", 413, "BODY_TOO_LARGE", { query: `{ hello } ${"#".repeat(20_000)}` }],
    [
      "variables beyond their limit",
      413,
      "VARIABLES_TOO_LARGE",
      { query: "{ hello }", variables: { a: "a".repeat(2_000) } },
    ],
  ])("is refused for %s", async (_, status, code, body) => {
    const answer = await ask(server.url, body);

    expect([answer.status, ...codesOf(answer.body)]).toEqual([status, code]);
  });

  it.each([
    ["PUT", 405, "METHOD_NOT_ALLOWED"],
    ["DELETE", 405, "METHOD_NOT_ALLOWED"],
  ])("is refused by %s", async (method, status, code) => {
    const response = await fetch(server.url, { method });

    expect(response.headers.get("allow")).toBe("GET, POST");
    expect([response.status, ...codesOf((await response.json()) as Answer)]).toEqual([status, code]);
  });

  it("is given up when the client goes away", async () => {
    const asked = Promise.withResolvers<AbortSignal>();
    const engine = plainEngine(server.ticker.schema);
    const execute: typeof engine.execute = ({ signal }) => {
      if (signal) asked.resolve(signal);
      return new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
    };
    await using endless = await listen({ engine: () => ({ ...engine, execute }) });
    const leaving = new AbortController();
    const answer = fetch(`${endless.url}?query={hello}`, { signal: leaving.signal });
    const signal = await asked.promise;

    leaving.abort();

    await expect(answer).rejects.toThrow("aborted");
    if (!signal.aborted) await once(signal, "abort");
  });

  it("may not change anything by GET", async () => {
    const answer = await askByGet(server.url, { query: 'mutation { shout(text: "a") }' });

    expect(answer.headers.get("allow")).toBe("POST");
    expect([answer.status, ...codesOf(answer.body)]).toEqual([405, "MUTATION_OVER_GET"]);
  });

  it.each(["image/png", "application/json;charset=utf-16", "application/json;q=0"])(
    "is refused when it accepts only %s",
    async (accept) => {
      const answer = await ask(server.url, { query: "{ hello }" }, { accept });

      expect([answer.status, ...codesOf(answer.body)]).toEqual([406, "NOT_ACCEPTABLE"]);
    },
  );

  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])(
    "is refused as %s, which a foreign page can send unasked",
    async (type) => {
      const answer = await ask(server.url, { query: "{ hello }" }, { "content-type": type });

      expect([answer.status, ...codesOf(answer.body)]).toEqual([415, "UNSUPPORTED_MEDIA_TYPE"]);
    },
  );

  it("is refused for a body beyond its limit that did not say how long it would be", async () => {
    const pieces = Array.from({ length: 30 }, () => Buffer.alloc(1_000, " "));
    const headers = { "content-type": "application/json", connection: "close" };
    const sent = request(server.url, { method: "POST", headers });
    sent.on("error", () => {}); // the rest is not read
    for (const piece of pieces) sent.write(piece);
    sent.end();

    const [response] = (await once(sent, "response")) as [IncomingMessage];

    expect([response.statusCode, await text(response)]).toEqual([413, expect.stringContaining("BODY_TOO_LARGE")]);
  });

  it("is refused compressed, since a small body could then stand for a huge one", async () => {
    const answer = await ask(server.url, { query: "{ hello }" }, { "content-encoding": "gzip" });

    expect([answer.status, ...codesOf(answer.body)]).toEqual([415, "UNSUPPORTED_MEDIA_TYPE"]);
    expect(answer.headers.get("accept-encoding")).toBe("identity");
  });

  it("is refused as a GET that a foreign page caused", async () => {
    const foreign = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" };

    const answer = await askByGet(server.url, { query: "{ hello }" }, { "content-type": "text/plain" });
    const image = await statusOfGet(`${server.url}?query={hello}`, foreign);

    expect([answer.status, ...codesOf(answer.body)]).toEqual([403, "CSRF_PREVENTION"]);
    expect(image).toBe(403);
  });

  it.each([
    ["{", "GRAPHQL_PARSE_FAILED"],
    ["{ nothing }", "GRAPHQL_VALIDATION_FAILED"],
  ])("whose document is wrong (%s) is told so by code %s", async (query, code) => {
    expect(codesOf((await ask(server.url, { query })).body)).toEqual([code]);
  });

  it("hides from strangers what validation suggests", async () => {
    const { body } = await ask(server.url, { query: "{ helo }" });

    expect(body.errors?.[0]?.message).toBe('Cannot query field "helo" on type "Query".');
  });
});

describe("answers", () => {
  it("carry security headers and no word on what serves them", async () => {
    const { headers } = await ask(server.url, { query: "{ hello }" });

    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("strict-transport-security")).toMatch(/^max-age=\d+$/);
    expect(headers.get("x-powered-by")).toBeNull();
    expect(headers.get("access-control-allow-origin")).toBeNull();
  });

  it("may be read by pages of the origins that were named", async () => {
    await using friendly = await listen({ origins: ["https://bank.example"] });
    const from = (origin: string) => ask(friendly.url, { query: "{ hello }" }, { origin });

    expect((await from("https://bank.example")).headers.get("access-control-allow-origin")).toBe(
      "https://bank.example",
    );
    expect((await from("https://evil.example")).headers.get("access-control-allow-origin")).toBeNull();
  });
});

describe("stopping", () => {
  it("lets a running request end", async () => {
    const stoppable = await listen();
    const answer = ask(stoppable.url, { query: "{ slow }" });
    await stoppable.ticker.slowAsked;

    await stoppable.stop();

    expect((await answer).body).toEqual({ data: { slow: "at last" } });
    await expect(ask(stoppable.url, { query: "{ hello }" })).rejects.toThrow();
  });
});
