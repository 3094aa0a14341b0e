import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actingIn } from "./acting.js";
import { personas } from "./personas.js";
import { run } from "./processes.js";
import { type System, startSystem } from "./system.js";

const OPS = fileURLToPath(new URL("../../ops/", import.meta.url));

let system: System;
beforeAll(async () => {
  system = await startSystem({ now: "2026-03-02T07:00:00+08:00" });
});
afterAll(() => system?.[Symbol.asyncDispose]());

/** Makes the system's folder look like a clone's, as far as the demonstration looks. */
async function likeAClone() {
  const { folder } = system;
  await mkdir(join(folder, "ops"));
  for (const name of ["services.json", "personas.json"]) await cp(join(OPS, name), join(folder, "ops", name));
  const secrets = { callerSecret: "unused", signingKey: await system.signingKey(), apiKeys: {} };
  await writeFile(join(folder, ".yimen", "secrets.json"), JSON.stringify(secrets));
  return folder;
}

describe("npm run demo", () => {
  it("plays a day without anything unexpected, and leaves the house in it", { timeout: 240_000 }, async () => {
    const folder = await likeAClone();
    const env = { YIMEN_ROOT: folder, GATEWAY_PORT: new URL(system.url).port };
    const args = ["--from", "2026-03-03", "--speed", "900", "--visitors", "2", "--seed", "5"];

    const told = await run("ops", "dist/demo.js", env, args);

    expect(told).toContain("12 refused by a rule, 0 unexpected");
    for (const rule of ["R057", "R147", "R060", "R151", "R179", "R128", "R081", "R064"]) expect(told).toContain(rule);
    expect(told).toContain("空岗告警");
    expect(told).toMatch(/median lag from commit to subscriber: \d+ ms/);

    const { ask } = actingIn(system);
    const { cases, badReviews } = await ask<{ cases: { nodes: object[] }; badReviews: { nodes: object[] } }>(
      personas.centreDirector,
      `{ cases(filter: { outletId: "taoshan-hall", overdue: true }) { nodes { matter { name } } }
         badReviews(outletId: "taoshan-hall", status: FED_BACK, first: 1) { nodes { answered: fedBackOn } } }`,
    );
    expect(cases.nodes).toContainEqual({ matter: { name: "烟花爆竹经营(零售)许可" } });
    expect(badReviews.nodes).toEqual([{ answered: "2026-03-03" }]);
    const clock = JSON.parse(await readFile(join(folder, ".yimen", "clock.json"), "utf8")) as { speed: number };
    expect(clock.speed).toBe(1);
  });
});
