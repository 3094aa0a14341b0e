import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { type Browser, type Page, startBrowser } from "@yimen/browser/startBrowser";
import type { AxeResults } from "axe-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { servePage } from "../testing/servePage.js";
import { aBusyReport, aReport } from "./fixtures.js";
import type { Report } from "./report.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TOKEN = "operators-only";

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** A gateway that reports what it is given to whoever has the token, and the page over it. */
async function openPage({ width = 1920, height = 1080, interval = 2_000 } = {}) {
  const gateway = { report: aReport({}), asked: 0, isAway: false };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://gateway");
    if (pathname !== "/streams") return servePage(pathname, response);
    gateway.asked += 1;
    if (gateway.isAway) return request.socket.destroy();
    const isOperator = request.headers.authorization === `Bearer ${TOKEN}`;
    response.writeHead(isOperator ? 200 : 403, { "content-type": "application/json" });
    response.end(JSON.stringify(isOperator ? gateway.report : {}));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const page = await browser.newPage({ viewport: { width, height } });
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (said) => {
    const isAnswer = /status of 403|net::ERR_/.test(said.text()); // what the gateway was told to answer here
    if (said.type() === "error" && !isAnswer) complaints.push(said.text());
  });
  await page.clock.install();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/board/operator/`);
  return {
    ...{ gateway, page, complaints },
    enter: async (token: string) => {
      await page.locator("#token").fill(token);
      await page.locator(".token button").click();
    },
    /** Lets the page look again, and waits until it shows what it got. */
    async look(report: Report) {
      gateway.report = report;
      await page.clock.fastForward(interval);
      await page.locator(`header time[datetime="${report.at}"]`).waitFor();
    },
    async [Symbol.asyncDispose]() {
      await page.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

const rows = (page: Page) =>
  page.locator("tbody tr").evaluateAll((all) => all.map((row) => row.textContent?.replace(/\s+/g, " ").trim()));

describe("the operator's page", { timeout: 60_000 }, () => {
  it("asks for a token, says when it is not good, and keeps a good one for the tab", async () => {
    await using open = await openPage();
    await open.page.locator("form.token").waitFor();

    await open.enter("wrong");
    await open.page.locator(".token [role=alert]").waitFor();
    await open.enter(TOKEN);
    await open.page.locator('main[data-state="LIVE"]').waitFor();
    await open.page.reload();

    await open.page.locator('main[data-state="LIVE"]').waitFor();
    expect(open.complaints).toEqual([]);
  });

  it("shows streams, subscribers, lag and clients let go, and how fast it goes", async () => {
    await using open = await openPage();
    await open.enter(TOKEN);
    await open.look(aBusyReport(0));
    await open.look(aBusyReport(2));

    const shown = await rows(open.page);

    expect(shown).toHaveLength(5);
    expect(shown[0]).toMatch(/BoardCaseEvents.*cases.*已连接.*8,412.*48213.*已到末端.*61.*4\.0.*47\.1 KiB/);
    expect(shown[2]).toMatch(/BoardDutyEvents.*staff.*恢复中.*42 s.*1,204/);
    expect(shown[3]).toMatch(/WindowScreen.*可能落后.*≤ 9,093.*310.*2\.3 MiB/);
    expect(shown[4]).toMatch(/complaintEvents.*已连接.*已到末端/);
    expect(await open.page.locator('.tile[data-kind="deliveries"] strong').textContent()).toBe("44,462");
    expect(await open.page.locator(".letGo li").allTextContents()).toEqual([
      expect.stringMatching(/BoardCaseEvents, BoardQueueEvents\s+1013 WebSocket · 1\.0 MiB/),
      expect.stringMatching(/WindowScreen\s+– SSE · 1\.3 MiB/),
      expect.stringMatching(/multipart/),
    ]);
    expect(open.complaints).toEqual([]);
  });

  it("keeps the last report in view while the gateway is away, says so, and goes on", async () => {
    await using open = await openPage();
    await open.enter(TOKEN);
    await open.look(aBusyReport(0));

    open.gateway.isAway = true;
    await open.page.clock.fastForward(2_000);
    await open.page.locator('main[data-state="LOST"]').waitFor();
    expect(await rows(open.page)).toHaveLength(5);
    expect(await open.page.locator(".notice").textContent()).toContain("网关无应答");
    open.gateway.isAway = false;
    await open.look(aBusyReport(4));

    await open.page.locator('main[data-state="LIVE"]').waitFor();
  });

  it("weighs no more after many reports than after a few", async () => {
    await using open = await openPage();
    await open.enter(TOKEN);
    const devtools = await open.page.context().newCDPSession(open.page);
    await devtools.send("Performance.enable");
    const weigh = async () => {
      await devtools.send("HeapProfiler.collectGarbage");
      const { metrics } = await devtools.send("Performance.getMetrics");
      return (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
    };
    const look = async (from: number, to: number) => {
      // Other streams every time: what is gone is forgotten.
      for (let second = from; second < to; second += 2) {
        const report = aBusyReport(second);
        await open.look({
          ...report,
          streams: report.streams.map((stream) => ({ ...stream, id: stream.id + second * 5 })),
        });
      }
    };

    await look(0, 80); // the curve is full
    const before = await weigh();
    await look(80, 160);
    const after = await weigh();

    expect(after("Nodes") - before("Nodes")).toBeLessThan(30);
    expect(after("JSEventListeners") - before("JSEventListeners")).toBeLessThan(5);
    expect(after("JSHeapUsedSize") - before("JSHeapUsedSize")).toBeLessThan(400_000);
  });

  it.each([
    [1920, 1080],
    [390, 844],
  ])("fits a screen of %i × %i and can be used by everybody", async (width, height) => {
    await using open = await openPage({ width, height });
    await open.enter(TOKEN);
    for (const second of [0, 2, 4, 7, 8, 12]) await open.look(aBusyReport(second));
    await open.page.evaluate(() => document.fonts.ready);
    if (process.env.SCREENSHOTS)
      await open.page.screenshot({ path: `${process.env.SCREENSHOTS}/operator-${width}.png` });

    const wide = await open.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    await open.page.evaluate(axe);
    const { violations } = await open.page.evaluate(() =>
      (Reflect.get(globalThis, "axe") as { run(): Promise<AxeResults> }).run(),
    );

    expect(wide).toBe(0);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});
