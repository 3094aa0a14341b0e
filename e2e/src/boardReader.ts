import type { Page } from "@yimen/browser/startBrowser";

/** One line of the board's latest news. */
export interface Shown {
  readonly stream: string;
  readonly cursor: string;
  readonly type: string;
  readonly subject: string;
  /** When it was first painted, by the browser's clock, ms. */
  readonly at: number;
}

/**
 * Notes every line of the news as it comes on the screen, from now on. A line that is taken away and comes again is
 * noted again: nothing may be shown twice.
 */
export async function readNews(page: Page): Promise<() => Promise<readonly Shown[]>> {
  await page.evaluate(() => {
    const shown: Shown[] = [];
    Object.assign(window, { shown });
    const note = (item: Element) => {
      const { stream = "", cursor = "", type = "", subject = "" } = (item as HTMLElement).dataset;
      // The board renders before a frame is painted; a task of now runs after it.
      setTimeout(() => shown.push({ stream, cursor, type, subject, at: Date.now() }));
    };
    const known = new WeakSet<Element>();
    const look = () => {
      // The newest is on top: what is new is noted from the oldest on.
      for (const item of [...document.querySelectorAll(".news li")].reverse()) {
        if (known.has(item)) continue;
        known.add(item);
        note(item);
      }
    };
    look();
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
  });
  return () => page.evaluate(() => (window as unknown as { shown: Shown[] }).shown);
}
