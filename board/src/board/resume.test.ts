import { describe, expect, it } from "vitest";
import { boardInBrowser } from "../testing/boardInBrowser.js";
import type { Hall } from "../testing/hall.js";

const openBoard = boardInBrowser();

const cursorsOf = ({ caseLog }: Hall, stream: "cases" | "queue") =>
  caseLog.filter((entry) => entry.stream === stream).map(({ position }) => String(position));

describe("a board whose line breaks again and again", { timeout: 90_000 }, () => {
  it("shows every event once, in order", async () => {
    await using board = await openBoard();
    const { hall, server } = board;

    for (let round = 0; round < 12; round += 1) {
      hall.now += 60_000; // a minute
      const opened = hall.openCase(round);
      if (round % 3 === 0) server.breakSockets();
      hall.takeTicket(round);
      hall.advance(opened);
      if (round % 4 === 1) server.breakSockets();
      hall.callNext(round);
      hall.staff(round, round % 2 ? "B" : "A");
      await board.shows("duty", hall.dutyLog.length);
      await board.shows("queue", hall.caseLog.length);
    }

    const { order, twice } = await board.seen();
    expect(order.cases).toEqual(cursorsOf(hall, "cases"));
    expect(order.queue).toEqual(cursorsOf(hall, "queue"));
    expect(order.duty).toEqual(hall.dutyLog.map(({ position }) => String(position)));
    expect(twice).toEqual([]);
  });

  it("keeps the last state in view while nobody answers, says so, and catches up", async () => {
    await using board = await openBoard();
    const { hall, server, page } = board;
    const opened = hall.openCase();
    hall.advance(opened);
    await board.shows("cases", 2);

    await server.down();
    await board.is("LOST");
    expect(await page.locator(".notice.lost").textContent()).toContain("连接中断");
    expect(await page.locator("#assertive").textContent()).toContain("连接中断");
    expect(await page.locator(`[data-stage="ACCEPTED"] [data-case="${opened.id}"]`).count()).toBe(1);

    for (let step = 0; step < 4; step += 1) hall.advance(opened);
    await server.up();
    await board.shows("cases", 6);
    await board.is("LIVE");
    const card = page.locator(`[data-stage="DECIDED"] [data-case="${opened.id}"]`);
    expect(await page.locator(".notice").count()).toBe(0);
    expect(await card.getAttribute("data-version")).toBe("6");
    expect((await board.seen()).order.cases).toEqual(["1", "2", "3", "4", "5", "6"]);
  });

  it("does not wait for a dead socket when the browser is offline", async () => {
    await using board = await openBoard();

    await board.page.context().setOffline(true);
    await board.is("LOST");
    board.hall.openCase();
    await board.page.context().setOffline(false);

    await board.is("LIVE");
    await board.shows("cases", 1);
  });

  it("takes the present state when its cursors have become too old, without asking for a snapshot", async () => {
    await using board = await openBoard();
    const { hall, server, page } = board;
    const opened = hall.openCase();
    hall.advance(opened);
    await board.shows("cases", 2);
    const snapshots = () => server.asked.filter((name) => /Snapshot|OpenCases/.test(name)).length;
    const before = snapshots();

    await server.down();
    await board.is("LOST");
    for (let step = 0; step < 3; step += 1) hall.advance(opened);
    const unseen = hall.openCase(1);
    hall.takeTicket(0);
    hall.staff(0, "B");
    hall.staff(1, "B");
    server.keep(1);
    await server.up();
    await board.is("LIVE");

    const card = page.locator(`.cards [data-case="${opened.id}"]`);
    await expect.poll(() => card.getAttribute("data-version")).toBe(String(opened.version));
    await page.locator(`[data-stage="COLLECTED"] [data-case="${unseen.id}"]`).waitFor();
    await expect.poll(() => page.locator(".windows").textContent()).toContain("代");
    hall.advance(unseen);
    await board.shows("cases", hall.caseLog.length);
    expect(snapshots()).toBe(before);
    expect((await board.seen()).twice).toEqual([]);
  });

  it("reads a new snapshot when the logs were begun anew", async () => {
    await using board = await openBoard();
    const { hall, page } = board;
    for (let count = 0; count < 3; count += 1) hall.openCase();
    await board.shows("cases", 3);

    hall.caseLog.length = 0;
    hall.cases.clear();
    hall.openCase(1);
    await page.evaluate(() => dispatchEvent(new Event("online"))); // a wake-up looks at once

    await page.locator(".cards [data-case]").nth(1).waitFor({ state: "detached" });
    hall.openCase(2);
    await page.locator(".cards [data-case]").nth(1).waitFor();
  });

  it("measures live events from commit to screen, not what it missed", async () => {
    await using board = await openBoard();
    const { hall, server, page } = board;
    await server.down();
    await board.is("LOST");
    hall.openCase();
    await server.up();
    await board.shows("cases", 1);
    await board.is("LIVE");
    expect(await page.locator(".lag[data-events]").count()).toBe(0);

    hall.openCase();
    await page.locator('.lag[data-events="1"]').waitFor();

    const lag = Number(await page.locator(".lag data").first().getAttribute("value"));
    expect(lag).toBeGreaterThan(0);
    expect(lag).toBeLessThan(2_000);
  });
});
