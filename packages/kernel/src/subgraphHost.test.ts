import { once } from "node:events";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { afterEach, describe, expect, it, vi } from "vitest";
import { serveNotes } from "./testing/notesSubgraph.js";

/** An address of this machine besides 127.0.0.1: that of its network, or where there is none another loopback one. */
const elsewhere =
  Object.values(networkInterfaces())
    .flat()
    .find((found) => found?.family === "IPv4" && !found.internal)?.address ?? "127.0.0.2";

async function answers(host: string, port: number): Promise<boolean> {
  const socket = connect({ host, port });
  const connected = await once(socket, "connect").then(
    () => true,
    () => false,
  );
  socket.destroy();
  return connected;
}

async function answeringAt(): Promise<readonly string[]> {
  await using server = await serveNotes();
  const port = Number(new URL(server.url).port);
  const asked = ["127.0.0.1", elsewhere];
  const answering = await Promise.all(asked.map((host) => answers(host, port)));
  return asked.filter((_, index) => answering[index]);
}

afterEach(() => void vi.unstubAllEnvs());

describe("a subgraph listens", () => {
  it("on loopback unless told otherwise", async () => {
    expect(await answeringAt()).toEqual(["127.0.0.1"]);
  });

  it("where YIMEN_SUBGRAPH_HOST says", async () => {
    vi.stubEnv("YIMEN_SUBGRAPH_HOST", "0.0.0.0");

    expect(await answeringAt()).toEqual(["127.0.0.1", elsewhere]);
  });
});
