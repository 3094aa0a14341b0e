import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { NextFrames } from "./frame.js";

let server: WebSocketServer;
beforeAll(async () => {
  server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  await once(server, "listening");
});
afterAll(() => void server.close());

/** A socket of a real client, and the connection below it at the server. */
async function connect() {
  const accepted = once(server, "connection");
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const [, request] = (await accepted) as [WebSocket, { socket: Duplex }];
  const read = async (messages: number) => {
    while (received.length < messages) await once(client, "message");
    return received;
  };
  const received: unknown[] = [];
  client.on("message", (data) => received.push(JSON.parse(String(data))));
  return { client, connection: request.socket, read, [Symbol.dispose]: () => client.terminate() };
}

const next = (id: string, data: unknown) => ({ id, type: "next", payload: { data } });

describe("the frames of a result", () => {
  it.each([
    ["a UUID", "8e5cb3a5-7e1b-4b0a-9a34-0d8f0ce2b5d1"],
    ["an empty id", ""],
    ["quotes and backslashes", 'a"b\\c'],
    ["control characters", "a\nb\u0000"],
    ["other alphabets", "办件 é 😀"],
  ])("carry %s as the id", async (_, id) => {
    using one = await connect();

    new NextFrames('{"data":1}').writeTo(one.connection, id);

    expect(await one.read(1)).toEqual([next(id, 1)]);
  });

  it.each([0, 80, 200, 4_000, 4_200, 65_000, 65_536, 200_000])("may be of any length: %i bytes", async (length) => {
    using one = await connect();
    const data = "x".repeat(length);

    new NextFrames(JSON.stringify({ data })).writeTo(one.connection, "1");

    expect(await one.read(1)).toEqual([next("1", data)]);
  });

  it("reach every socket under its own id, whatever the ids before it were", async () => {
    using one = await connect();
    const anyId = fc.oneof(fc.uuid(), fc.stringMatching(/^[a-c]{0,2}$/), fc.string({ unit: "binary" }));
    let written = 0;

    await fc.assert(
      fc.asyncProperty(fc.array(anyId, { minLength: 1 }), fc.constantFrom(10, 5_000), async (ids, length) => {
        const data = "字".repeat(length);
        const frames = new NextFrames(JSON.stringify({ data }));
        for (const id of ids) frames.writeTo(one.connection, id);
        written += ids.length;

        expect((await one.read(written)).slice(-ids.length)).toEqual(ids.map((id) => next(id, data)));
      }),
    );
  });

  it("stay as they are while a slow client has not taken them", async () => {
    using slow = await connect();
    using quick = await connect();
    const ids = Array.from({ length: 4_000 }, (_, index) => `${10_000 + index}`);
    const frames = new NextFrames(JSON.stringify({ data: "x".repeat(4_000) }));

    slow.client.pause();
    for (const id of ids) {
      frames.writeTo(slow.connection, id);
      frames.writeTo(quick.connection, id.replace("1", "2"));
    }
    const hadToWait = slow.connection.writableLength > 0;
    slow.client.resume();

    expect(hadToWait).toBe(true);
    expect((await slow.read(ids.length)).map((message) => (message as { id: string }).id)).toEqual(ids);
    expect((await quick.read(ids.length)).length).toBe(ids.length);
  });
});
