import { type Browser, chromium } from "playwright-core";
import { carriedChromium } from "./carriedChromium.js";

export type { Browser, BrowserContextOptions, CDPSession, Page } from "playwright-core";

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
  const where = carried ? { executablePath: await carriedChromium() } : { channel: "chrome" };
  return chromium.launch({ ...where, headless: true, args: flags });
}
