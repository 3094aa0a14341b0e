import { describe, expect, it } from "vitest";
import { SubgraphServer } from "../fixtures/subgraphServer.js";
import type { RawAnswer } from "./answerReader.js";
import { PlainHttp } from "./plainHttp.js";

const ask = (wire: PlainHttp, body: string, headers: Record<string, string> = {}) =>
  new Promise<RawAnswer>((answered, failed) => wire.send({ headers, body }, { maxBytes: 1_000, answered, failed }));

describe("HTTP in the clear", () => {
  it("lets requests wait for a connection when all are in use", async () => {
    await using server = await SubgraphServer.listening(() => `{"data":{}}`);
    const wire = new PlainHttp(new URL(server.url), [], 1);
    const answers = await Promise.all(["{}", `{"门":1}`, "[1]"].map((body) => ask(wire, body)));
    await wire.close();

    expect(answers.map(({ content }) => content)).toEqual(Array(3).fill(`{"data":{}}`));
    expect(server.bodies).toEqual(["{}", `{"门":1}`, "[1]"]);
    expect(server.connections).toBe(1);
  });

  it.each(["a\r\nx-yimen-caller: me", "a\nb", "a\0", "门"])(
    "sends no header that is more than one: %j",
    async (value) => {
      await using server = await SubgraphServer.listening(() => "{}");
      const wire = new PlainHttp(new URL(server.url), [], 1);

      await expect(ask(wire, "{}", { authorization: value })).rejects.toMatchObject({ code: "SUBGRAPH_UNREACHABLE" });
      expect(server.bodies).toEqual([]);
      await wire.close();
    },
  );

  it("forgets a request that is given up, and serves the next", async () => {
    await using server = await SubgraphServer.listening(() => `{"data":{}}`);
    const wire = new PlainHttp(new URL(server.url), [], 1);
    const told: unknown[] = [];
    const tell = (what: unknown) => void told.push(what);
    const giveUp = wire.send({ headers: {}, body: "{}" }, { maxBytes: 9, answered: tell, failed: tell });
    const next = ask(wire, "[2]");
    giveUp();

    expect(await next).toMatchObject({ status: 200 });
    expect(told).toEqual([]);
    await wire.close();
  });
});
