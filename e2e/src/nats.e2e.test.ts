import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readLog } from "./logReader.js";
import { hasNats, startNats } from "./natsServer.js";
import { overEventStream, overWebSocket, type ResumingClient } from "./resumingClients.js";
import { type System, startSystem } from "./system.js";
import { writeTickets } from "./ticketWriters.js";

const TICKETS = 120;
const SUBSCRIBERS = 8;
const patience = { timeout: 30_000 };

const QUEUE = /* GraphQL */ `
  subscription Queue($outletId: ID!, $after: String) {
    queueEvents(outletId: $outletId, after: $after) { cursor type window { name } }
  }`;

const isThere = hasNats();

describe.skipIf(!isThere)(
  `two gateways and two cases processes relayed by NATS${isThere ? "" : " (skipped: this machine has no nats-server)"}`,
  () => {
    let nats: Awaited<ReturnType<typeof startNats>>;
    let system: System;
    beforeAll(async () => {
      nats = await startNats();
      system = await startSystem({
        now: "2026-03-02T09:00:00+08:00",
        replicas: { cases: 2, gateway: 2 },
        settings: { NATS_URL: nats.url },
      });
    });
    afterAll(async () => {
      await system?.[Symbol.asyncDispose]();
      await nats?.[Symbol.asyncDispose]();
    });

    it("lose and repeat nothing when NATS is killed in the middle, is away, and comes back with nothing", async () => {
      const { head: from } = await readLog(system);
      const clients: readonly ResumingClient[] = Array.from({ length: SUBSCRIBERS }, (_, n) => {
        const url = system.urls[n % system.urls.length] as string;
        const wanted = { url, query: QUEUE, variables: { outletId: "taoshan-hall" }, from };
        return n % 4 === 3 ? overEventStream(wanted) : overWebSocket(wanted);
      });
      const haveSeen = (count: number) =>
        expect.poll(() => clients.every(({ cursors }) => cursors.length >= count), patience).toBe(true);

      const writing = writeTickets(system, { tickets: TICKETS, writers: 3, pace: 60 });
      await haveSeen(TICKETS / 6);
      expect(await nats.published()).toBeGreaterThan(0);
      await nats.kill();
      await haveSeen(TICKETS / 2);
      expect(await nats.published()).toBeNull();
      await nats.start();
      await expect.poll(nats.published, patience).toBeGreaterThan(0);
      const tickets = await writing;

      const { cursors: expected, streamIds } = await readLog(system, from);
      expect([...streamIds].sort()).toEqual([...tickets].sort());
      await haveSeen(expected.length);
      for (const { cursors, endings } of clients) {
        expect(cursors).toEqual(expected);
        expect(endings).toEqual([]);
      }
      await Promise.all(clients.map((client) => client[Symbol.asyncDispose]()));
    });
  },
);
