import chromium from "@sparticuz/chromium";
import { type Browser, chromium as driver, type Page } from "playwright-core";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A real Chromium without a window: the one that comes with the packages, or else the Chrome of this machine. */
export async function startBrowser(): Promise<Browser> {
  const carried = process.platform === "linux" && process.arch === "x64";
  const where = carried ? { executablePath: await chromium.executablePath() } : { channel: "chrome" };
  return driver.launch({ ...where, headless: true, args: flags });
}

export const hallScreen = { width: 1920, height: 1080 };

/** Opens the board and waits until it is live. */
export async function openBoard(page: Page, url: string, query = ""): Promise<void> {
  await page.goto(`${url}/board/${query}`);
  await page.locator('main[data-connection="LIVE"] .window').first().waitFor();
}
