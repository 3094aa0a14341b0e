import { createServer, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { describe, expect, it } from "vitest";
import { endQuietConnections } from "./quietConnections.js";

async function listening() {
  const asked = Promise.withResolvers<ServerResponse>();
  const server = createServer({ keepAliveTimeout: 600_000 }, (_, response) => asked.resolve(response));
  const closing = endQuietConnections(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    asked: asked.promise,
    url: `http://127.0.0.1:${port}`,
    async open(sent = "") {
      const accepted = new Promise((resolve) => server.once("connection", resolve));
      const socket = connect(port, "127.0.0.1").on("error", () => undefined);
      await accepted;
      if (sent) await new Promise((resolve) => socket.write(sent, resolve));
      return { closed: new Promise((resolve) => socket.once("close", resolve)) };
    },
    close: () =>
      new Promise<void>((resolve) => {
        closing();
        server.close(() => resolve());
      }),
  };
}

describe("a server that closes", () => {
  it.each([
    ["on which nothing was ever asked", ""],
    ["on which half a question was asked", "GET / HTTP/1.1\r\nhost: "],
  ])("is not held up by a connection %s", async (_, sent) => {
    const server = await listening();
    const { closed } = await server.open(sent);

    await server.close();

    await closed;
  });

  it("answers what was asked before, and then no longer keeps that connection", async () => {
    const server = await listening();
    const answer = fetch(server.url).then((response) => response.text());
    const response = await server.asked;

    const closed = server.close();
    response.end("done");

    expect(await answer).toBe("done");
    await closed;
  });
});
