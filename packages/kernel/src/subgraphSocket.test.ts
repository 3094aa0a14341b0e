import { createClient } from "graphql-ws";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { serviceCaller, signCaller } from "./caller.js";
import type { RunningServer } from "./subgraphServer.js";
import { asOfficer, asService, officer, SECRET, serveNotes, streams } from "./testing/notesSubgraph.js";

let server: RunningServer;
beforeAll(async () => {
  server = await serveNotes();
});
afterAll(() => server.stop());

const client = (connection: string | undefined, operation?: string) =>
  createClient({
    url: server.url.replace("http", "ws"),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { caller: connection },
    jsonMessageReplacer: (key, value) =>
      key === "payload" && value?.query ? { ...value, extensions: { caller: operation } } : value,
  });
describe("a subgraph over websocket", () => {
  const closeCode = async (connection: string | undefined) => {
    const ws = client(connection);
    const { promise, resolve } = Promise.withResolvers<unknown>();
    ws.subscribe(
      { query: "{ whoami }" },
      { next: resolve, error: (error) => resolve((error as CloseEvent).code), complete: () => undefined },
    );
    return promise.finally(() => ws.dispose());
  };

  it("lets services connect, and nobody else", async () => {
    expect(await closeCode(undefined)).toBe(4403);
    expect(await closeCode("nonsense")).toBe(4403);
    expect(await closeCode(await asOfficer())).toBe(4403);
    expect(await closeCode(await signCaller(serviceCaller("gateway"), "cases", SECRET))).toBe(4403);
  });

  it("takes each operation's own caller, and refuses one without", async () => {
    const ask = async (operation?: string) => {
      const ws = client(await asService(), operation);
      const { promise, resolve } = Promise.withResolvers<unknown>();
      ws.subscribe({ query: "{ whoami }" }, { next: resolve, error: resolve, complete: () => undefined });
      return promise.finally(() => ws.dispose());
    };

    expect(await ask(await asOfficer())).toEqual({ data: { whoami: "STAFF:s1:true" } });
    for (const operation of [undefined, "nonsense", await signCaller(officer, "cases", SECRET)])
      expect(await ask(operation)).toMatchObject([{ extensions: { code: "CALLER_NOT_TRUSTED" } }]);
  });

  it("keeps the socket open when one operation is wrong", async () => {
    const ws = client(await asService(), await asOfficer());
    const first = Promise.withResolvers<unknown>();
    ws.subscribe(
      { query: "subscription { notes { id } }" },
      { next: first.resolve, error: first.reject, complete: () => undefined },
    );
    await first.promise;

    for (const query of ["{ syntax", "{ nothing }", '{ echo(text: "\\u0000") }']) {
      const wrong = Promise.withResolvers<unknown>();
      ws.subscribe({ query }, { next: wrong.resolve, error: wrong.resolve, complete: () => undefined });
      expect(await wrong.promise).toMatchObject([
        { extensions: { code: expect.stringMatching(/BAD_USER_INPUT|TEXT_NOT_ALLOWED/) } },
      ]);
    }

    expect(streams.open).toBe(1);
    await ws.dispose();
    await expect.poll(() => streams.open).toBe(0);
  });

  it("closes with 1001 when the service stops", async () => {
    const another = await serveNotes();
    const socket = new WebSocket(another.url.replace("http", "ws"), "graphql-transport-ws");
    await new Promise((resolve) => socket.once("open", resolve));
    const closed = new Promise((resolve) => socket.once("close", resolve));

    await another.stop();

    expect(await closed).toBe(1001);
  });

  it("stops within seconds under a client that does not answer", async () => {
    const another = await serveNotes();
    const socket = new WebSocket(another.url.replace("http", "ws"), "graphql-transport-ws");
    await new Promise((resolve) => socket.once("open", resolve));
    socket.pause();

    await another.stop();

    socket.terminate();
  }, 10_000);
});
