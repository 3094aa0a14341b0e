import { createClient } from "graphql-ws";
import { expect, it } from "vitest";
import { WebSocket } from "ws";
import { serviceLog } from "./serviceLog.js";
import { asOfficer, asService, serveNotes } from "./testing/notesSubgraph.js";

it("a subgraph's log has every operation of a socket under the request id that the gateway gave it", async () => {
  const lines: string[] = [];
  const log = serviceLog("notes", "info", { write: (line) => lines.push(line) });
  await using server = await serveNotes(log);
  const caller = await asOfficer();
  const client = createClient({
    url: server.url.replace("http", "ws"),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { caller: await asService() },
  });
  const runs = [
    ["one", "subscription { faults }"],
    ["two", "subscription { faults }"],
    ["three", 'mutation { fail(how: "bug") }'],
  ].map(async ([requestId, query = ""]) => {
    for await (const { errors } of client.iterate({ query, extensions: { caller, requestId } }))
      expect(errors?.[0]?.extensions?.code).toBe("INTERNAL_SERVER_ERROR");
  });
  await Promise.all(runs);
  await client.dispose();

  const logged = lines.map((line) => JSON.parse(line) as { requestId?: string; msg: string });
  const under = (id: string) => logged.filter(({ requestId }) => requestId === id).map(({ msg }) => msg);
  expect(under("one")).toEqual(["first", "unforeseen error", "second", "unforeseen error"]);
  expect(under("two")).toEqual(under("one"));
  expect(under("three")).toEqual(["unforeseen error"]);
  expect(logged.filter(({ requestId }) => requestId === undefined)).toEqual([]);
});
