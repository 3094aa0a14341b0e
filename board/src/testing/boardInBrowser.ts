import { type Browser, type BrowserContextOptions, type Page, startBrowser } from "@yimen/browser/startBrowser";
import { afterAll, beforeAll } from "vitest";
import { type GraphServer, startGraphServer } from "./graphServer.js";
import { Hall } from "./hall.js";
import { type SeenEvents, watchEvents } from "./seenEvents.js";

/** A board in a page of its own, over a hall of its own. */
export interface OpenedBoard extends AsyncDisposable {
  readonly hall: Hall;
  readonly server: GraphServer;
  readonly page: Page;
  /** What the browser complained of: errors, and breaches of the content security policy. */
  readonly complaints: readonly string[];
  seen(): Promise<SeenEvents>;
  /** Waits until the board is in this state. */
  is(state: "LIVE" | "LOST"): Promise<void>;
  /** Waits until an event is in the list of the latest. */
  shows(stream: "cases" | "queue" | "duty", cursor: number): Promise<void>;
}

export interface Opening extends BrowserContextOptions {
  readonly query?: string;
  readonly before?: (hall: Hall) => void;
  /** Keeps nothing of what was shown, which would weigh more and more. */
  readonly unwatched?: boolean;
}

const nothingSeen: SeenEvents = { order: { cases: [], queue: [], duty: [] }, twice: [] };

/** One browser for the tests of a file. @returns opens a board in it */
export function boardInBrowser(): (opening?: Opening) => Promise<OpenedBoard> {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  return async ({ query = "", before, unwatched = false, ...context } = {}) => {
    const hall = new Hall();
    before?.(hall);
    const server = await startGraphServer(hall);
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, ...context });
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    const seen = unwatched ? async () => nothingSeen : await watchEvents(page);
    const is = (state: string) => page.locator(`main[data-connection="${state}"]`).waitFor();
    await page.goto(`${server.url}/board/${query}`);
    await is("LIVE");
    return {
      ...{ hall, server, page, complaints, seen, is },
      shows: (stream, cursor) => page.locator(`.news li[data-stream="${stream}"][data-cursor="${cursor}"]`).waitFor(),
      async [Symbol.asyncDispose]() {
        await page.close();
        await server[Symbol.asyncDispose]();
      },
    };
  };
}
