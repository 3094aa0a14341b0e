import { once } from "node:events";
import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { clientAddress } from "../clientAddress.js";
import { listen } from "../fixtures/listening.js";
import { plainEngine } from "../fixtures/plainEngine.js";
import { ProtocolClient } from "../fixtures/protocolClient.js";
import { createTicker } from "../fixtures/ticker.js";
import { defaultLimits } from "../limits/limits.js";
import { Pace } from "../pace.js";

describe("a client that floods its socket", () => {
  it.each([
    ["messages", (client: ProtocolClient) => client.send({ type: "ping" })],
    ["pings", (client: ProtocolClient) => client.socket.ping()],
  ])("with %s is closed", async (_, send) => {
    await using server = await listen({ socketLimits: { messages: 50 } });
    await using client = await ProtocolClient.ready(server.url);

    for (let sent = 0; sent < 60; sent++) send(client);

    expect(await client.closed).toEqual({ code: 1008, reason: "Too many messages" });
  });
});

describe("operations on sockets", () => {
  /** A pace at which nothing begins until it is told to. */
  class Standstill extends Pace {
    readonly turns: (() => void)[] = [];

    override async run<T>(operation: () => Promise<T>): Promise<T> {
      await new Promise<void>((turn) => this.turns.push(turn));
      return operation();
    }
  }

  it("begin at the gateway's pace, and those nobody waits for any more do not begin", async () => {
    const pace = new Standstill();
    const executed: unknown[] = [];
    const engine = plainEngine(createTicker().schema);
    const counting = {
      ...engine,
      execute(request: Parameters<typeof engine.execute>[0]) {
        executed.push(request.operationName);
        return engine.execute(request);
      },
    };
    await using server = await listen({ pace, engine: () => counting });
    await using client = await ProtocolClient.ready(server.url);
    for (const id of ["one", "two", "three"]) {
      client.send({ id, type: "subscribe", payload: { query: `query ${id} { hello }`, operationName: id } });
    }
    await expect.poll(() => pace.turns.length).toBe(3);
    client.send({ id: "two", type: "complete" });
    client.send({ type: "ping" });
    expect(await client.next()).toMatchObject({ type: "pong" }); // and so has read what came before
    expect(executed).toEqual([]);

    for (const turn of pace.turns) turn();
    const answered = [await client.next(), await client.next(), await client.next(), await client.next()];

    expect(answered.filter((message) => message?.type === "next").map((message) => message?.id)).toEqual([
      "one",
      "three",
    ]);
    expect(executed).toEqual(["one", "three"]);
  });
});

describe("one address", () => {
  const limits = { ...defaultLimits, connectionsPerAddress: 2 };

  it("has only so many connections, and may open others when it closes some", async () => {
    await using server = await listen({ limits });
    const port = Number(new URL(server.url).port);
    const open = async () => {
      const socket = connect(port, "127.0.0.1");
      await once(socket, "connect");
      return socket;
    };
    const [first, second, third] = [await open(), await open(), await open()];

    await once(third, "close");
    expect([first.destroyed, second.destroyed]).toEqual([false, false]);

    first.destroy();
    await expect
      .poll(() =>
        ProtocolClient.ready(server.url).then(
          (client) => client[Symbol.asyncDispose]().then(() => true),
          () => false,
        ),
      )
      .toBe(true);
    second.destroy();
  });

  it("has only so many websockets behind a proxy, whose own connections are not counted", async () => {
    await using server = await listen({ limits, addressOf: clientAddress(["loopback"]) });
    const from = (address: string) => ProtocolClient.connect(server.url, { headers: { "x-forwarded-for": address } });

    await using _one = await from("9.9.9.9");
    await using _two = await from("9.9.9.9");
    await using _other = await from("8.8.8.8");

    await expect(from("9.9.9.9")).rejects.toThrow("429");
  });
});
