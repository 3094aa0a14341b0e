import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lock } from "../fileLock.js";
import { addressOf, type MeetingPlace, meetingPlace, startKeeper } from "./testServer.js";

let place: MeetingPlace;
let elsewhere: MeetingPlace;
let keepers: ChildProcess[];
beforeEach(() => {
  [place, elsewhere] = [aPlace(), aPlace()];
  keepers = [];
});
afterEach(async () => {
  await Promise.all(keepers.map(ended));
  for (const { folder } of [place, elsewhere]) rmSync(folder, { recursive: true, force: true });
});

function aPlace(): MeetingPlace {
  const made = meetingPlace(mkdtempSync(join(tmpdir(), "yimen-keepers-")));
  chmodSync(made.folder, 0o755); // the account that runs PostgreSQL gets there
  return made;
}

/** Asks for a server. @returns its address */
const start = (at = place) => {
  const keeper = startKeeper(at);
  keepers.push(keeper);
  return addressOf(keeper, at);
};

async function ended(keeper: ChildProcess): Promise<void> {
  if (keeper.exitCode !== null || keeper.signalCode !== null) return;
  const exit = once(keeper, "exit");
  if (!keeper.killed) keeper.kill(); // told twice, it would not clean up
  await exit;
}

describe("the keepers of the tests' server", () => {
  it("run one server between them, however many are started at once", async () => {
    const addresses = await Promise.all([start(), start(), start()]);

    expect(new Set(addresses).size).toBe(1);
  });

  it("of two clones take a port each, also when they look for one at the same time", async () => {
    const addresses = await Promise.all([start(place), start(elsewhere)]);

    expect(new Set(addresses.map((address) => new URL(address).port)).size).toBe(2);
  });

  it("leave nothing behind for the next one to stumble over, from the moment it may begin", async () => {
    await start();
    await toldToStop(keepers[0]);

    using _turn = await lock(place.keeping);
    expect(existsSync(place.postgres)).toBe(false);
  });

  it("start anew while the one before is still on its way out", async () => {
    const before = await start();
    await toldToStop(keepers[0]);

    expect(await start()).not.toBe(before);
  });
});

/** Asks a keeper to stop, and waits until nobody can join its server any more. */
async function toldToStop(keeper?: ChildProcess): Promise<void> {
  keeper?.kill();
  await expect.poll(() => existsSync(place.address)).toBe(false);
}
