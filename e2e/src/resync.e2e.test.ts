import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expireCursors } from "./expireCursors.js";
import { readLog } from "./logReader.js";
import { type System, startSystem } from "./system.js";
import { keepTickets, type TicketKeeper } from "./ticketKeeper.js";
import { writeTickets } from "./ticketWriters.js";

const patience = { timeout: 30_000 };

/** All that were drawn so far. */
const tickets: string[] = [];
let system: System;
beforeAll(async () => {
  system = await startSystem({ now: "2026-03-02T09:00:00+08:00", replicas: { cases: 2, gateway: 2 } });
});
afterAll(() => system?.[Symbol.asyncDispose]());

const writing = (tickets: number) => writeTickets(system, { tickets, writers: 4, pace: 40 });

/** The screens show every ticket that was drawn, whatever they were told as state and what as events. */
async function showAll(screens: readonly TicketKeeper[], tickets: readonly string[]): Promise<void> {
  const { head } = await readLog(system);
  await expect.poll(() => screens.map(({ position }) => position), patience).toEqual(screens.map(() => head));
  for (const screen of screens) {
    expect(screen.others).toEqual([]);
    expect([...screen.tickets].sort()).toEqual([...tickets].sort());
    expect(new Set(screen.cursors).size).toBe(screen.cursors.length); // no event twice
  }
}

describe("a log whose readers' cursors are too old, with two gateways and two cases processes", () => {
  it("answers with the present state and goes on after it without a gap, while others write (design §4)", async () => {
    const { head: old } = await readLog(system);
    const before = await writing(20);
    await expireCursors(system);
    const [first] = await writing(1);

    const more = writing(40);
    const screens = Array.from({ length: 6 }, (_, n) => keepTickets(system.urls[n % 2] as string, old));
    for (let n = 0; n < 6; n++) {
      await expect.poll(() => screens[n]?.heads.length, patience).toBe(1);
      screens[n]?.disconnect(); // and goes on from the head, or from an event after it
    }

    await showAll(screens, [...before, first as string, ...(await more)]);
    for (const { heads } of screens) expect(heads).toHaveLength(1);
    await Promise.all(screens.map((screen) => screen[Symbol.asyncDispose]()));
    tickets.push(...before, first as string, ...(await more));
  });

  it("does so when cursors expire while the gateways are cut off from it", async () => {
    const { head } = await readLog(system);
    const screens = Array.from({ length: 4 }, (_, n) => keepTickets(system.urls[n % 2] as string, head));
    const begun = await writing(4);
    await expect.poll(() => screens.every(({ cursors }) => cursors.length === 4), patience).toBe(true);
    await Promise.all(["cases", "cases-2"].map((instance) => system.services.get(instance)?.kill()));
    await expireCursors(system);

    const more = writing(20); // each again until somebody answers
    await Promise.all(["cases", "cases-2"].map((instance) => system.restart(instance)));
    tickets.push(...begun, ...(await more));

    await showAll(screens, tickets);
    for (const { heads } of screens) expect(heads).not.toEqual([]);
    await Promise.all(screens.map((screen) => screen[Symbol.asyncDispose]()));
  });
});
