import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openLogWriter } from "./logWriter.js";
import { personas } from "./personas.js";
import { overEventStream, overWebSocket, type ResumingClient } from "./resumingClients.js";
import { type System, startSystem } from "./system.js";

// YIMEN_LIVE_EVENTS=10000 YIMEN_LIVE_SUBSCRIBERS=50 for the long run.
const EVENTS = Number(process.env.YIMEN_LIVE_EVENTS ?? 400);
const SUBSCRIBERS = Number(process.env.YIMEN_LIVE_SUBSCRIBERS ?? 20);
const PACE = 25; // ms between two events

const documents = [
  /* GraphQL */ `
    subscription Queue($outletId: ID!, $after: String) {
      queueEvents(outletId: $outletId, after: $after) { cursor type window { name } }
    }`,
  /* GraphQL */ `
    subscription QueueTypes($outletId: ID!, $after: String) {
      queueEvents(outletId: $outletId, after: $after) { type cursor }
    }`,
  /* GraphQL */ `
    subscription QueueWindows($outletId: ID!, $after: String) {
      queueEvents(outletId: $outletId, after: $after) { cursor window { name outlet { name } } }
    }`,
];
const variables = { outletId: "taoshan-hall" };

let system: System;
let log: Awaited<ReturnType<typeof openLogWriter>>;
beforeAll(async () => {
  system = await startSystem({ now: "2026-03-02T09:00:00+08:00", reloading: true });
  log = await openLogWriter(system.databaseUrl("cases"));
});
afterAll(async () => {
  await log?.[Symbol.asyncDispose]();
  await system?.[Symbol.asyncDispose]();
});

/** Subscribers of every kind: by websocket and event stream, of all documents, anonymous and with a token. */
async function subscribers(from: string): Promise<ResumingClient[]> {
  const authorization = `Bearer ${await system.token(personas.centreDirector)}`;
  return Array.from({ length: SUBSCRIBERS }, (_, n) => {
    const wanted = { url: system.url, query: documents[n % documents.length] as string, variables, from };
    if (n % 5 === 4) return overEventStream(wanted);
    return overWebSocket({ ...wanted, ...(n % 7 === 3 && { connectionParams: { authorization } }) });
  });
}

const kill = async (name: string) => {
  await system.services.get(name)?.kill();
  await setTimeout(200); // events go on while it is away
  await system.restart(name);
};

const faults: readonly (() => Promise<unknown>)[] = [
  () => kill("cases"),
  () => system.reload(),
  () => log.cutConnections(),
  () => kill("gateway"),
  () => kill("staff"),
];

describe("live streams while everything breaks", () => {
  it("give every subscriber each event once and in order", { timeout: 60_000 + EVENTS * 1_000 }, async () => {
    const from = await log.head();
    const clients = await subscribers(from);
    const writing = (async () => {
      for (let n = 0; n < EVENTS; n++) {
        await log.write("taoshan-hall", "taoshan-w2");
        await setTimeout(PACE);
      }
    })();
    let isWritten = false;
    void writing.finally(() => {
      isWritten = true;
    });
    const disconnecting = (async () => {
      while (!isWritten) {
        clients[Math.floor(Math.random() * clients.length)]?.disconnect();
        await setTimeout(150);
      }
    })();
    let broken = 0;
    while (!isWritten || broken < faults.length) {
      await faults[broken++ % faults.length]?.();
      await setTimeout(500);
    }
    await Promise.all([writing, disconnecting]);

    const expected = await log.cursorsAfter(from);
    expect(expected).toHaveLength(EVENTS);
    await expect
      .poll(() => clients.map(({ cursors }) => cursors.at(-1)), { timeout: 30_000 })
      .toEqual(clients.map(() => expected.at(-1)));
    for (const { cursors, endings } of clients) {
      expect(cursors).toEqual(expected);
      expect(endings).toEqual([]);
    }
    await Promise.all(clients.map((client) => client[Symbol.asyncDispose]()));
  });
});
