import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { openHome } from "./home.js";
import { canReach } from "./reach.js";
import { postgresRunner } from "./runner.js";

const STRANGER = { uid: 64_123, gid: 64_123 };
const made: string[] = [];
const aFolder = (mode: number) => {
  const folder = mkdtempSync(join(tmpdir(), "yimen-home-"));
  made.push(folder);
  chmodSync(folder, mode);
  return folder;
};
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe("the account that runs PostgreSQL", () => {
  const passwd = () => "root:x:0:0::/root:/bin/sh\ndaemon:x:1:1::/:/bin/false\nnobody:x:65534:65534::/:/bin/false\n";

  it("is our own unless we are root", () => {
    expect(postgresRunner(1000, passwd)).toEqual({});
  });

  it("is one that exists when we are root", () => {
    expect(postgresRunner(0, passwd)).toEqual({ uid: 65_534, gid: 65_534 });
    expect(postgresRunner(0, () => `${passwd()}postgres:x:70:70::/:/bin/sh\n`)).toEqual({ uid: 70, gid: 70 });
  });

  it("is asked for when there is none", () => {
    expect(() => postgresRunner(0, () => "root:x:0:0::/root:/bin/sh\n")).toThrow("DATABASE_URL");
  });
});

describe("the home of a server", () => {
  it("cannot be reached through a folder that is closed", () => {
    expect(canReach(STRANGER, join(aFolder(0o700), "a", "b"))).toBe(false);
    expect(canReach(STRANGER, join(aFolder(0o711), "a", "b"))).toBe(true);
    expect(canReach({}, join(aFolder(0o700), "a"))).toBe(true);
  });

  it("is in the clone where the account can get there", () => {
    const wanted = join(aFolder(0o755), ".yimen", "postgres");

    expect(openHome(wanted, {})).toBe(wanted);
  });

  it.runIf(process.geteuid?.() === 0)("is outside a closed clone, and stays there when the clone is opened", () => {
    const clone = aFolder(0o700);
    const wanted = join(clone, ".yimen", "postgres");
    const home = openHome(wanted, STRANGER);
    made.push(home);
    chmodSync(clone, 0o755);

    expect(home.startsWith(clone)).toBe(false);
    expect(openHome(wanted, STRANGER)).toBe(home);
  });
});
