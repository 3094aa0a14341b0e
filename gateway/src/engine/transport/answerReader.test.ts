import { describe, expect, it } from "vitest";
import { AnswerReader } from "./answerReader.js";

const MOST = 1_000; // bytes

/** Feeds a text in pieces of one length, through a buffer that is written over each time, as connections do. */
function readInPieces(text: string, length: number) {
  const reader = new AnswerReader(MOST);
  const bytes = Buffer.from(text);
  const buffer = Buffer.alloc(length);
  for (let at = 0; at < bytes.length; at += length) {
    const copied = bytes.copy(buffer, 0, at, at + length);
    const answer = reader.take(buffer.subarray(0, copied));
    if (answer) return { ...answer, keepAliveMs: reader.keepAliveMs };
  }
  const atEnd = reader.end();
  return atEnd && { ...atEnd, keepAliveMs: reader.keepAliveMs };
}

const answers: [string, string, object][] = [
  ["a length", "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n办ok.", { content: "办ok.", keepAliveMs: 4_000 }],
  [
    "chunks with extensions and a trailer",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nKeep-Alive: timeout=9\r\n\r\n3;x=1\r\n办\r\nA\r\n0123456789\r\n0\r\nx: y\r\n\r\n",
    { content: "办0123456789", keepAliveMs: 8_000 },
  ],
  ["its connection's end", "HTTP/1.0 200 OK\r\n\r\nall of it", { content: "all of it", keepAliveMs: 0 }],
  [
    "an interim answer before it",
    "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 2\r\n\r\nok",
    { content: "ok", keepAliveMs: 0 },
  ],
  ["no body", "HTTP/1.1 204 No Content\r\n\r\n", { status: 204, content: "", keepAliveMs: 4_000 }],
];

describe("reading an HTTP answer", () => {
  it.each(answers)("ends with %s, wherever it is cut", (_, text, expected) => {
    for (let length = 1; length <= Buffer.byteLength(text); length++)
      expect(readInPieces(text, length), `pieces of ${length}`).toMatchObject(expected);
  });

  it("keeps what is compressed as bytes", () => {
    const answer = readInPieces("HTTP/1.1 200 OK\r\ncontent-encoding: GZIP\r\ncontent-length: 2\r\n\r\nzz", 9);
    expect(answer).toMatchObject({ encoding: "gzip", content: Buffer.from("zz") });
  });

  it("lets no connection be used again after bytes that nobody asked for", () => {
    const text = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nokHTTP/1.1 200 OK";
    expect(readInPieces(text, text.length)).toMatchObject({ content: "ok", keepAliveMs: 0 });
  });

  it.each([
    ["what is not HTTP", "SSH-2.0-x\r\n\r\n"],
    ["a length that is no number", "HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n"],
    ["a chunk without a size", "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nx\r\n"],
    ["a head without an end", `HTTP/1.1 200 OK\r\n${"x".repeat(70_000)}`],
  ])("refuses %s", (_, text) => {
    expect(() => readInPieces(text, 50_000)).toThrow(expect.objectContaining({ code: "SUBGRAPH_BAD_ANSWER" }));
  });

  it.each([
    ["a length", `content-length: ${MOST + 1}\r\n\r\n`],
    ["chunks", `transfer-encoding: chunked\r\n\r\n3e9\r\n${"x".repeat(MOST + 1)}`],
    ["no end", `\r\n${"x".repeat(MOST + 1)}`],
  ])("refuses too much, by %s", (_, text) => {
    const answer = `HTTP/1.1 200 OK\r\n${text}`;
    expect(() => readInPieces(answer, 100)).toThrow(expect.objectContaining({ code: "SUBGRAPH_ANSWER_TOO_LARGE" }));
  });
});
