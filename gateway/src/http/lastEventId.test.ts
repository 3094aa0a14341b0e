import { describe, expect, it } from "vitest";
import { startJournal } from "../fixtures/journal.js";

const QUERY = encodeURIComponent("subscription { entries { text } }");

/** Opens an event stream and reads so many of its blocks. */
async function blocks(url: string, count: number, lastEventId?: string): Promise<string[]> {
  const leaving = new AbortController();
  const headers = { accept: "text/event-stream", ...(lastEventId && { "last-event-id": lastEventId }) };
  const response = await fetch(`${url}?query=${QUERY}`, { headers, signal: leaving.signal });
  let text = "";
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk;
    if (text.split("\n\n").length > count) break;
  }
  leaving.abort();
  return text.split("\n\n").slice(0, count);
}

describe("an event stream over HTTP", () => {
  it("carries the cursor as each event's id, and goes on after `Last-Event-ID`", async () => {
    await using journal = await startJournal();
    journal.write("one", "two", "three");

    expect(await blocks(journal.url, 3, "1")).toEqual([
      "id: 1",
      'id: 2\nevent: next\ndata: {"data":{"entries":{"text":"two"}}}',
      'id: 3\nevent: next\ndata: {"data":{"entries":{"text":"three"}}}',
    ]);
  });
});
