import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { composeFixture } from "./engine/fixtures/fixtureGraph.js";
import { ask } from "./fixtures/ask.js";
import { createLibrary } from "./fixtures/library.js";
import { type SubgraphServer, serveSubgraph } from "./fixtures/subgraphServer.js";
import { temporaryFolder } from "./fixtures/temporaryFolder.js";

const bin = fileURLToPath(new URL("../bin/yimen-gateway.mjs", import.meta.url));
const { supergraphSdl, schemas } = composeFixture(createLibrary().subgraphs);
const folder = temporaryFolder();
const file = folder.write("supergraph.graphql", supergraphSdl);
const connected = folder.write(
  "connected.graphql",
  supergraphSdl.replace(/@link\(/, '@link(url: "https://specs.apollo.dev/connect/v0.1", for: EXECUTION) @link('),
);
const schema = folder.write("schema.graphql", "type Query { a: Int }");

let books: SubgraphServer;
beforeAll(async () => {
  if (schemas.books) books = await serveSubgraph(schemas.books);
});
afterAll(async () => {
  await books[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

const command = fileURLToPath(new URL("../bin/yimen-gateway", import.meta.url));

const run = (...args: string[]) => spawn(process.execPath, [bin, ...args], { stdio: ["ignore", "pipe", "pipe"] });

const endOf = async (child: ChildProcess) => {
  const errors: string[] = [];
  child.stderr?.on("data", (text) => errors.push(String(text)));
  const [code] = await once(child, "close");
  return { code, errors: errors.join("") };
};

describe("yimen-gateway", () => {
  it("serves any supergraph, and ends when asked to", async () => {
    const child = run("--supergraph", file, "--port", "0", "--dev", "--subgraph", `books=${books.url}`);
    const [line] = await once(createInterface(child.stdout), "line");
    const url = String(line).split(" ").at(-1) ?? "";

    const { body } = await ask(url, { query: "{ books { title } __schema { queryType { name } } }" });
    child.kill("SIGTERM");

    expect(body).toEqual({ data: { books: [{ title: "红楼梦" }], __schema: { queryType: { name: "Query" } } } });
    expect(await endOf(child)).toMatchObject({ code: 0 });
  });

  // Only Linux tells a process's children without another program.
  it.runIf(process.platform === "linux").each([
    ["by itself", [command]],
    ["by Node", [process.execPath, command]],
  ])("is one process when its command is run %s", async (_, [program = "", ...before]) => {
    const args = [...before, "--supergraph", file, "--port", "0", "--dev"];
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
    await once(createInterface(child.stdout), "line");
    const children = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, "utf8");
    child.kill("SIGTERM");

    expect(children).toBe("");
    expect(await endOf(child)).toMatchObject({ code: 0 });
  });

  it.each([
    ["an option there is not", ["--prot", "1"], "--prot"],
    ["no supergraph", ["--supergraph", "/nowhere", "--dev"], "/nowhere cannot be read: there is no such file"],
    ["a schema that is no supergraph", ["--supergraph", schema, "--dev"], "is not a supergraph that can be served"],
    ["a supergraph beyond us", ["--supergraph", connected, "--dev"], "needs https://specs.apollo.dev/connect/v0.1"],
    ["a port in use", ["--supergraph", file, "--dev", "--port", () => new URL(books.url).port], "is in use"],
    ["no access and no --dev", ["--supergraph", file], "YIMEN_CALLER_SECRET"],
  ])("says what is wrong with %s and does not start", async (_, args, message) => {
    const given = args.map((one) => (typeof one === "function" ? one() : one));
    const { code, errors } = await endOf(run(...given));

    expect(code).toBe(1);
    expect(errors).toContain(message);
    expect(errors).not.toContain("    at "); // a sentence, not a stack
  });
});
