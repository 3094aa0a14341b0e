import chromium from "@sparticuz/chromium";
import { type Browser, chromium as driver } from "playwright-core";

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
