import { describe, expect, it } from "vitest";
import { listen } from "../fixtures/listening.js";
import { ProtocolClient } from "../fixtures/protocolClient.js";

describe("a client that reads slower than events come", () => {
  it("is let go with a code on which clients connect again, and holds nobody up", async () => {
    await using server = await listen({ socketLimits: { unreadBytes: 10_000 } });
    await using slow = await ProtocolClient.ready(server.url);
    await using quick = await ProtocolClient.ready(server.url);
    slow.subscribe("a", "subscription { ticks }");
    quick.subscribe("a", "subscription { ticks }");
    await server.ticker.opened(2);

    slow.socket.pause();
    while (server.ticker.open() === 2) {
      server.ticker.tick("x".repeat(100_000));
      await quick.next();
    }
    slow.socket.resume();

    expect(await slow.closed).toEqual({ code: 1013, reason: "Too slow: reconnect and resume" });
    expect(server.ticker.open()).toBe(1);
  });
});

describe("a client that does not answer a ping", () => {
  it("is gone", async () => {
    await using server = await listen({ socketLimits: { pingMs: 20 } });
    await using silent = await ProtocolClient.connect(server.url, { autoPong: false });

    expect(await silent.closed).toMatchObject({ code: 1006 });
  });
});
