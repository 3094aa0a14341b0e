import type { CDPSession } from "@yimen/browser/startBrowser";
import { describe, expect, it } from "vitest";
import { boardInBrowser, type OpenedBoard } from "../testing/boardInBrowser.js";

const openBoard = boardInBrowser();

const LOSSES = Number(process.env.BOARD_LOSSES ?? 6); // of the line, in each half of the test; hundreds on demand

async function losing({ hall, server, ...board }: OpenedBoard, losses: number): Promise<void> {
  for (let loss = 0; loss < losses; loss += 1) {
    hall.now += 60_000; // a minute
    server.breakSockets();
    for (let count = 0; count < 8; count += 1) {
      const opened = hall.openCase(count);
      while (opened.status !== "DELIVERED") hall.advance(opened);
      hall.takeTicket(count);
      hall.callNext(count);
      hall.endVisit(count);
    }
    await board.shows("queue", hall.caseLog.length);
  }
}

async function weigh(devtools: CDPSession) {
  await devtools.send("HeapProfiler.collectGarbage");
  const { metrics } = await devtools.send("Performance.getMetrics");
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { heap: of("JSHeapUsedSize"), nodes: of("Nodes"), listeners: of("JSEventListeners") };
}

/** What the page weighs at rest: what it has just let go is collected only when it has been idle for a while. */
async function weighAtRest(devtools: CDPSession, { page }: OpenedBoard) {
  let least = await weigh(devtools);
  for (let same = 0; same < 8; same += 1) {
    await page.evaluate(() => new Promise((idle) => requestIdleCallback(() => requestAnimationFrame(idle))));
    const now = await weigh(devtools);
    if (now.nodes < least.nodes) same = 0;
    if (now.nodes <= least.nodes) least = now;
  }
  return least;
}

describe("a board in a hall with a bad line", () => {
  it("needs no more memory after many losses and events than after a few", { timeout: 3_600_000 }, async () => {
    await using board = await openBoard({ reducedMotion: "reduce", unwatched: true });
    const devtools = await board.page.context().newCDPSession(board.page);
    await devtools.send("Performance.enable");

    await losing(board, LOSSES);
    const before = await weighAtRest(devtools, board);
    await losing(board, LOSSES);
    const after = await weighAtRest(devtools, board);

    const kilobytes = (bytes: number) => `${Math.round(bytes / 1_000)} kB`;
    console.info(
      `${LOSSES} losses: ${kilobytes(before.heap)}, ${before.nodes} nodes; ${2 * LOSSES}: ${kilobytes(after.heap)}, ${after.nodes} nodes`,
    );
    // Compiled code weighs something, however long it runs; kept events would weigh much more in the long test.
    expect(after.heap - before.heap).toBeLessThan(800_000); // bytes
    expect(after.nodes - before.nodes).toBeLessThan(50);
    expect(after.listeners - before.listeners).toBeLessThan(10);
  });
});
