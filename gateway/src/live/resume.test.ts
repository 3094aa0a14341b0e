import { describe, expect, it } from "vitest";
import { startJournal } from "../fixtures/journal.js";
import { ProtocolClient } from "../fixtures/protocolClient.js";

const ENTRIES = "subscription ($after: String) { entries(after: $after) { text author { name } } }";

/** Subscribes and reads the texts of events; what is no event comes as it is. */
async function reader(url: string, query = ENTRIES, variables: object = {}, payload?: object) {
  const client = await ProtocolClient.ready(url, payload);
  client.send({ id: "a", type: "subscribe", payload: { query, variables } });
  return {
    client,
    async texts(count: number) {
      const texts: unknown[] = [];
      while (texts.length < count) texts.push(textOf(await client.next()));
      return texts;
    },
  };
}

function textOf(message: Readonly<Record<string, unknown>> | undefined): unknown {
  const data = (message?.payload as { data?: Record<string, { text: string }> } | undefined)?.data;
  return data ? Object.values(data)[0]?.text : message;
}

describe("a resumable stream", () => {
  it("goes on where it was when its subgraph comes back, also what happened meanwhile, once and in order", async () => {
    await using journal = await startJournal();
    const { client, texts } = await reader(journal.url);
    await using _ = client;
    await expect.poll(() => journal.seen.upstreams).toEqual(["0"]);

    journal.write("one", "two");
    expect(await texts(2)).toEqual(["one", "two"]);
    await journal.lose();
    journal.write("three");
    await journal.restore();
    journal.write("four");

    expect(await texts(2)).toEqual(["three", "four"]);
    expect(journal.seen.upstreams).toEqual(["0", "2"]);
  });

  it("loses nothing before its first event either", async () => {
    await using journal = await startJournal();
    journal.write("before");
    const { client, texts } = await reader(journal.url);
    await using _ = client;
    await expect.poll(() => journal.seen.upstreams).toEqual(["1"]);

    await journal.lose();
    journal.write("meanwhile");
    await journal.restore();

    expect(await texts(1)).toEqual(["meanwhile"]);
  });

  it("shows the client no more than it asked for", async () => {
    await using journal = await startJournal();
    const { client } = await reader(journal.url, `subscription { entries(after: "0") { text } }`);
    await using _ = client;

    journal.write("one");

    expect((await client.next())?.payload).toEqual({ data: { entries: { text: "one" } } });
  });

  it("is told when its cursor is no good any more, and what the head is", async () => {
    await using journal = await startJournal({ kept: 0 });
    journal.write("one", "two");
    const { client } = await reader(journal.url, ENTRIES, { after: "1" });
    await using _ = client;

    expect(await client.next()).toMatchObject({
      type: "next",
      payload: { errors: [{ extensions: { code: "RESYNC", head: "2" } }] },
    });
    expect(await client.next()).toEqual({ id: "a", type: "complete" });
  });
});

describe("a stream that cannot be resumed", () => {
  it("says that it was lost, and is complete", async () => {
    await using journal = await startJournal();
    const { client, texts } = await reader(journal.url, "subscription { whispers { text } }");
    await using _ = client;
    await expect.poll(() => journal.seen.open).toBe(1);
    journal.write("one");
    expect(await texts(1)).toEqual(["one"]);

    await journal.lose();

    expect(await client.next()).toMatchObject({
      payload: { errors: [{ extensions: { code: "SUBGRAPH_CONNECTION_LOST" } }] },
    });
    expect(await client.next()).toEqual({ id: "a", type: "complete" });
    await journal.restore();
  });
});

describe("a reload of the supergraph", () => {
  it("keeps the upstream when it is still the same, and answers by the new plan", async () => {
    await using journal = await startJournal();
    const { client, texts } = await reader(journal.url);
    await using _ = client;
    await expect.poll(() => journal.seen.upstreams).toEqual(["0"]);

    await journal.reload(`${journal.supergraphSdl}\n# again`);
    journal.write("one");

    expect(await texts(1)).toEqual(["one"]);
    expect(journal.seen.upstreams).toEqual(["0"]);
  });

  it("ends a stream with a reason when the graph no longer has it", async () => {
    await using journal = await startJournal();
    const { client } = await reader(journal.url);
    await using _ = client;
    await expect.poll(() => journal.seen.upstreams).toEqual(["0"]);

    await journal.reload(journal.supergraphSdl.replaceAll("text: String!", "words: String!"));

    expect(await client.next()).toMatchObject({
      payload: { errors: [{ extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }] },
    });
    expect(await client.next()).toEqual({ id: "a", type: "complete" });
  });
});
