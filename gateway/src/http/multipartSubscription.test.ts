import { describe, expect, it } from "vitest";
import { startJournal } from "../fixtures/journal.js";

describe("a multipart subscription", () => {
  it("sends each result as a part, and closes the parts when it is complete", async () => {
    await using journal = await startJournal();
    journal.write("one", "two");
    const response = await fetch(journal.url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: 'multipart/mixed;boundary="graphql";subscriptionSpec=1.0,application/json',
      },
      body: JSON.stringify({ query: `subscription { entries(after: "0") { text } }` }),
    });
    const isRead = (text: string) => text.split("--graphql").length > 3;
    let text = "";
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      if (isRead(text)) break;
    }

    expect(response.headers.get("content-type")).toBe('multipart/mixed;boundary="graphql";subscriptionSpec="1.0"');
    expect(text.split("--graphql").slice(1)).toEqual([
      '\r\ncontent-type: application/json\r\n\r\n{"payload":{"data":{"entries":{"text":"one"}}}}\r\n',
      '\r\ncontent-type: application/json\r\n\r\n{"payload":{"data":{"entries":{"text":"two"}}}}\r\n',
      "",
    ]);
  });

  it("says in its only part why an operation is refused", async () => {
    await using journal = await startJournal({ kept: 0 });
    journal.write("one", "two");
    const response = await fetch(journal.url, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "multipart/mixed;subscriptionSpec=1.0" },
      body: JSON.stringify({ query: `subscription { entries(after: "1") { text } }` }),
    });

    expect(await response.text()).toMatch(/"code":"RESYNC".*--graphql--\r\n$/s);
  });
});
