import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { hashOf } from "@yimen/gateway/caller/keyHash";
import { checkDocuments } from "@yimen/gateway/partners/checkDocuments";
import { documentsIn } from "@yimen/gateway/partners/documentsIn";
import { readPartners } from "@yimen/gateway/partners/registry";
import { repository } from "@yimen/kernel/repository";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "yimen-partners-"));
const file = join(folder, "partners.json");
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => rmSync(file, { force: true }));

const run = promisify(execFile);
const program = async (name: string, ...args: string[]) => {
  const env = { ...process.env, YIMEN_PARTNERS_FILE: file };
  const { stdout } = await run(process.execPath, [join(repository, "ops", "dist", `${name}.js`), ...args], { env });
  return stdout.trim();
};
const partner = (...args: string[]) => program("partner", ...args);
const add = (...args: string[]) => partner("add", "--id", "post", "--kind", "POST", "--outlet", "post-1", ...args);
const registered = () => readPartners(readFileSync(file, "utf8"))[0];

const BEYOND = "query Names { cases { nodes { applicant { name } } } }";

describe("npm run partner", () => {
  it("adds a partner and prints its key once: the registry has the hash only", async () => {
    const key = await add();

    expect(registered()?.keys).toEqual([{ hash: hashOf(key), notAfter: null, publishable: false }]);
    expect(readFileSync(file, "utf8")).not.toContain(key);
    expect(await partner("list")).not.toContain(key);
  });

  it("rotates with an overlap, after which the old key ends", async () => {
    const old = await add();
    const before = Date.now();
    const key = await partner("rotate", "--id", "post", "--hours", "2");
    const [first, second] = registered()?.keys ?? [];

    expect([first?.hash, second?.hash]).toEqual([hashOf(old), hashOf(key)]);
    expect(first?.notAfter?.getTime()).toBeGreaterThanOrEqual(before + 2 * 3_600_000);
    expect(second?.notAfter).toBeNull();
  });

  it("revokes one key or all of them", async () => {
    const old = await add();
    const key = await partner("rotate", "--id", "post");

    await partner("revoke", "--id", "post", "--key", hashOf(old).slice(7, 19));
    expect(registered()?.keys.map(({ hash }) => hash)).toEqual([hashOf(key)]);
    await partner("revoke", "--id", "post");
    expect(registered()?.keys).toEqual([]);
  });

  it("makes keys for pages, and leaves them alone when it rotates the others", async () => {
    await add("--publishable", "--origin", "https://post.example");
    await partner("rotate", "--id", "post");

    expect(registered()?.origins).toEqual(["https://post.example"]);
    expect(registered()?.keys).toMatchObject([{ publishable: true, notAfter: null }, { publishable: false }]);
  });

  it.each([
    ["of no kind that is known", ["--kind", "CASINO"]],
    ["with an origin that is none", ["--origin", "post.example/page"]],
  ])("writes nothing about a partner %s", async (_, args) => {
    await expect(add(...args)).rejects.toThrow();
    expect(readdirSync(folder)).not.toContain("partners.json");
  });
});

describe("npm run documents", () => {
  const documents = (from: string) => program("documents", "--partner", "post", "--from", from);
  const source = join(folder, "source");
  const write = (text: string) => {
    mkdirSync(source, { recursive: true });
    writeFileSync(join(source, "one.graphql"), text);
  };

  it("registers what a folder has, by its SHA-256, and takes a changed document in its place", async () => {
    await add();
    write("query One { outlet(id: 1) { name } }");
    await documents(source);
    write("query One { outlet(id: 2) { name } }");
    const printed = await documents(source);

    const [[hash, document] = []] = [...(registered()?.documents ?? [])];
    expect(registered()?.documents.size).toBe(1);
    expect(document).toMatchObject({ name: "One", text: "query One { outlet(id: 2) { name } }" });
    expect(printed).toContain(`${hash}  One`);
  });

  it.each([
    ["goes beyond the contract", BEYOND],
    ["has no name", "{ outlet(id: 1) { name } }"],
    ["is no GraphQL", "query One {"],
  ])("registers nothing when a document %s", async (_, text) => {
    await add();
    write(text);

    await expect(documents(source)).rejects.toThrow();
    expect(registered()?.documents.size).toBe(0);
  });
});

describe("the documents that this repository brings", () => {
  it("keep within the partners' contract of its graph", async () => {
    const partners = join(repository, "partners");
    const all = readdirSync(partners).flatMap((name) => documentsIn(join(partners, name)));
    const supergraph = readFileSync(join(repository, "gateway", "supergraph.graphql"), "utf8");

    expect(all.length).toBeGreaterThanOrEqual(3);
    expect(await checkDocuments(all, supergraph)).toEqual([]);
  });
});
