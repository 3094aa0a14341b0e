import { describe, expect, it } from "vitest";
import { boardInBrowser } from "../testing/boardInBrowser.js";

const openBoard = boardInBrowser();

describe("a terminal that falls silent", () => {
  it("stands among the alerts as soon as the log tells of it, until it is heard of again (R019)", async () => {
    await using board = await openBoard();
    const { hall, page, complaints } = board;
    const alert = page.locator('.alerts li[data-alert="TERMINAL"]');

    hall.terminal("3", true);
    await alert.waitFor();

    expect(await alert.textContent()).toMatch(/终端离线\s+自助终端3\s+自 09:30 起无响应/);
    expect(await page.locator('.news [data-type="TERMINAL_OFFLINE"]').count()).toBe(1);
    hall.terminal("3", false);
    await alert.waitFor({ state: "detached" });
    expect(complaints).toEqual([]);
  });
});
