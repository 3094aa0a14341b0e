import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { startJournal } from "../fixtures/journal.js";
import { ProtocolClient } from "../fixtures/protocolClient.js";
import { readTogether } from "./resync.js";

const DOCUMENT = `
  subscription Entries($after: String) { entries(after: $after) { cursor text } }
  query State { texts }
  mutation Clear { clear }`;

interface Payload {
  readonly data: { readonly entries: { readonly cursor: string; readonly text: string } } | null;
  readonly errors?: readonly [
    { readonly extensions: { readonly code: string; readonly head: string; readonly state: object } },
  ];
}

const asked = (after: string, resync: unknown = "State") => ({
  query: DOCUMENT,
  operationName: "Entries",
  variables: { after },
  extensions: { resync },
});

async function subscribed(url: string, after: string, resync?: unknown) {
  const client = await ProtocolClient.ready(url);
  client.send({ id: "a", type: "subscribe", payload: asked(after, resync) });
  return client;
}

/** A client that keeps what the journal holds: what it was told of the state, and every event after it. */
async function keeper(url: string, after: string) {
  const client = await subscribed(url, after);
  const kept = { texts: [] as string[], cursor: after, resyncs: 0, others: [] as unknown[] };
  const take = (payload: Payload) => {
    const [error] = payload.errors ?? [];
    if (error?.extensions.code === "RESYNC") {
      const { head, state } = error.extensions as { head: string; state: { data: { texts: string[] } } };
      // What the state has beyond the head comes again.
      Object.assign(kept, { texts: state.data.texts.slice(0, Number(head)), cursor: head, resyncs: kept.resyncs + 1 });
    } else if (payload.data) {
      kept.texts.push(payload.data.entries.text);
      kept.cursor = payload.data.entries.cursor;
    } else kept.others.push(payload);
  };
  void (async () => {
    for (let message = await client.next(); message; message = await client.next()) {
      if (message.type === "next") take(message.payload as Payload);
      else kept.others.push(message);
    }
  })();
  return { kept, [Symbol.asyncDispose]: () => client[Symbol.asyncDispose]() };
}

describe("a cursor that the log does not reach back to", () => {
  it("is answered with the present state that the client asked for, then with what comes after it", async () => {
    await using journal = await startJournal({ kept: 1 });
    journal.write("one", "two", "three");
    await using client = await subscribed(journal.url, "1");

    const first = await client.next();
    await expect.poll(() => journal.seen.upstreams).toEqual(["1", "3"]);
    journal.write("four");
    const second = await client.next();

    expect(first).toEqual({
      id: "a",
      type: "next",
      payload: {
        data: null,
        errors: [
          {
            message: "已清理。 Gone.",
            path: ["entries"],
            extensions: {
              code: "RESYNC",
              after: "1",
              head: "3",
              state: { data: { texts: ["one", "two", "three"] } },
            },
          },
        ],
      },
    });
    expect(second?.payload).toEqual({ data: { entries: { cursor: "4", text: "four" } } });
  });

  it("is answered so as well when it expires while the gateway is cut off from the log", async () => {
    await using journal = await startJournal({ kept: 2 });
    await using one = await keeper(journal.url, "0");
    await using other = await keeper(journal.url, "0");
    journal.write("1");
    await expect.poll(() => [one.kept.cursor, other.kept.cursor]).toEqual(["1", "1"]);

    await journal.lose();
    journal.write("2", "3", "4", "5");
    await journal.restore();
    await expect.poll(() => [one.kept.resyncs, other.kept.resyncs]).toEqual([1, 1]);
    journal.write("6");

    const everything = { texts: ["1", "2", "3", "4", "5", "6"], cursor: "6", resyncs: 1, others: [] };
    await expect.poll(() => [one.kept, other.kept]).toEqual([everything, everything]);
    expect(journal.seen.states).toBe(1);
  });

  it("is answered over an event stream with the place from which its client resumes", async () => {
    await using journal = await startJournal({ kept: 1 });
    journal.write("one", "two", "three");
    const headers = { "content-type": "application/json", accept: "text/event-stream", "last-event-id": "1" };
    const leaving = new AbortController();
    const body = JSON.stringify(asked("0"));
    const response = await fetch(journal.url, { method: "POST", headers, body, signal: leaving.signal });

    let text = "";
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      if (text.includes("RESYNC")) break;
    }
    leaving.abort();

    expect(text).toMatch(/id: 3\nevent: next\ndata: .*"head":"3","state":\{"data":\{"texts":\["one","two","three"]}}/);
  });

  it.each([
    ["no operation", "Nothing"],
    ["not a query", "Clear"],
    ["no text", 7],
  ])("is no matter when what it is to be answered with is %s", async (_, resync) => {
    await using journal = await startJournal();
    await using client = await subscribed(journal.url, "0", resync);

    expect(await client.next()).toMatchObject({
      type: "error",
      payload: [{ extensions: { code: "BAD_REQUEST" } }],
    });
  });

  it("costs a reading or two, however many come back at once", async () => {
    await using journal = await startJournal({ kept: 0 });
    journal.write(...Array.from({ length: 40 }, (_, n) => `${n}`));
    const keepers = await Promise.all(Array.from({ length: 40 }, (_, n) => keeper(journal.url, `${n}`)));

    await expect.poll(() => keepers.map(({ kept }) => kept.resyncs)).toEqual(keepers.map(() => 1));
    await expect.poll(() => journal.seen.open).toBe(1);

    expect(journal.seen.states).toBeLessThan(20);
    for (const one of keepers) await one[Symbol.asyncDispose]();
  });

  it("leaves no gap, whatever is written while the log is lost, expires and comes back", {
    timeout: 60_000,
  }, async () => {
    const step = fc.oneof(
      fc.record({ write: fc.integer({ min: 1, max: 6 }) }),
      fc.constantFrom("lose" as const, "turn" as const),
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 3 }), fc.array(step, { maxLength: 12 }), async (kept, steps) => {
        await using journal = await startJournal({ kept });
        const texts = ["first"];
        journal.write("first");
        await using early = await keeper(journal.url, "0");
        for (const one of steps) {
          if (one === "turn") await new Promise((turn) => setImmediate(turn));
          else if (one === "lose") {
            await journal.lose();
            const unseen = `${texts.length} unseen`;
            texts.push(unseen);
            journal.write(unseen);
            await journal.restore();
          } else {
            const more = Array.from({ length: one.write }, (_, n) => `${texts.length + n}`);
            texts.push(...more);
            journal.write(...more);
          }
        }
        await using late = await keeper(journal.url, "0");

        await expect
          .poll(() => [early.kept, late.kept], { timeout: 10_000 })
          .toMatchObject([
            { texts, others: [] },
            { texts, others: [] },
          ]);
      }),
      { numRuns: 12 },
    );
  });
});

describe("reading together", () => {
  it("is one reading for all who ask before it begins, and another for those who ask after", async () => {
    const begun: PromiseWithResolvers<number>[] = [];
    const read = readTogether(() => {
      const reading = Promise.withResolvers<number>();
      begun.push(reading);
      return reading.promise;
    });

    const first = [read(), read()];
    await expect.poll(() => begun.length).toBe(1);
    const second = [read(), read()];
    begun[0]?.reject(new Error("away"));
    await expect(Promise.allSettled(first)).resolves.toMatchObject([{ status: "rejected" }, { status: "rejected" }]);
    await expect.poll(() => begun.length).toBe(2);
    begun[1]?.resolve(2);

    expect(await Promise.all(second)).toEqual([2, 2]);
  });
});
