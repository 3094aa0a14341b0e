import { once } from "node:events";
import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { clientAddress } from "../clientAddress.js";
import { listen } from "../fixtures/listening.js";
import { ProtocolClient } from "../fixtures/protocolClient.js";
import { defaultLimits } from "../limits/limits.js";

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
