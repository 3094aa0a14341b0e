import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readLog } from "./logReader.js";
import { type OwnPostgres, startOwnPostgres } from "./ownPostgres.js";
import { personas } from "./personas.js";
import { overEventStream, overWebSocket, type ResumingClient } from "./resumingClients.js";
import { type System, startSystem } from "./system.js";
import { Tally } from "./tally.js";
import { writeTickets } from "./ticketWriters.js";

// The long run: YIMEN_FAULT_EVENTS=10000 YIMEN_FAULT_SUBSCRIBERS=50 npm test -w e2e -- faultRun
const EVENTS = Number(process.env.YIMEN_FAULT_EVENTS ?? 400);
const SUBSCRIBERS = Number(process.env.YIMEN_FAULT_SUBSCRIBERS ?? 20);
const WRITING = { tickets: EVENTS, writers: Math.min(Math.ceil(EVENTS / 100), 16), pace: 100 };

// What goes on meanwhile is counted in answers to the writers, not in time.
const BETWEEN_FAULTS = WRITING.writers * (EVENTS > 1_000 ? 30 : 5);
const BETWEEN_DISCONNECTS = WRITING.writers;
const WHILE_AWAY = WRITING.writers * 2;

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

let postgres: OwnPostgres;
let system: System;
beforeAll(async () => {
  postgres = await startOwnPostgres();
  const replicas = { cases: 2, gateway: 2 };
  system = await startSystem({ now: "2026-03-02T09:00:00+08:00", reloading: true, replicas, postgres });
});
afterAll(async () => {
  await system?.[Symbol.asyncDispose]();
  await postgres?.[Symbol.asyncDispose]();
});

/** Subscribers of every kind at every gateway: by websocket and event stream, of all documents, with and without a token. */
async function subscribers(from: string): Promise<ResumingClient[]> {
  const authorization = `Bearer ${await system.token(personas.centreDirector)}`;
  return Array.from({ length: SUBSCRIBERS }, (_, n) => {
    const url = system.urls[n % system.urls.length] as string;
    const wanted = { url, query: documents[n % documents.length] as string, variables, from };
    if (n % 5 === 4) return overEventStream(wanted);
    return overWebSocket({ ...wanted, ...(n % 7 === 3 && { connectionParams: { authorization } }) });
  });
}

const kill = (instance: string) => async (answers: Tally) => {
  await system.services.get(instance)?.kill();
  await answers.more(WHILE_AWAY);
  await system.restart(instance);
};

const faults: readonly (readonly [string, (answers: Tally) => Promise<unknown>])[] = [
  ["a cases process killed", kill("cases")],
  ["the supergraph reloaded", () => system.reload()],
  ["a gateway killed", kill("gateway-2")],
  ["the database restarted", () => postgres.restart()],
  ["the other cases process killed", kill("cases-2")],
  ["the other gateway killed", kill("gateway")],
  ["staff killed", kill("staff")],
];

/** Breaks one thing after the other, and clients' connections at random, while tickets are written; each at least once. */
async function writeWhileBreaking(clients: readonly ResumingClient[]) {
  const answers = new Tally();
  const writing = writeTickets(system, { ...WRITING, onAnswer: () => answers.add() }).finally(() => answers.end());
  let disconnects = 0;
  const disconnecting = (async () => {
    for (; !answers.isOver; disconnects++) {
      clients[Math.floor(Math.random() * clients.length)]?.disconnect();
      await answers.more(BETWEEN_DISCONNECTS);
    }
  })();
  let broken = 0;
  for (; !answers.isOver || broken < faults.length; broken++) {
    await faults[broken % faults.length]?.[1](answers);
    await answers.more(BETWEEN_FAULTS);
  }
  await disconnecting;
  return { tickets: await writing, broken, disconnects };
}

/** What was acknowledged is in the log, each once, and every client has seen it, each once and in the log's order. */
async function haveSeenOnce(clients: readonly ResumingClient[], from: string, acknowledged: readonly string[]) {
  const { cursors: expected, streamIds } = await readLog(system, from);
  expect([...streamIds].sort()).toEqual([...acknowledged].sort());
  await expect
    .poll(() => clients.map(({ cursors }) => cursors.at(-1)), { timeout: 30_000 })
    .toEqual(clients.map(() => expected.at(-1)));
  for (const { cursors, endings } of clients) {
    expect(cursors).toEqual(expected);
    expect(endings).toEqual([]);
  }
  await Promise.all(clients.map((client) => client[Symbol.asyncDispose]()));
}

describe("live streams while everything breaks: two gateways, two cases processes, one database", () => {
  it("give every subscriber each event once and in order", { timeout: 120_000 + EVENTS * 1_000 }, async () => {
    const started = performance.now();
    const from = (await readLog(system)).head;
    const clients = await subscribers(from);

    const { tickets, broken, disconnects } = await writeWhileBreaking(clients);

    expect(tickets).toHaveLength(EVENTS);
    await haveSeenOnce(clients, from, tickets);
    const seconds = Math.round((performance.now() - started) / 1_000);
    console.info(
      `${EVENTS} events, ${SUBSCRIBERS} subscribers, ${broken} faults, ${disconnects} disconnects, ${seconds} s: 0 lost, 0 repeated`,
    );
  });

  it("lose nothing that was acknowledged when the database moves to its standby", { timeout: 120_000 }, async () => {
    await postgres.addStandby();
    const { head: from } = await readLog(system);
    const clients = await subscribers(from);

    const writing = writeTickets(system, { ...WRITING, tickets: 120 });
    await expect.poll(() => clients.every(({ cursors }) => cursors.length > 30), { timeout: 30_000 }).toBe(true);
    await postgres.moveToStandby();

    await haveSeenOnce(clients, from, await writing);
  });
});
