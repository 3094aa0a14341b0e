import { type Browser, type Page, startBrowser } from "@yimen/browser/startBrowser";
import { type CuttableLine, startLine } from "@yimen/kernel/testing/cuttableLine";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { actingIn } from "./acting.js";
import { readNews, type Shown } from "./boardReader.js";
import { type Counter, openCounter } from "./counter.js";
import { expireCursors } from "./expireCursors.js";
import { personas } from "./personas.js";
import { type System, startSystem } from "./system.js";

const { officerW2, officerW2B, approverCivil } = personas;

let system: System;
let acting: ReturnType<typeof actingIn>;
let counter: Counter;
let line: CuttableLine;
let browser: Browser;
let page: Page;
let news: () => Promise<readonly Shown[]>;
const problems: string[] = [];
let snapshots = 0;
beforeAll(async () => {
  system = await startSystem({ now: "2026-03-02T09:00:00+08:00" });
  acting = actingIn(system);
  counter = await openCounter(system);
  line = await startLine(Number(new URL(system.url).port));
  browser = await startBrowser();
  page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  page.on("pageerror", (problem) => problems.push(problem.message));
  page.on("request", (request) => {
    if (request.postData()?.includes("BoardSnapshot")) snapshots++;
  });
  await page.goto(`http://127.0.0.1:${line.port}/board/?outlet=taoshan-hall`);
  await page.locator('.connection[data-state="LIVE"]').waitFor();
  news = await readNews(page);
});
afterAll(async () => {
  await browser?.close();
  await line?.[Symbol.asyncDispose]();
  await system?.[Symbol.asyncDispose]();
});

const live = () => page.locator('.connection[data-state="LIVE"]').waitFor({ timeout: 30_000 });
const stepsOf = async (caseNo: string) =>
  (await news()).filter(({ stream, subject }) => stream === "cases" && subject === caseNo).map(({ type }) => type);
const shows = (caseNo: string, steps: readonly string[]) =>
  vi.waitFor(async () => expect(await stepsOf(caseNo)).toEqual(steps), { timeout: 20_000, interval: 100 });

const WHOLE_WAY = [
  "CaseOpened",
  "CaseAccepted",
  "CasePickedUp",
  "CorrectionRequested",
  "CorrectionReceived",
  "CaseDecided",
  "ResultMade",
  "ResultIssued",
  "CaseDelivered",
];

/** One case from the window to its delivery, with something in between the steps. */
async function wholeWay(between: (step: number) => Promise<void>): Promise<string> {
  const { case: opened, receipt } = await counter.open();
  const caseId = opened.id;
  const correction = { caseId, requirementIds: counter.requirementIds.slice(0, 1), reason: "请补正" };
  const steps = [
    () => acting.act(officerW2, "acceptCase", { caseId }),
    () => acting.act(approverCivil, "pickUpCase", { caseId }),
    () => acting.act(approverCivil, "requestCorrection", correction),
    () => acting.act(officerW2B, "receiveCorrection", { caseId }),
    ...counter.steps(caseId),
  ];
  for (const [index, step] of steps.entries()) {
    await between(index);
    await step();
  }
  return receipt.caseNo;
}

describe("the board in a browser", () => {
  it("shows every step of a case in order, none missing, none twice", async () => {
    const caseNo = await wholeWay(async () => undefined);

    await shows(caseNo, WHOLE_WAY);
    expect(await page.locator('[data-stage="DELIVERED"] .card').count()).toBe(1);
  });

  it("loses and repeats nothing when its own socket breaks again and again", async () => {
    let broken = 0;
    const caseNo = await wholeWay(async (step) => {
      if (step % 2 === 0) broken += line.cut();
    });

    await shows(caseNo, WHOLE_WAY);
    expect(broken).toBeGreaterThan(0);
    await live();
  });

  it("loses and repeats nothing when the cases subgraph is killed and comes back", async () => {
    const caseNo = await wholeWay(async (step) => {
      if (step !== 2 && step !== 5) return;
      await system.services.get("cases")?.kill();
      if (step === 5) line.cut();
      await system.restart("cases");
    });

    await shows(caseNo, WHOLE_WAY);
    await live();
  });

  it("takes the present state when its cursors are too old, without asking for it, and goes on after it", async () => {
    const before = snapshots;
    await expireCursors(system);

    const { case: opened, receipt } = await counter.open();
    await page.locator(`.card[data-case="${opened.id}"]`).waitFor(); // told with the state
    await acting.act(officerW2, "acceptCase", { caseId: opened.id });
    await acting.act(approverCivil, "pickUpCase", { caseId: opened.id });

    await shows(receipt.caseNo, ["CaseAccepted", "CasePickedUp"]);
    await live();
    expect(snapshots).toBe(before);
  });

  it("shows who serves for whom once B takes over, and the lag that it measured", async () => {
    const leave = { from: "2026-03-02T01:00:00Z", until: "2026-03-02T09:00:00Z", reason: "外出" };
    const { id } = await acting.act<{ id: string }>(officerW2, "requestLeave", leave, "id");
    await acting.act(personas.centreDirector, "approveLeave", { leaveId: id }, "id");

    const takeover = page.locator('.news li[data-type="TAKEOVER_STARTED"]');
    await takeover.first().waitFor();
    await page.locator(".lag[data-events]").waitFor();
    expect(await page.locator(".windows").textContent()).toContain("代");
  });

  it("has no two lines of one event, and no fault of its own", async () => {
    const keys = (await news()).map(({ stream, cursor }) => `${stream}:${cursor}`);

    expect(keys).toEqual([...new Set(keys)]);
    expect(problems).toEqual([]);
  });
});
