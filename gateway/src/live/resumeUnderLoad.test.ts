import { describe, expect, it } from "vitest";
import { startJournal } from "../fixtures/journal.js";
import { ProtocolClient } from "../fixtures/protocolClient.js";

const patience = { timeout: 20_000 };

const DOCUMENTS = [
  "subscription { entries { text } }",
  "subscription { entries { text author { name } } }",
  "subscription { entries { hidden text } }",
];

/** Subscriptions on one socket; what each has got, under its id. */
async function follow(url: string, count: number) {
  const client = await ProtocolClient.ready(url);
  const texts = new Map(Array.from({ length: count }, (_, n): [string, unknown[]] => [`${n}`, []]));
  for (const id of texts.keys()) client.subscribe(id, DOCUMENTS[Number(id) % DOCUMENTS.length] as string);
  void (async () => {
    for (let message = await client.next(); message; message = await client.next()) {
      const { id, payload } = message as { id: string; payload?: { data?: { entries: { text: string } } } };
      texts.get(id)?.push(payload?.data?.entries.text ?? message);
    }
  })();
  return { client, texts: [...texts.values()] };
}

describe("hundreds of subscribers while the graph is reloaded again and again", () => {
  it("get each event once and in order, also when the subgraph restarts during a reload", async () => {
    await using journal = await startJournal();
    const sockets = await Promise.all(Array.from({ length: 6 }, () => follow(journal.url, 50)));
    await expect.poll(() => journal.seen.open, patience).toBe(DOCUMENTS.length);
    const written: string[] = [];
    const write = () => {
      const more = Array.from({ length: 10 }, (_, n) => `${written.length + n}`);
      written.push(...more);
      journal.write(...more);
    };

    for (let round = 1; round <= 5; round++) {
      write();
      const reloading = journal.reload(`${journal.supergraphSdl}\n# ${round}`);
      write();
      if (round === 3) {
        await journal.lose();
        await journal.restore();
      }
      await reloading;
      write();
    }

    const all = sockets.flatMap(({ texts }) => texts);
    await expect.poll(() => all.every((texts) => texts.at(-1) === written.at(-1)), patience).toBe(true);
    for (const texts of all) expect(texts).toEqual(written);
    for (const { client } of sockets) await client[Symbol.asyncDispose]();
  });
});

/** Reads a stream over HTTP and keeps the texts of its events. */
async function read(url: string, accept: string) {
  const leaving = new AbortController();
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", accept },
    body: JSON.stringify({ query: DOCUMENTS[1] }),
    signal: leaving.signal,
  });
  const texts: string[] = [];
  const reading = (async () => {
    let whole = "";
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      whole += chunk;
      texts.splice(0, texts.length, ...[...whole.matchAll(/"text":"(\w+)"/g)].map(([, text]) => text as string));
    }
  })().catch(() => undefined);
  return {
    texts,
    async [Symbol.asyncDispose]() {
      leaving.abort();
      await reading;
    },
  };
}

describe("a stream over HTTP whose client did not ask for the cursor", () => {
  it.each([
    ["server-sent events", "text/event-stream"],
    ["in parts", "multipart/mixed;subscriptionSpec=1.0"],
  ])("goes on when its subgraph comes back and when the graph is reloaded: %s", async (_, accept) => {
    await using journal = await startJournal();
    await using stream = await read(journal.url, accept);
    await expect.poll(() => journal.seen.open, patience).toBe(1);

    journal.write("one");
    await expect.poll(() => stream.texts, patience).toEqual(["one"]);
    await journal.lose();
    journal.write("two");
    await journal.restore();
    await expect.poll(() => stream.texts, patience).toEqual(["one", "two"]);
    await journal.reload(`${journal.supergraphSdl}\n# again`);
    journal.write("three");

    await expect.poll(() => stream.texts, patience).toEqual(["one", "two", "three"]);
  });
});
