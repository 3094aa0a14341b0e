import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { isFree } from "@yimen/kernel/freePort";
import { describe, expect, it } from "vitest";
import { fakeClone } from "./testing/fakeClone.js";
import { startLauncher, startReady } from "./testing/startLauncher.js";

const health = async (port: number) =>
  (await (await fetch(`http://127.0.0.1:${port}/health`)).json()) as { pid: number };
const environment = async (port: number) =>
  (await (await fetch(`http://127.0.0.1:${port}/env`)).json()) as NodeJS.ProcessEnv;

describe("npm start", () => {
  it("brings up every service, with its own database only", async () => {
    await using clone = await fakeClone();
    await using _launcher = await startReady(clone);

    const notes = await environment(clone.notes);
    const gateway = await environment(clone.gateway);

    expect(notes.NOTES_DATABASE_URL).toMatch(/^postgresql:\/\/.*\/yimen_notes$/);
    expect(gateway.NOTES_DATABASE_URL).toBeUndefined();
    expect(gateway.NOTES_URL).toBe(`http://127.0.0.1:${clone.notes}/graphql`);
    expect(gateway.YIMEN_CALLER_SECRET).toBe(notes.YIMEN_CALLER_SECRET);
    expect(statSync(join(clone.root, ".yimen", "secrets.json")).mode & 0o777).toBe(0o600);
  });

  it("ends every process when asked to stop, and keeps the data for the next start", async () => {
    await using clone = await fakeClone();
    const first = await startReady(clone);
    first.process.kill("SIGINT");

    expect(await first.exitCode).toBe(0);
    expect(await Promise.all([clone.notes, clone.gateway].map((port) => isFree(port)))).toEqual([true, true]);

    await using _second = await startReady(clone);
    expect(readFileSync(join(clone.root, "seeded"), "utf8").trim().split("\n")).toHaveLength(1);
  });

  it("stops at once when asked to in the middle of starting", async () => {
    await using clone = await fakeClone();
    const launcher = startLauncher(clone);
    await launcher.says(/Starting the embedded database/);
    launcher.process.kill("SIGINT");

    expect(await launcher.exitCode).toBe(0);

    await using _next = await startReady(clone);
  });

  it("says whose port is taken and starts nothing", async () => {
    await using clone = await fakeClone();
    await using stranger = createServer().listen(clone.notes, "127.0.0.1");
    const launcher = startLauncher(clone);

    expect(await launcher.exitCode).toBe(1);
    expect(launcher.output()).toContain(`${clone.notes} (notes)`);
    expect(launcher.output()).toContain("NOTES_PORT");
    expect(existsSync(join(clone.root, ".yimen", "postgres"))).toBe(false);
    expect(stranger.listening).toBe(true);
  });

  it("refuses to run twice in one clone", async () => {
    await using clone = await fakeClone();
    await using first = await startReady(clone);
    const second = startLauncher(clone);

    expect(await second.exitCode).toBe(1);
    expect(second.output()).toContain(String(first.process.pid));
    expect((await health(clone.gateway)).pid).toBeGreaterThan(0);
  });
});

describe("a database address that is wrong", () => {
  it.each([
    ["not an address", { DATABASE_URL: "mysql://localhost/x" }, "DATABASE_URL"],
    ["nobody there", { DATABASE_URL: "postgresql://me:secret-word@127.0.0.1:9/x" }, "ECONNREFUSED"],
    ["one service's own", { NOTES_DATABASE_URL: "postgresql://127.0.0.1:9/x" }, "NOTES_DATABASE_URL"],
  ])("is named, without its password: %s", async (_, env, named) => {
    await using clone = await fakeClone();
    const launcher = startLauncher(clone, { env });

    expect(await launcher.exitCode).toBe(1);
    expect(launcher.output()).toContain(named);
    expect(launcher.output()).not.toContain("secret-word");
  });
});
