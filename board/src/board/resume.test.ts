import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openBoard, startBrowser } from "../testing/browser.js";
import { type GraphServer, startGraphServer } from "../testing/graphServer.js";
import { Hall } from "../testing/hall.js";
import { watchEvents } from "../testing/seenEvents.js";

let browser: Browser;
let page: Page;
let hall: Hall;
let server: GraphServer;

beforeAll(async () => {
  browser = await startBrowser();
});
beforeEach(async () => {
  hall = new Hall();
  server = await startGraphServer(hall);
  page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
});
afterEach(async () => {
  await page.close();
  await server[Symbol.asyncDispose]();
});
afterAll(() => browser.close());

const cursorsOf = (stream: "cases" | "queue") =>
  hall.caseLog.filter((entry) => entry.stream === stream).map(({ position }) => String(position));

const latest = (stream: "cases" | "queue" | "duty", cursor: number) =>
  page.locator(`.news li[data-stream="${stream}"][data-cursor="${cursor}"]`).waitFor();

const state = (wanted: string) => page.locator(`main[data-connection="${wanted}"]`).waitFor();

describe("a board whose line breaks again and again", () => {
  it("shows every event once, in order", { timeout: 90_000 }, async () => {
    const seen = await watchEvents(page);
    await openBoard(page, server.url);

    for (let round = 0; round < 12; round += 1) {
      hall.now += 60_000; // a minute
      const opened = hall.openCase(round);
      if (round % 3 === 0) server.breakSockets();
      hall.takeTicket(round);
      hall.advance(opened);
      if (round % 4 === 1) server.breakSockets();
      hall.callNext(round);
      hall.staff(round, round % 2 ? "B" : "A");
      await latest("duty", hall.dutyLog.length);
      await latest("queue", hall.caseLog.length);
    }

    const { order, twice } = await seen();
    expect(order.cases).toEqual(cursorsOf("cases"));
    expect(order.queue).toEqual(cursorsOf("queue"));
    expect(order.duty).toEqual(hall.dutyLog.map(({ position }) => String(position)));
    expect(twice).toEqual([]);
  });

  it("keeps the last state in view while nobody answers, says so, and catches up", { timeout: 60_000 }, async () => {
    const seen = await watchEvents(page);
    const opened = hall.openCase();
    await openBoard(page, server.url);
    hall.advance(opened);
    await latest("cases", 2);

    await server.down();
    await state("LOST");
    expect(await page.locator(".notice.lost").innerText()).toContain("连接中断");
    expect(await page.locator("#assertive").innerText()).toContain("连接中断");
    expect(await page.locator(`[data-stage="ACCEPTED"] [data-case="${opened.id}"]`).count()).toBe(1);

    for (let step = 0; step < 4; step += 1) hall.advance(opened);
    await server.up();
    await latest("cases", 6);
    await state("LIVE");
    expect(await page.locator(".notice").count()).toBe(0);
    expect(await page.locator(`[data-stage="DECIDED"] [data-case="${opened.id}"]`).getAttribute("data-version")).toBe(
      "6",
    );
    expect((await seen()).order.cases).toEqual(["2", "3", "4", "5", "6"]);
  });

  it("does not wait for a dead socket when the browser is offline", { timeout: 60_000 }, async () => {
    await openBoard(page, server.url);

    await page.context().setOffline(true);
    await state("LOST");
    hall.openCase();
    await page.context().setOffline(false);

    await state("LIVE");
    await latest("cases", 1);
  });

  it("reads a new snapshot when the logs were begun anew", { timeout: 60_000 }, async () => {
    for (let count = 0; count < 3; count += 1) hall.openCase();
    await openBoard(page, server.url);

    hall.caseLog.length = 0;
    hall.cases.clear();
    hall.openCase(1);
    await page.evaluate(() => dispatchEvent(new Event("online"))); // a wake-up looks at once

    await page.locator(".cards [data-case]").nth(1).waitFor({ state: "detached" });
    hall.openCase(2);
    await latest("cases", 2);
  });

  it("measures live events from commit to screen, not what it missed", { timeout: 60_000 }, async () => {
    await openBoard(page, server.url);
    await server.down();
    await state("LOST");
    hall.openCase();
    await server.up();
    await latest("cases", 1);
    await state("LIVE");
    expect(await page.locator(".lag[data-events]").count()).toBe(0);

    hall.openCase();
    await page.locator('.lag[data-events="1"]').waitFor();

    const [last = Number.NaN] = await page
      .locator(".lag data")
      .evaluateAll((all) => all.map((one) => Number((one as HTMLDataElement).value)));
    expect(last).toBeGreaterThan(0);
    expect(last).toBeLessThan(2_000);
  });
});
