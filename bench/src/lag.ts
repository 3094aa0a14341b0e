import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { parseArgs } from "node:util";
import { createClient } from "graphql-ws";
import { readNews } from "../../e2e/src/boardReader.ts";
import { startBrowser } from "../../packages/browser/dist/startBrowser.js";

/**
 * Measures on the running graph (`npm start`) how long a step of a case takes from its commit to a subscriber, and to
 * the board's screen in a real Chromium on the same machine. The steps are applications taken in at window 1, one
 * after the other at a steady pace. `committedAt` is written by the database just before it commits, so every figure
 * includes the commit itself.
 */
const { values } = parseArgs({
  options: {
    url: { type: "string", default: "http://127.0.0.1:4000" },
    events: { type: "string", default: "200" },
    pace: { type: "string", default: "150" }, // ms between two steps
  },
});
const { url } = values;
const count = Number(values.events);
const HALL = "taoshan-hall";
const MATTER = "taoshan-teacher-qualification";
const repository = join(import.meta.dirname, "../..");

interface Step {
  readonly cursor: string;
  readonly committedAt: string;
}

const EVENTS = /* GraphQL */ `
  subscription Lag($outletId: ID!) {
    caseEvents(outletId: $outletId) {
      cursor committedAt type version
      case { caseNo matter { name } }
      window { name }
      by { officer { name } actingFor { name } }
    }
  }`;
const SIGN_IN = "mutation ($input: SignInput!) { signIn(input: $input) { id } }";
const OPEN = "mutation ($input: OpenCaseInput!) { openCase(input: $input) { case { id } } }";

const token = execFileSync(process.execPath, [join(repository, "ops/dist/token.js"), "--as", "officer-w1"], {
  encoding: "utf8",
}).trim();

async function act(
  query: string,
  input: object,
): Promise<readonly { readonly extensions: { readonly code: string } }[]> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables: { input: { clientMutationId: crypto.randomUUID(), ...input } } }),
  });
  return ((await response.json()) as { errors?: [] }).errors ?? [];
}

async function takeIn(): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const applicant = { kind: "PERSON", name: `测试-桃山-测量-${index}` };
    assert.deepEqual(await act(OPEN, { windowId: "taoshan-w1", matterId: MATTER, applicant }), []);
    await delay(Number(values.pace));
  }
  await delay(1_000);
}

const committed = new Map<string, number>();
let toSubscriber: number[] = [];
const client = createClient({ url: `${url.replace("http", "ws")}/graphql`, lazy: false });
client.subscribe<{ caseEvents: Step }>(
  { query: EVENTS, variables: { outletId: HALL } },
  {
    next: ({ data, errors }) => {
      assert.equal(errors, undefined);
      const { cursor, committedAt } = (data as { caseEvents: Step }).caseEvents;
      committed.set(cursor, Date.parse(committedAt));
      toSubscriber.push(Date.now() - Date.parse(committedAt));
    },
    error: (problem) => {
      throw problem;
    },
    complete: () => undefined,
  },
);

const [refusal] = await act(SIGN_IN, { outletId: HALL });
assert.ok(!refusal || refusal.extensions.code === "ALREADY_SIGNED_IN", JSON.stringify(refusal));
await takeIn(); // warm up: plans, connections, compiled code

toSubscriber = [];
await takeIn();
const alone = shares(toSubscriber);

const browser = await startBrowser();
const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
await page.goto(`${url}/board/?outlet=${HALL}`);
await page.locator('.connection[data-state="LIVE"]').waitFor();
await delay(2_000);
const news = await readNews(page);
committed.clear();
toSubscriber = [];
await takeIn();
const beside = shares(toSubscriber);
const painted = (await news()).filter(({ stream, cursor }) => stream === "cases" && committed.has(cursor));
const toScreen = shares(painted.map(({ cursor, at }) => at - (committed.get(cursor) as number)));
await browser.close();
await client.dispose();

// A measurement of steps that got lost is worth nothing.
assert.deepEqual([alone.events, beside.events, toScreen.events], [count, count, count]);

const measured = {
  date: new Date().toISOString().slice(0, 10),
  commit: execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8", cwd: repository }).trim(),
  machine: { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version, load: loadavg()[0] },
  pace: `one step every ${values.pace} ms`,
  commitToSubscriber: alone,
  commitToSubscriberBesideABoard: beside,
  commitToScreen: toScreen,
};
console.info(measured);
mkdirSync(join(import.meta.dirname, "../results"), { recursive: true });
writeFileSync(join(import.meta.dirname, "../results/lag.json"), `${JSON.stringify(measured, null, 2)}\n`);

/** ms */
function shares(lags: readonly number[]) {
  const sorted = lags.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? null;
  return { events: lags.length, p50: at(0.5), p90: at(0.9), p99: at(0.99), max: at(1) };
}
