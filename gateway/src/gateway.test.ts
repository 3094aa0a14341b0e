import { mkdirSync } from "node:fs";
import { connect } from "node:net";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { callerVerifier } from "@yimen/kernel/caller";
import { createClient } from "graphql-ws";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { ask, codesOf } from "./fixtures/ask.js";
import { type RunningLibrary, startLibrary } from "./fixtures/runningLibrary.js";
import { temporaryFolder } from "./fixtures/temporaryFolder.js";

let running: RunningLibrary;
beforeAll(async () => {
  running = await startLibrary();
});
afterAll(() => running[Symbol.asyncDispose]());

const query = (text: string, headers = {}) => ask(running.url, { query: text }, headers);

describe("the gateway", () => {
  it("answers one query from several subgraphs", async () => {
    const { body } = await query("{ books { title copies } }");

    expect(body).toEqual({ data: { books: [{ title: "红楼梦", copies: 3 }] } });
  });

  it("gives a subscription's events with fields of other subgraphs", async () => {
    const client = createClient({ url: running.url.replace("http", "ws"), webSocketImpl: WebSocket });
    const events = client.iterate({ query: "subscription { lent { title copies } }" });
    const first = events.next();
    await expect.poll(() => running.library.lendings.size).toBe(1);

    running.library.lend("西游记");

    expect((await first).value).toEqual({ data: { lent: { title: "西游记", copies: 3 } } });
    await events.return?.();
    await expect.poll(() => running.library.lendings.size).toBe(0);
    await client.dispose();
  });

  it("answers what is deferred in one piece otherwise", async () => {
    const { body } = await query("{ books { title ... @defer { copies } } }");

    expect(body).toEqual({ data: { books: [{ title: "红楼梦", copies: 3 }] } });
  });

  it("says at /health which subgraphs answer", async () => {
    const health = await fetch(new URL("/health", running.url));

    expect(await health.json()).toEqual({
      status: "ok",
      now: expect.stringMatching(/Z$/),
      subgraphs: { books: "up", stock: "up" },
    });
  });

  it("shows a person where to go", async () => {
    const page = await fetch(new URL("/", running.url));

    expect(page.headers.get("content-security-policy")).toContain("script-src 'self'");
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(await page.text()).toContain('href="/board/"');
  });
});

/** What a GET of that path is answered; `fetch` would put it right first. */
async function pathAsIs(url: string, path: string): Promise<string> {
  const { port, hostname } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.write(`GET ${path} HTTP/1.1\r\nhost: gateway\r\nconnection: close\r\n\r\n`);
  return text(socket);
}

describe("the status board", () => {
  it("is served at /board/ when it was built", async () => {
    using folder = temporaryFolder();
    const built = dirname(folder.write("index.html", "<title>大屏</title>"));
    await using running = await startLibrary({ board: built });

    const page = await fetch(new URL("/board?outlet=taoshan-hall", running.url));

    expect(page.url).toBe(new URL("/board/?outlet=taoshan-hall", running.url).href);
    expect(await page.text()).toBe("<title>大屏</title>");
  });

  it.each(["/board/%2e%2e/secret.txt", "/board/%00", "/board/..%2fsecret.txt"])(
    "is not the way to other files, nor to a fault of ours: %s",
    async (path) => {
      using folder = temporaryFolder();
      folder.write("secret.txt", "secret");
      const built = join(dirname(folder.write("index.html", "")), "built");
      mkdirSync(built);
      await using running = await startLibrary({ board: built });

      const answer = await pathAsIs(running.url, path);

      expect(answer).toMatch(/^HTTP\/1\.1 4\d\d/);
      expect(answer).toMatch(/NOT_FOUND|BAD_REQUEST/);
    },
  );

  it("is not found otherwise", async () => {
    expect((await fetch(new URL("/board/", running.url))).status).toBe(404);
  });
});

describe("an error of a subgraph", () => {
  it("with a code of its own reaches the client as it is", async () => {
    const { body } = await query("{ refuse }");

    expect(body.errors).toEqual([
      {
        message: "已借出。 Lent out.",
        path: ["refuse"],
        extensions: { code: "BOOK_LENT", rule: { id: "R001" }, service: "books" },
      },
    ]);
  });

  it("that nobody foresaw is told in the log only, under the id the client gets", async () => {
    const { body, headers } = await query("{ fail }");
    const requestId = headers.get("x-request-id");

    expect(body.errors).toEqual([
      {
        message: expect.stringContaining("Unexpected error"),
        path: ["fail"],
        extensions: { code: "INTERNAL_SERVER_ERROR", requestId, service: "books" },
      },
    ]);
    expect(JSON.stringify(body)).not.toContain("10.0.0.7");
    expect(await running.logged("10.0.0.7")).toContain(`"requestId":"${requestId}"`);
  });
});

describe("what subgraphs get to see", () => {
  const seen = async (headers: Readonly<Record<string, string>>, at = running) => {
    const { body } = await ask(at.url, { query: "{ seen }" }, headers);
    return JSON.parse(String(body.data?.seen)) as Record<string, string>;
  };

  it("is the client's Authorization, when the gateway is open", async () => {
    expect(await seen({ authorization: "Bearer of-the-client" })).toMatchObject({
      authorization: "Bearer of-the-client",
    });
  });

  it("is a signed caller and no token, when callers are recognised", async () => {
    const callerSecret = "a-secret-that-nobody-will-ever-guess";
    await using guarded = await startLibrary({ access: { callerSecret, issuer: "i", audience: "a" } });

    const headers = await seen({}, guarded);
    const refused = await ask(guarded.url, { query: "{ seen }" }, { authorization: "Bearer of-the-client" });

    expect(await callerVerifier("books", callerSecret)(headers["x-yimen-caller"])).toMatchObject({ kind: "ANONYMOUS" });
    expect([refused.status, ...codesOf(refused.body)]).toEqual([401, "UNAUTHENTICATED"]);
  });
});

describe("limits", () => {
  const nest = (depth: number) =>
    `{ ...F0 } ${Array.from({ length: depth }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`).join(" ")}
     fragment F${depth} on Query { books { id } }`;

  it("refuse a kilobyte of nested fragments in no time", async () => {
    const source = nest(20);
    const started = performance.now();

    const { body } = await query(source);

    expect(source.length).toBeLessThan(1_100);
    expect(codesOf(body)).toContain("FIELD_LIMIT_EXCEEDED");
    expect(performance.now() - started).toBeLessThan(500);
  });

  it("refuse what is too large before they validate it, which would compare field with field", async () => {
    const { body } = await query(`{ books { ${Array.from({ length: 800 }, (_, i) => `id(n: ${i})`).join(" ")} } }`);

    expect(codesOf(body)).toEqual(["REPETITION_LIMIT_EXCEEDED"]);
  });

  it("refuse a document of too many tokens", async () => {
    const { body } = await query(`{ ${"books { id } ".repeat(2_000)} }`);

    expect(codesOf(body)).toEqual(["TOKEN_LIMIT_EXCEEDED"]);
  });

  it("refuse introspection where it is switched off", async () => {
    await using closed = await startLibrary({ introspection: false });

    const { body } = await ask(closed.url, { query: "{ __schema { queryType { name } } __typename }" });

    expect(codesOf(body)).toEqual(["INTROSPECTION_DISABLED"]);
    expect((await query("{ __schema { queryType { name } } }")).body.errors).toBeUndefined();
  });
});
