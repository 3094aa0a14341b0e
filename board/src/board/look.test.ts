import type { Page } from "@yimen/browser/startBrowser";
import { describe, expect, it } from "vitest";
import { boardInBrowser } from "../testing/boardInBrowser.js";
import { playMorning } from "../testing/playMorning.js";

const openBoard = boardInBrowser();

const overflow = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
    return { wide: scrollWidth - clientWidth, high: scrollHeight - clientHeight };
  });

describe("the page", { timeout: 60_000 }, () => {
  it("needs nothing but its own server, and nothing inline", async () => {
    await using board = await openBoard({ before: playMorning });
    const { page, server, complaints } = board;
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));

    await page.reload();
    await board.is("LIVE");
    board.hall.openCase();
    await board.shows("cases", board.hall.caseLog.length);
    await page.evaluate(() => document.fonts.ready);

    expect(asked.filter((url) => !url.startsWith(server.url))).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await page.evaluate(() => document.fonts.check('700 20px "Noto Sans SC"', "政务服务大厅"))).toBe(true);
  });

  it.each([
    { width: 1920, height: 1080 },
    { width: 3840, height: 2160 },
    { width: 1366, height: 768 },
  ])("fills a hall's screen of $width × $height without scrolling", async (viewport) => {
    await using board = await openBoard({ viewport, before: playMorning });

    expect(await overflow(board.page)).toEqual({ wide: 0, high: 0 });
  });

  it.each([320, 390, 768, 1080])("fits a width of %i pixels", async (width) => {
    await using board = await openBoard({ viewport: { width, height: 900 }, query: "?lang=en", before: playMorning });

    expect((await overflow(board.page)).wide).toBe(0);
    const shares = await board.page
      .locator("main section:not(.stage)")
      .evaluateAll((sections) => sections.map((section) => section.clientWidth / document.body.clientWidth));
    expect(Math.min(...shares)).toBeGreaterThan(0.85);
  });

  it("has no letter smaller than 18 pixels on a hall's screen", async () => {
    await using board = await openBoard({ before: playMorning });

    const sizes = await board.page
      .locator("main *:not(:has(*))")
      .evaluateAll((leaves) =>
        leaves
          .filter((leaf) => leaf.textContent?.trim() && !leaf.closest(".unseen, .beside"))
          .map((leaf) => Number.parseFloat(getComputedStyle(leaf).fontSize)),
      );

    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(18);
  });

  it.each<["no-preference" | "reduce", number]>([
    ["no-preference", 1],
    ["reduce", 0],
  ])("lets a case fly from stage to stage unless less motion is wanted (%s)", async (reducedMotion, flights) => {
    await using board = await openBoard({ reducedMotion });
    const { hall, page } = board;
    const opened = hall.openCase();
    await page.locator('[data-stage="COLLECTED"] .card').waitFor();
    await page.evaluate(() => {
      const flown: Node[] = [];
      Object.assign(globalThis, { flown });
      const note = (changes: MutationRecord[]) => flown.push(...changes.flatMap(({ addedNodes }) => [...addedNodes]));
      new MutationObserver(note).observe(document.body, { childList: true });
    });

    hall.advance(opened);
    await page.locator('[data-stage="ACCEPTED"] .card').waitFor();
    await page.locator(".ghost").waitFor({ state: "detached" });

    expect(await page.evaluate(() => (Reflect.get(globalThis, "flown") as Node[]).length)).toBe(flights);
  });
});
