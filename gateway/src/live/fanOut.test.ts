import { describe, expect, it } from "vitest";
import { startJournal } from "../fixtures/journal.js";
import { ProtocolClient } from "../fixtures/protocolClient.js";

const ENTRIES = "subscription ($after: String) { entries(after: $after) { text author { name whoami } } }";

async function subscribe(
  url: string,
  { query = ENTRIES, after = null as string | null, id = "a", payload = undefined as object | undefined } = {},
) {
  const client = await ProtocolClient.ready(url, payload);
  client.send({ id, type: "subscribe", payload: { query, variables: { after } } });
  return client;
}

const entry = async (client: ProtocolClient) => {
  const message = (await client.next()) as { id: string; payload: { data: { entries: Record<string, unknown> } } };
  return { id: message.id, ...message.payload.data.entries } as Record<string, unknown>;
};
const author = { name: "鲁迅", whoami: "nobody" };

describe("equal subscriptions", () => {
  it("share one upstream and one execution per event, each under its own id", async () => {
    await using journal = await startJournal();
    await using one = await subscribe(journal.url, { id: "一" });
    await using other = await subscribe(journal.url, { id: "b2" });
    await expect.poll(() => journal.seen.open).toBe(1);

    journal.write("hello");

    expect(await entry(one)).toEqual({ id: "一", text: "hello", author });
    expect(await entry(other)).toEqual({ id: "b2", text: "hello", author });
    expect(journal.seen).toMatchObject({ upstreams: ["0"], authors: 1 });
  });

  it("close their upstream when the last one leaves", async () => {
    await using journal = await startJournal();
    await using one = await subscribe(journal.url);
    await using other = await subscribe(journal.url);
    await expect.poll(() => journal.seen.open).toBe(1);

    one.send({ id: "a", type: "complete" });
    journal.write("hello");
    expect(await entry(other)).toMatchObject({ text: "hello" });
    other.socket.close();

    await expect.poll(() => journal.seen.open).toBe(0);
  });

  it("are not shared by callers that may see different things", async () => {
    await using journal = await startJournal();
    await using ada = await subscribe(journal.url, { payload: { authorization: "Bearer ada" } });
    await using bob = await subscribe(journal.url, { payload: { authorization: "Bearer bob" } });
    await expect.poll(() => journal.seen.open).toBe(2);

    journal.write("hello");

    expect(await entry(ada)).toMatchObject({ author: { whoami: "Bearer ada" } });
    expect(await entry(bob)).toMatchObject({ author: { whoami: "Bearer bob" } });
    expect(journal.seen.authors).toBe(2);
  });

  it("carry long results as well as short ones", async () => {
    await using journal = await startJournal();
    await using client = await subscribe(journal.url);
    await expect.poll(() => journal.seen.open).toBe(1);
    const texts = [1, 100, 126, 5_000, 70_000].map((length) => "字".repeat(length));

    journal.write(...texts);

    for (const text of texts) expect(await entry(client)).toMatchObject({ text });
  });
});

describe("different documents over one log", () => {
  it("fetch an entity once per event where they ask the same of it", async () => {
    await using journal = await startJournal();
    await using one = await subscribe(journal.url, { query: "subscription A { entries { text author { name } } }" });
    await using other = await subscribe(journal.url, { query: "subscription B { entries { author { name } } }" });
    await expect.poll(() => journal.seen.open).toBe(2);

    journal.write("first", "second");
    for (const client of [one, other]) {
      expect(await entry(client)).toMatchObject({ author: { name: "鲁迅" } });
      expect(await entry(client)).toMatchObject({ author: { name: "鲁迅" } });
    }

    expect(journal.seen.authors).toBe(2);
  });
});

describe("a client that comes with a cursor", () => {
  it("catches up by itself, then shares, and sees every event once", async () => {
    await using journal = await startJournal();
    journal.write("1", "2", "3");
    await using early = await subscribe(journal.url);
    await expect.poll(() => journal.seen.upstreams).toEqual(["3"]);

    await using late = await subscribe(journal.url, { after: "1" });
    const seen = [await entry(late), await entry(late)];
    await expect.poll(() => journal.seen.open).toBe(1);
    journal.write("4");

    expect([...seen, await entry(late)].map(({ text }) => text)).toEqual(["2", "3", "4"]);
    expect(await entry(early)).toMatchObject({ text: "4" });
    expect(journal.seen).toMatchObject({ upstreams: ["3", "1"], open: 1 });
  });

  it("shares at once when the cursor is where the stream stands", async () => {
    await using journal = await startJournal();
    await using first = await subscribe(journal.url);
    await expect.poll(() => journal.seen.upstreams).toEqual(["0"]);
    journal.write("1");
    await entry(first);

    await using back = await subscribe(journal.url, { after: "1" });
    await expect.poll(() => journal.streams()).toMatchObject([{ subscribers: 2 }]);
    journal.write("2");

    expect(await entry(back)).toMatchObject({ text: "2" });
    expect(journal.seen.upstreams).toEqual(["0"]);
  });
});
