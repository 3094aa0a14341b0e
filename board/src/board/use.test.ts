import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@yimen/browser/startBrowser";
import type { AxeResults } from "axe-core";
import { describe, expect, it } from "vitest";
import { boardInBrowser, type Opening } from "../testing/boardInBrowser.js";
import { playMorning } from "../testing/playMorning.js";

const openBoard = boardInBrowser();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const phone = { width: 390, height: 844 };

async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    (Reflect.get(globalThis, "axe") as { run(): Promise<AxeResults> }).run(),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim());

describe("the board is for everybody (R109)", { timeout: 60_000 }, () => {
  it.each<[string, Opening]>([
    ["in Chinese", {}],
    ["in English", { query: "?lang=en" }],
    ["on a phone", { viewport: phone }],
  ])("%s it breaks no rule of accessibility that a machine can check", async (_, opening) => {
    await using board = await openBoard({ ...opening, before: playMorning });

    expect(await violationsOn(board.page)).toEqual([]);
  });

  it("works with the keyboard alone", async () => {
    await using board = await openBoard({ before: playMorning });
    const { page } = board;

    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("跳到窗口");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("windows");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    expect(await focused(page)).toBe("暂停刷新");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");

    await page.getByRole("heading", { name: "Windows" }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
  });

  it("remembers the language, and the address goes before it", async () => {
    await using board = await openBoard();
    const { page, server } = board;
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("heading", { name: "Windows" }).waitFor();

    await page.reload();
    await page.getByRole("heading", { name: "Taoshan Government Service Hall" }).waitFor();
    await page.goto(`${server.url}/board/?lang=zh`);

    await page.getByRole("heading", { name: "桃山区政务服务大厅" }).waitFor();
  });

  it("tells those who listen: events politely, alerts at once", async () => {
    await using board = await openBoard();
    const { hall, page } = board;

    hall.takeTicket();
    await page.locator("#polite", { hasText: "取号 A001, 综合窗口1" }).waitFor({ state: "attached" });
    hall.staff(3, "NOBODY");

    await page.locator("#assertive", { hasText: "空岗: 帮办代办窗口 A岗" }).waitFor({ state: "attached" });
  });

  it("stops the display for a viewer, not the data", async () => {
    await using board = await openBoard();
    const { hall, page } = board;

    await page.getByRole("button", { name: "暂停刷新" }).click();
    hall.openCase();
    await page.locator(".notice", { hasText: "显示已暂停" }).waitFor();
    expect(await page.locator(".card").count()).toBe(0);
    await page.getByRole("button", { name: "继续刷新" }).click();

    await board.shows("cases", 1);
  });

  it("chooses among the outlets, and says when there is none of that name", async () => {
    await using board = await openBoard();
    const { page, server } = board;

    await page.getByRole("combobox", { name: "网点" }).selectOption("street");
    await page.getByRole("heading", { name: "桃西街道便民服务中心" }).waitFor();
    expect(new URL(page.url()).searchParams.get("outlet")).toBe("street");
    await page.goto(`${server.url}/board/?outlet=nowhere`);

    await page.getByText("没有网点“nowhere”").waitFor();
  });
});
