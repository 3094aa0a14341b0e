import { describe, expect, it } from "vitest";
import { ask } from "../fixtures/ask.js";
import { ProtocolClient } from "../fixtures/protocolClient.js";
import { type RunningLibrary, startLibrary } from "../fixtures/runningLibrary.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";
import { startGateway } from "../gateway.js";
import { fileSource } from "./fileSource.js";

const books = async ({ url }: RunningLibrary, field = "title") =>
  (await ask(url, { query: `{ books { ${field} } }` })).body;

describe("a supergraph that changes while it is served", () => {
  it("is taken into service without a request being lost", async () => {
    await using running = await startLibrary();
    const answers: ReturnType<typeof books>[] = [];
    const asking = setInterval(() => answers.push(books(running)), 10);

    running.replaceSupergraph(running.supergraphSdl.replace("title: String!", "title: String! pages: Int"));
    await running.logged("supergraph reloaded");
    clearInterval(asking);

    expect((await books(running, "pages")).errors?.[0]?.message).not.toContain("Cannot query field");
    for (const answer of await Promise.all(answers)) expect(answer).toEqual({ data: { books: [{ title: "红楼梦" }] } });
  });

  it("leaves open subscriptions running", async () => {
    await using running = await startLibrary();
    await using client = await ProtocolClient.ready(running.url);
    client.subscribe("a", "subscription { lent { title copies } }");
    await expect.poll(() => running.library.lendings.size).toBe(1);

    running.replaceSupergraph(`${running.supergraphSdl}\n# again`);
    await running.logged("supergraph reloaded");
    running.library.lend("西游记");

    expect(await client.next()).toMatchObject({ payload: { data: { lent: { title: "西游记", copies: 3 } } } });
  });

  it.each([
    ["cannot be read", () => "type Query {", "Syntax Error"],
    ["is no supergraph", () => "type Query { a: Int }", "supergraph"],
    [
      "uses security that is not known",
      (sdl: string) => `extend schema @link(url: "https://specs.apollo.dev/fence/v0.1", for: SECURITY)\n${sdl}`,
      "@fence",
    ],
    [
      "uses security under a name that would not be noticed",
      (sdl: string) =>
        `extend schema @link(url: "https://specs.apollo.dev/policy/v0.1", as: "p", for: SECURITY)\n${sdl}`,
      "@policy",
    ],
    [
      "uses security of a version to come",
      (sdl: string) => `extend schema @link(url: "https://specs.apollo.dev/policy/v1.0", for: SECURITY)\n${sdl}`,
      "@policy",
    ],
  ])("is refused when it %s, and the last good one stays", async (_, next, reason) => {
    await using running = await startLibrary();

    running.replaceSupergraph(next(running.supergraphSdl));
    const line = await running.logged("the last good one stays in service");

    expect(line).toContain(reason);
    expect(await books(running)).toEqual({ data: { books: [{ title: "红楼梦" }] } });
  });

  it("may become good again", async () => {
    await using running = await startLibrary();

    running.replaceSupergraph("{");
    await running.logged("the last good one stays in service");
    running.replaceSupergraph(`${running.supergraphSdl}\n# again`);

    await running.logged("supergraph reloaded");
  });
});

describe("the first supergraph", () => {
  it("must be good, or the gateway does not start", async () => {
    using folder = temporaryFolder();
    const start = (sdl: string) => startGateway({ supergraph: fileSource(folder.write("s.graphql", sdl)), port: 0 });

    await expect(start("type Query { a: Int }")).rejects.toThrow("supergraph");
    await expect(startGateway({ supergraph: fileSource("/nowhere"), port: 0 })).rejects.toThrow("/nowhere");
  });
});
