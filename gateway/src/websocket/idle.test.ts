import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type Listening, listen } from "../fixtures/listening.js";
import { ProtocolClient } from "../fixtures/protocolClient.js";

const IDLE = 60_000; // ms, of a clock that the test moves

let server: Listening;
beforeAll(async () => {
  server = await listen({ socketLimits: { idleMs: IDLE } });
});
afterAll(() => server.stop());
beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => void vi.useRealTimers());

/** Until the server has read everything that was sent before. */
async function ping(client: ProtocolClient): Promise<void> {
  client.send({ type: "ping" });
  expect(await client.next()).toMatchObject({ type: "pong" });
}

describe("a socket on which nothing runs", () => {
  it("is closed after a while, pings or not", async () => {
    await using client = await ProtocolClient.ready(server.url);
    vi.advanceTimersByTime(IDLE - 1);
    await ping(client);

    vi.advanceTimersByTime(1);

    expect(await client.closed).toEqual({ code: 4408, reason: "Idle timeout" });
  });

  it("stays while an operation runs, and is closed after the last", async () => {
    await using client = await ProtocolClient.ready(server.url);
    client.subscribe("a", "subscription { ticks }");
    await server.ticker.opened(1);

    vi.advanceTimersByTime(2 * IDLE);
    server.ticker.tick("still here");
    expect(await client.next()).toMatchObject({ payload: { data: { ticks: "still here" } } });
    client.send({ id: "a", type: "complete" });
    await ping(client);
    vi.advanceTimersByTime(IDLE);

    expect(await client.closed).toMatchObject({ code: 4408 });
  });
});
