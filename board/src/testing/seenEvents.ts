import type { Page } from "@yimen/browser/startBrowser";

/** What a page has shown since it was opened. */
export interface SeenEvents {
  /** Cursors in the order in which they came into view, per stream. */
  readonly order: Readonly<Record<"cases" | "queue" | "duty", readonly string[]>>;
  /** Events that stood in the list twice at one time. */
  readonly twice: readonly string[];
}

/** Watches the page's list of the latest events from the beginning; to be called before the page is opened. */
export async function watchEvents(page: Page): Promise<() => Promise<SeenEvents>> {
  await page.addInitScript(() => {
    const known = new Set<string>();
    const seen = { order: { cases: [], queue: [], duty: [] } as Record<string, string[]>, twice: [] as string[] };
    Object.assign(globalThis, { seenEvents: seen });
    new MutationObserver(() => {
      const items = [...document.querySelectorAll<HTMLElement>(".news li")].reverse();
      const keys = items.map(({ dataset }) => `${dataset.stream}:${dataset.cursor}`);
      seen.twice.push(...keys.filter((key, index) => keys.indexOf(key) !== index));
      for (const [index, key] of keys.entries()) {
        if (known.has(key)) continue;
        known.add(key);
        const { stream, cursor } = (items[index] as HTMLElement).dataset;
        seen.order[stream as string]?.push(cursor as string);
      }
    }).observe(document, { subtree: true, childList: true, attributes: true });
  });
  return () => page.evaluate(() => Reflect.get(globalThis, "seenEvents") as SeenEvents);
}
