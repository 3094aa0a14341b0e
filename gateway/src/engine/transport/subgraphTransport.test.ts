import type { RequestListener } from "node:http";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { SubgraphServer } from "../fixtures/subgraphServer.js";
import type { SubgraphOperation } from "../subgraphClient.js";
import { SubgraphTransport } from "./subgraphTransport.js";
import type { TransportSettings } from "./transportSettings.js";

const query: SubgraphOperation = { kind: "query", query: "{ a }", operationName: "A" };
const mutation: SubgraphOperation = { kind: "mutation", query: "mutation { a }", operationName: undefined };
const never = new AbortController().signal;

const over = (url: string, settings: Partial<TransportSettings<string>> = {}) =>
  new SubgraphTransport<string>({ urlOf: () => url, timeoutMs: 300, ...settings });

const send = (transport: SubgraphTransport<string>, operation = query, signal = never) =>
  transport.fetch("cases", { operation, variables: `{"x":1}` }, "caller", signal);

const codeOf = async (answer: ReturnType<typeof send>) => (await answer).errors?.[0]?.extensions?.code;

describe("fetching from a subgraph", () => {
  it("sends the operation with what the caller brings, over connections that stay open", async () => {
    await using server = await SubgraphServer.listening(() => `{"data":{"a":1}}`);
    await using transport = over(server.url, { headers: (caller) => ({ "x-caller": caller }) });

    expect(await send(transport)).toMatchObject({ data: { a: 1 } });
    for (let at = 0; at < 5; at++) await send(transport);

    expect(JSON.parse(server.bodies[0] ?? "")).toEqual({ query: "{ a }", operationName: "A", variables: { x: 1 } });
    expect(server.headers[0]).toMatchObject({ "x-caller": "caller", "content-type": "application/json" });
    expect(server.connections).toBeLessThanOrEqual(2);
  });

  it.each<[string, RequestListener | string, string]>([
    [
      "a page",
      (_, response) => void response.setHeader("content-type", "text/html").end("<html>"),
      "SUBGRAPH_BAD_ANSWER",
    ],
    [
      "half a body",
      (_, response) => {
        response.setHeader("content-length", 99);
        response.write(`{"da`, () => response.destroy());
      },
      "SUBGRAPH_BAD_ANSWER",
    ],
    ["half a JSON", `{"data":{"a":`, "SUBGRAPH_BAD_ANSWER"],
    ["a list", "[]", "SUBGRAPH_BAD_ANSWER"],
    ["neither data nor errors", "{}", "SUBGRAPH_BAD_ANSWER"],
    ["data that is a text", `{"data":"a"}`, "SUBGRAPH_BAD_ANSWER"],
    ["errors that are a text", `{"data":{},"errors":"no"}`, "SUBGRAPH_BAD_ANSWER"],
    ["nothing in time", () => {}, "SUBGRAPH_TIMEOUT"],
    ["too much", `{"data":{"a":"${"x".repeat(3_000)}"}}`, "SUBGRAPH_ANSWER_TOO_LARGE"],
    [
      "a bomb",
      (_, response) => void response.setHeader("content-encoding", "gzip").end(gzipSync("x".repeat(100_000))),
      "SUBGRAPH_ANSWER_TOO_LARGE",
    ],
    [
      "damaged gzip",
      (_, response) => void response.setHeader("content-encoding", "gzip").end("gzip?"),
      "SUBGRAPH_BAD_ANSWER",
    ],
  ])("takes %s for a fault", async (_, answer, code) => {
    await using server = await SubgraphServer.listening(() => answer);
    await using transport = over(server.url, { maxAnswerBytes: 2_000 });

    expect(await codeOf(send(transport))).toBe(code);
  });

  it.each([
    ["gzip", gzipSync],
    ["br", brotliCompressSync],
  ])("reads %s", async (encoding, compress) => {
    const text = `{"data":{"a":"一门"}}`;
    await using server = await SubgraphServer.listening(
      () => (_, response) => void response.setHeader("content-encoding", encoding).end(compress(text)),
    );
    await using transport = over(server.url);

    expect(await send(transport)).toMatchObject({ data: { a: "一门" } });
  });

  it("keeps GraphQL errors that come with an HTTP error, each in its proper shape", async () => {
    const body = `{"errors":[{"message":"no","extensions":{"code":"CALLER_NOT_TRUSTED"}},{"message":7,"path":"x"},null]}`;
    await using server = await SubgraphServer.listening(() => (_, response) => void response.writeHead(401).end(body));
    await using transport = over(server.url);

    expect((await send(transport)).errors).toEqual([
      { message: "no", extensions: { code: "CALLER_NOT_TRUSTED" } },
      { message: "" },
      { message: "" },
    ]);
  });

  it("repeats a query whose connection breaks, never a mutation that may have arrived", async () => {
    let left = 1;
    await using server = await SubgraphServer.listening(
      () => (request, response) => void (left-- > 0 ? request.socket.destroy() : response.end(`{"data":{"a":1}}`)),
    );
    await using transport = over(server.url);

    expect(await send(transport)).toMatchObject({ data: { a: 1 } });
    left = 1;
    expect(await codeOf(send(transport, mutation))).toBe("SUBGRAPH_UNREACHABLE");
    expect(server.bodies).toHaveLength(3);
  });

  it("gives a subgraph that keeps failing a rest, and finds it again without a restart", async () => {
    const server = await SubgraphServer.listening(() => `{"data":{"a":1}}`);
    const { port } = server;
    await using transport = over(server.url, { retries: 0, breaker: { faults: 3, restMs: 60, longestRestMs: 60 } });
    await send(transport);
    await server[Symbol.asyncDispose]();

    const codes = [];
    for (let at = 0; at < 5; at++) codes.push(await codeOf(send(transport)));
    expect(codes).toEqual([...Array(3).fill("SUBGRAPH_UNREACHABLE"), ...Array(2).fill("SUBGRAPH_RESTING")]);

    await using _again = await SubgraphServer.listening(() => `{"data":{"a":2}}`, port);
    await expect.poll(() => send(transport)).toMatchObject({ data: { a: 2 } });
  });

  it("gives the fetch up when nobody waits for it", async () => {
    const leaving = new AbortController();
    let closed: () => void = () => {};
    const gone = new Promise<void>((resolve) => {
      closed = resolve;
    });
    await using server = await SubgraphServer.listening(() => (request) => {
      request.socket.on("close", closed);
      leaving.abort(new Error("gone"));
    });
    await using transport = over(server.url, { timeoutMs: 10_000 });

    await expect(send(transport, query, leaving.signal)).rejects.toThrow("gone");
    await gone;
  });

  it("reports every fetch", async () => {
    const reports: unknown[] = [];
    await using server = await SubgraphServer.listening(() => `{"data":{"a":1}}`);
    await using transport = over(server.url, {
      onFetch: (report, caller) => reports.push({ ...report, caller, milliseconds: 0 }),
    });
    await send(transport);

    expect(reports).toEqual([
      { subgraph: "cases", caller: "caller", milliseconds: 0, answerCharacters: 16, fault: undefined },
    ]);
  });
});
