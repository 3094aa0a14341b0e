import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Listening, listen } from "../fixtures/listening.js";
import { ProtocolClient } from "../fixtures/protocolClient.js";

let server: Listening;
beforeAll(async () => {
  server = await listen({ socketLimits: { idleMs: 150 } });
});
afterAll(() => server.stop());

describe("a socket on which nothing runs", () => {
  it("is closed after a while, pings or not", async () => {
    await using client = await ProtocolClient.ready(server.url);
    client.send({ type: "ping" });

    expect(await client.closed).toEqual({ code: 4408, reason: "Idle timeout" });
  });

  it("stays while an operation runs, and is closed after the last", async () => {
    await using client = await ProtocolClient.ready(server.url);
    client.subscribe("a", "subscription { ticks }");
    await server.ticker.opened(1);

    await new Promise((resolve) => setTimeout(resolve, 300));
    server.ticker.tick("still here");
    expect(await client.next()).toMatchObject({ payload: { data: { ticks: "still here" } } });
    client.send({ id: "a", type: "complete" });

    expect(await client.closed).toMatchObject({ code: 4408 });
  });
});
