import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Listening, listen } from "../fixtures/listening.js";
import { defaultLimits } from "../limits/limits.js";

let server: Listening;
beforeAll(async () => {
  server = await listen({ limits: { ...defaultLimits, headersMs: 100, requestMs: 200 } });
});
afterAll(() => server.stop());

describe("a client that sends slowly", () => {
  it.each([
    ["its headers", "POST /graphql HTTP/1.1\r\nhost: a\r\n"],
    ["its body", "POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{"],
  ])("is cut off with %s half sent", async (_, half) => {
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
    const answer: string[] = [];
    socket.on("data", (data) => answer.push(String(data)));
    socket.write(half);

    await once(socket, "close");

    expect(answer.join("")).toMatch(/^HTTP\/1\.1 408 /);
  });
});
