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
    ["of no kind that is known", ["--kind", "CASINO"], "--kind must be one of BANK"],
    ["with an id that is none", ["--id", "the post"], "Nothing was written"],
    ["with an origin that is none", ["--origin", "post.example/page"], "--origin must be an origin"],
    ["with pages that come unprotected", ["--origin", "http://post.example"], "--origin must be an origin"],
    ["with a quota that is none", ["--cost-per-day", "much"], "--cost-per-day must be a whole number"],
    ["with an option nobody knows", ["--orign", "https://post.example"], "Options are not right"],
  ])(
    "writes nothing about a partner %s, and says what is wrong in two languages, without a stack",
    async (_, args, message) => {
      const { stderr } = (await add(...args).catch((problem) => problem)) as { readonly stderr: string };

      expect(stderr).toContain(message);
      expect(stderr).toMatch(/^✗ .*\p{Script=Han}/u);
      expect(stderr).not.toContain("    at ");
      expect(readdirSync(folder)).not.toContain("partners.json");
    },
  );

  it("changes kind, outlet and purpose, and leaves what was not said", async () => {
    await add("--purpose", "查进度");
    await partner("set", "--id", "post", "--kind", "RURAL_ECOMMERCE", "--outlet", "post-2");

    expect(registered()).toMatchObject({ kind: "RURAL_ECOMMERCE", outletId: "post-2", purpose: "查进度" });
  });

  it("adds origins and takes others away", async () => {
    await add("--origin", "https://a.example");
    await partner(
      "origins",
      "--id",
      "post",
      "--add",
      "https://b.example/",
      "--add",
      "http://localhost:8080",
      "--remove",
      "https://a.example",
    );

    expect(registered()?.origins).toEqual(["https://b.example", "http://localhost:8080"]);
    await expect(partner("origins", "--id", "post", "--remove", "https://c.example")).rejects.toThrow(
      "https://b.example",
    );
  });

  it("limits a partner or one of its documents, and takes a limit away", async () => {
    await add("--requests-per-minute", "600", "--cost-per-day", "9000");
    expect(registered()?.quota).toEqual({ requestsPerMinute: 600, costPerDay: 9000 });

    await partner("quota", "--id", "post", "--requests-per-minute", "none", "--cost-per-day", "5000");
    expect(registered()?.quota).toEqual({ costPerDay: 5000 });
    await expect(partner("quota", "--id", "post", "--document", "Nope", "--cost-per-day", "1")).rejects.toThrow("Nope");
  });

  it("shows one partner whole, removes it, and knows it no more", async () => {
    await add("--origin", "https://a.example", "--cost-per-day", "9000");
    expect(await partner("show", "--id", "post")).toMatch(
      /post {2}POST {2}post-1[\s\S]*https:\/\/a\.example[\s\S]*9000/,
    );

    await partner("remove", "--id", "post");
    await expect(partner("show", "--id", "post")).rejects.toThrow("There is no partner post");
  });

  it.each([
    ["a partner twice", ["add", "--id", "post", "--kind", "POST", "--outlet", "post-1"], "already"],
    ["a key that there is not", ["revoke", "--id", "post", "--key", "ffffffffffff"], "No key's hash"],
    ["nobody", ["rotate", "--id", "nobody"], "There is no partner nobody"],
    ["nothing it knows", ["dance"], "There is no command dance"],
  ])("refuses %s", async (_, args, message) => {
    await add();
    const before = readFileSync(file, "utf8");

    await expect(partner(...args)).rejects.toThrow(message);
    expect(readFileSync(file, "utf8")).toBe(before);
  });

  it("loses no change when several commands run at once", async () => {
    await add();
    const hosts = ["a", "b", "c", "d"].map((name) => `https://${name}.example`);
    await Promise.all(hosts.map((host) => partner("origins", "--id", "post", "--add", host)));

    expect(registered()?.origins.toSorted()).toEqual(hosts);
  });

  it("explains every command in two languages", async () => {
    const help = await partner("help");

    for (const name of ["add", "list", "show", "set", "origins", "quota", "rotate", "revoke", "remove"])
      expect(help).toMatch(new RegExp(`^  ${name}\\b.*\\n +.*\\p{Script=Han}.*  [a-z]`, "mu"));
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

  it.each([
    ["a folder that there is not", ["--partner", "post", "--from", "nowhere"], "Nothing was registered"],
    ["an option that there is not", ["--partner", "post", "--form", "source"], "Usage: npm run documents"],
  ])("says what is wrong with %s, in two languages and without a stack", async (_, args, message) => {
    const { stderr } = (await program("documents", ...args).catch((problem) => problem)) as { readonly stderr: string };

    expect(stderr).toContain(message);
    expect(stderr).toMatch(/^✗ .*\p{Script=Han}/u);
    expect(stderr).not.toContain("    at ");
  });
});

describe("the documents that this repository brings", () => {
  it("keep within the partners' contract of its graph", async () => {
    const partners = join(repository, "partners");
    const folders = readdirSync(partners, { withFileTypes: true }).filter((each) => each.isDirectory());
    const all = folders.flatMap(({ name }) => documentsIn(join(partners, name)));
    const supergraph = readFileSync(join(repository, "gateway", "supergraph.graphql"), "utf8");

    expect(all.length).toBeGreaterThanOrEqual(6);
    expect(await checkDocuments(all, supergraph)).toEqual([]);
  });
});
