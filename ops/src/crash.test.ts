import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { postgresRunner } from "@yimen/kernel/postgres/runner";
import { isAlive, untilGone } from "@yimen/kernel/process";
import { describe, expect, it } from "vitest";
import { fakeClone } from "./testing/fakeClone.js";
import { startLauncher, startReady } from "./testing/startLauncher.js";

const health = async (port: number) =>
  (await (await fetch(`http://127.0.0.1:${port}/health`)).json()) as { pid: number };
const postmaster = (root: string) =>
  Number.parseInt(readFileSync(join(home(root), "data", "postmaster.pid"), "utf8"), 10);
const home = (root: string) => readFileSync(join(root, ".yimen", "postgres.where"), "utf8").trim();
const started = (root: string) =>
  (JSON.parse(readFileSync(join(root, ".yimen", "processes.json"), "utf8")) as { pid: number }[]).map(({ pid }) => pid);

/** Only root can start something under another account, and only where that account reaches this clone (not below a 0700 home). */
function anotherAccountCanRun(): boolean {
  if (process.geteuid?.() !== 0) return false;
  const { uid, gid } = postgresRunner();
  return spawnSync(process.execPath, ["--version"], { uid, gid, cwd: "/" }).status === 0;
}

describe("a service that crashes", () => {
  it("is reported with its last words and started again, while the others stay", async () => {
    await using clone = await fakeClone();
    await using launcher = await startReady(clone);
    const before = await health(clone.notes);
    const gateway = await health(clone.gateway);

    await fetch(`http://127.0.0.1:${clone.notes}/crash`).catch(() => null);
    await launcher.says(/notes is back|notes 已恢复/);

    expect(launcher.output()).toContain("the last words");
    expect((await health(clone.notes)).pid).not.toBe(before.pid);
    expect((await health(clone.gateway)).pid).toBe(gateway.pid);
  });

  it("fails the start when it never comes up", async () => {
    await using clone = await fakeClone();
    writeFileSync(
      join(clone.root, "gateway", "dist", "main.js"),
      'console.error("cannot read my config"); process.exit(3);',
    );
    const launcher = startLauncher(clone);

    expect(await launcher.exitCode).toBe(1);
    expect(launcher.output()).toContain("cannot read my config");
    expect(launcher.output()).toContain("Service gateway does not start");
  });
});

describe("a launcher that is killed", () => {
  it("leaves no process behind", async () => {
    await using clone = await fakeClone();
    const launcher = await startReady(clone);
    const pids = started(clone.root);

    launcher.process.kill("SIGKILL");

    expect(pids).toHaveLength(3);
    for (const pid of pids) expect(await untilGone(pid, 10_000)).toBe(true);
  });

  it("is started again on the same data after everything was killed", async () => {
    await using clone = await fakeClone();
    const first = await startReady(clone);
    const pids = started(clone.root);
    for (const pid of [first.process.pid ?? 0, ...pids]) process.kill(pid, "SIGKILL");
    await first.exitCode;

    await using _second = await startReady(clone);

    expect(pids.filter(isAlive)).toEqual([]);
    expect(readFileSync(join(clone.root, "seeded"), "utf8").trim().split("\n")).toHaveLength(1);
  });

  it("is started again where a stranger now has the number of the old database", async () => {
    await using clone = await fakeClone();
    const first = await startReady(clone);
    for (const pid of [first.process.pid ?? 0, ...started(clone.root)]) process.kill(pid, "SIGKILL");
    await first.exitCode;
    const pidFile = join(home(clone.root), "data", "postmaster.pid");
    writeFileSync(pidFile, readFileSync(pidFile, "utf8").replace(/^\d+/, String(process.pid)));

    await using _second = await startReady(clone);

    expect(postmaster(clone.root)).not.toBe(process.pid);
  });
});

describe("the data folder", () => {
  it("of another PostgreSQL version is named, and left as it is", async () => {
    await using clone = await fakeClone();
    const first = await startReady(clone);
    await first[Symbol.asyncDispose]();
    const version = join(home(clone.root), "data", "PG_VERSION");
    writeFileSync(version, "15\n");
    const second = startLauncher(clone);

    expect(await second.exitCode).toBe(1);
    expect(second.output()).toContain("PostgreSQL 15");
    expect(readFileSync(version, "utf8")).toBe("15\n");
  });

  it.runIf(anotherAccountCanRun())("is elsewhere for root in a clone that only root can enter", async () => {
    await using clone = await fakeClone(0o700);
    await using gone = new AsyncDisposableStack();
    await using _launcher = await startReady(clone);
    const elsewhere = home(clone.root);
    gone.defer(() => rmSync(elsewhere, { recursive: true, force: true }));

    expect(elsewhere.startsWith(clone.root)).toBe(false);
  });
});

describe("an ordinary account", () => {
  it.runIf(anotherAccountCanRun())("runs everything under its own name", async () => {
    await using clone = await fakeClone();
    const { uid = 0, gid = 0 } = postgresRunner();
    chownSync(clone.root, uid, gid);
    await using _launcher = await startReady(clone, { uid });

    expect(home(clone.root)).toBe(join(clone.root, ".yimen", "postgres"));
  });

  it.runIf(anotherAccountCanRun())("is told when it may not write to the clone", async () => {
    await using clone = await fakeClone();
    chmodSync(clone.root, 0o755);
    const launcher = startLauncher(clone, { uid: postgresRunner().uid ?? 0 });

    expect(await launcher.exitCode).toBe(1);
    expect(launcher.output()).toContain(clone.root);
  });
});
