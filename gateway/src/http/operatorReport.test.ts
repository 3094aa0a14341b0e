import { describe, expect, it } from "vitest";
import { anonymousSession, type Session } from "../caller/session.js";
import { startJournal } from "../fixtures/journal.js";
import { listen } from "../fixtures/listening.js";
import { ProtocolClient } from "../fixtures/protocolClient.js";
import type { OperatorReport } from "./operatorReport.js";

const reportOf = async ({ url }: { readonly url: string }, headers: Record<string, string> = {}) => {
  const response = await fetch(url.replace("/graphql", "/streams"), { headers });
  return { status: response.status, report: (await response.json()) as OperatorReport };
};

describe("what operators see", () => {
  it("is each upstream with its clients, its place in the log and its state", async () => {
    await using journal = await startJournal();
    journal.write("one");
    await using client = await ProtocolClient.ready(journal.url);
    await using idle = await ProtocolClient.ready(journal.url);
    client.subscribe("a", "subscription Follow { entries { text } }");
    await expect.poll(() => journal.seen.open).toBe(1);
    journal.write("two", "three");
    await client.next();
    await client.next();

    const { report } = await reportOf(journal);

    expect(report).toMatchObject({
      streams: [
        {
          operation: "Follow",
          document: expect.stringMatching(/^[0-9a-f]{8}$/),
          log: "journal.entries",
          state: "OPEN",
          isCatchingUp: false,
          subscribers: 1,
          subscribersBy: { websocket: 1, "event-stream": 0, multipart: 0 },
          position: "3",
          behindHead: 0,
          events: 2,
          interruptions: 0,
        },
      ],
      subscribers: 1,
      sockets: 2,
      letGo: 0,
      latestLetGo: [],
      graph: { id: expect.stringMatching(/^[0-9a-f]{12}$/), reloads: 0, subgraphs: ["authors", "journal"] },
    });
    expect(report.process.residentBytes).toBeGreaterThan(1e6);
    expect(idle.socket.readyState).toBe(1);
  });

  it("tells since when an upstream is lost, and how the graph changed", async () => {
    await using journal = await startJournal();
    await using client = await ProtocolClient.ready(journal.url);
    client.subscribe("a", "subscription { entries { text } }");
    await expect.poll(() => journal.seen.open).toBe(1);
    const { report: before } = await reportOf(journal);
    const lostAt = Date.now();

    await journal.lose();

    await expect
      .poll(async () => (await reportOf(journal)).report.streams[0]?.state, { timeout: 10_000 })
      .toBe("WAITING");
    const { report } = await reportOf(journal);
    expect(new Date(report.streams[0]?.since ?? 0).getTime()).toBeGreaterThanOrEqual(lostAt);
    expect(report.streams[0]).toMatchObject({ id: before.streams[0]?.id, behindHead: null });
    expect(report.streams[0]?.interruptions).toBeGreaterThan(0);
    await journal.restore();
    await journal.reload(`${journal.supergraphSdl}\nscalar Another`);
    await expect.poll(async () => (await reportOf(journal)).report.graph.reloads, { timeout: 5_000 }).toBe(1);
  });

  it("is for those with the scope gateway:operate", async () => {
    const session = (scopes: string[]): Session => ({
      ...anonymousSession,
      caller: { ...anonymousSession.caller, scopes },
    });
    await using closed = await listen({
      isOpen: false,
      authenticate: async ({ authorization }) => session(authorization === "Bearer ops" ? ["gateway:operate"] : []),
    });

    expect((await reportOf(closed)).status).toBe(403);
    expect((await reportOf(closed, { authorization: "Bearer ops" })).status).toBe(200);
  });
});
