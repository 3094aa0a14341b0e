import { once } from "node:events";
import { connect } from "node:net";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../fixtures/ask.js";
import { type Listening, listen } from "../fixtures/listening.js";
import { defaultLimits } from "../limits/limits.js";

const BODY_LIMIT = 20_000;
const lines: string[] = [];
let server: Listening;
beforeAll(async () => {
  const log = pino({ level: "error" }, { write: (line) => void lines.push(line) });
  server = await listen({ log, limits: { ...defaultLimits, bodyBytes: BODY_LIMIT } });
});
afterAll(() => server.stop());

const open = () => connect(Number(new URL(server.url).port), "127.0.0.1");

/** What is answered to these bytes by the time the connection ends. */
async function answerTo(...parts: string[]): Promise<string> {
  const socket = open();
  let answer = "";
  socket.setEncoding("utf8").on("data", (data) => {
    answer += data;
  });
  for (const part of parts) socket.write(part);
  await once(socket, "close");
  return answer;
}

const QUERY = '{"query":"{ hello }"}';
const head = (...lines: string[]) => `POST /graphql HTTP/1.1\r\nhost: a\r\n${lines.join("\r\n")}\r\n\r\n`;
const JSON_TYPE = "content-type: application/json";
const LENGTH = `content-length: ${QUERY.length}`;
const HELLO = /\{"data":\{"hello":"hello \w+"\}\}$/;

describe("requests over a socket", () => {
  it.each([
    ["in chunks", head(JSON_TYPE, "transfer-encoding: chunked", "connection: close"), `15\r\n${QUERY}\r\n0\r\n\r\n`],
    ["by HTTP/1.0", `POST /graphql HTTP/1.0\r\n${JSON_TYPE}\r\n${LENGTH}\r\n\r\n`, QUERY],
    [
      "with a type in other letters",
      head("content-type: Application/JSON;charset=UTF-8", LENGTH, "connection: close"),
      QUERY,
    ],
  ])("are answered when they come %s", async (_, ...parts) => {
    expect(await answerTo(...parts)).toMatch(HELLO);
  });

  it("are told to go on when they ask whether they may", async () => {
    const answer = await answerTo(head(JSON_TYPE, LENGTH, "expect: 100-continue", "connection: close"), QUERY);

    expect(answer).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK/);
  });

  it("are answered in order when several come at once", async () => {
    const one = (alias: string, ...more: string[]) => {
      const body = JSON.stringify({ query: `{ ${alias}: hello }` });
      return head(JSON_TYPE, `content-length: ${body.length}`, ...more) + body;
    };

    const answer = await answerTo(one("a") + one("b") + one("c", "connection: close"));

    expect([...answer.matchAll(/"data":\{"(\w)"/g)].map(([, alias]) => alias)).toEqual(["a", "b", "c"]);
  });

  it("may ask for the head only", async () => {
    const answer = await answerTo("HEAD /graphql?query={hello} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n");

    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(answer).toMatch(/content-length: \d{2}\r\n/);
    expect(answer).toMatch(/\r\n\r\n$/);
  });

  it.each([
    ["no HTTP", ["hello\r\n\r\n"], 400],
    ["two lengths", [head(JSON_TYPE, LENGTH, "content-length: 3"), QUERY], 400],
    ["a length and chunks", [head(JSON_TYPE, LENGTH, "transfer-encoding: chunked"), QUERY], 400],
    ["no type", [head(LENGTH, "connection: close"), QUERY], 415],
    ["a form's type", [head("content-type: text/plain", LENGTH, "connection: close"), QUERY], 415],
    ["another charset", [head(`${JSON_TYPE};charset=utf-16`, LENGTH, "connection: close"), QUERY], 415],
    ["no body", [head("connection: close")], 400],
    ["more than may come", [head(JSON_TYPE, `content-length: ${BODY_LIMIT + 1}`)], 413],
    [
      "more than may come, in chunks",
      [
        head(JSON_TYPE, "transfer-encoding: chunked"),
        `${(BODY_LIMIT + 1).toString(16)}\r\n`,
        " ".repeat(BODY_LIMIT + 1),
      ],
      413,
    ],
  ])("are refused for %s", async (_, parts, status) => {
    expect(await answerTo(...parts)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  });

  it("leave nothing behind when the client goes away in the middle of them", async () => {
    const left = await Promise.all(
      [head(JSON_TYPE, LENGTH), head(JSON_TYPE, LENGTH) + QUERY.slice(0, 5)].map(async (half) => {
        const socket = open();
        await once(socket, "connect");
        await new Promise((written) => socket.write(half, written));
        socket.resetAndDestroy();
        return once(socket, "close");
      }),
    );

    expect(left).toHaveLength(2);
    expect((await ask(server.url, { query: "{ hello }" })).status).toBe(200);
    expect(lines).toEqual([]);
  });
});
