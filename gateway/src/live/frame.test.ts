import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { nextFrame, tailOf } from "./frame.js";

/** Reads a frame as a client does. */
async function read(frame: readonly Buffer[]): Promise<unknown> {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  server.on("connection", (_, { socket }) => {
    for (const part of frame) socket.write(part);
  });
  await once(server, "listening");
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const [data] = await once(client, "message");
  client.terminate();
  server.close();
  return JSON.parse(String(data));
}

describe("the frame of a result", () => {
  it.each([
    ["a UUID", "8e5cb3a5-7e1b-4b0a-9a34-0d8f0ce2b5d1"],
    ["an empty id", ""],
    ["quotes and backslashes", 'a"b\\c'],
    ["control characters", "a\nb\u0000"],
    ["other alphabets", "办件 é 😀"],
  ])("carries %s as the id", async (_, id) => {
    expect(await read(nextFrame(id, tailOf('{"data":{"a":1}}')))).toEqual({
      id,
      type: "next",
      payload: { data: { a: 1 } },
    });
  });

  it.each([0, 80, 200, 4_000, 4_200, 65_000, 65_536, 200_000])(
    "may be of any length: %i bytes of text",
    async (length) => {
      const payload = { data: { text: "x".repeat(length) } };

      expect(await read(nextFrame("1", tailOf(JSON.stringify(payload))))).toMatchObject({ payload });
    },
  );
});
