import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { type Listening, listen } from "../fixtures/listening.js";
import { defaultLimits } from "../limits/limits.js";

const START = "POST /graphql HTTP/1.1\r\nhost: a\r\n";
const FAR_OFF = 600_000; // ms, longer than any test

/** A server in which only one of the two limits can be what cuts a client off. */
async function limited(limits: { headersMs: number; requestMs: number }) {
  const server = await listen({ limits: { ...defaultLimits, ...limits } });
  return Object.assign(server, { [Symbol.asyncDispose]: () => server.stop() });
}

/** What is answered by the time the server ends the connection of a client that goes on sending this. */
async function trickle({ url }: Listening, start: string, more: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  const ended = new Promise((resolve) => socket.on("error", () => undefined).on("close", resolve));
  let answer = "";
  socket.write(start);
  const sending = setInterval(() => socket.write(more), 10);
  socket.on("data", (data) => {
    clearInterval(sending);
    answer += String(data);
  });
  await ended;
  clearInterval(sending);
  return answer;
}

/** Timed out; what was sent in the same moment may have overtaken the answer that says so. */
const CUT_OFF = /^(HTTP\/1\.1 408 .*)?$/s;

describe("a client that sends slowly", () => {
  it("is cut off while its headers trickle in, however long the whole request may take", async () => {
    await using server = await limited({ headersMs: 100, requestMs: FAR_OFF });

    expect(await trickle(server, START, "x-more: a\r\n")).toMatch(CUT_OFF);
  });

  it("is cut off while its body trickles in, though its headers came in time", async () => {
    await using server = await limited({ headersMs: 100, requestMs: 200 });
    const head = `${START}content-type: application/json\r\ncontent-length: 999999\r\n\r\n{`;

    expect(await trickle(server, head, " ")).toMatch(CUT_OFF);
  });
});
