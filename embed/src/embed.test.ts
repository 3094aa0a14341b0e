import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startBrowser } from "./testing/browser.js";
import { MATTER, RECEIPT } from "./testing/departments.js";
import { type PartnerHouse, startPartnerHouse } from "./testing/partnerHouse.js";
import type { Site } from "./testing/site.js";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

let house: PartnerHouse;
let browser: Browser;
beforeAll(async () => {
  house = await startPartnerHouse();
  browser = await startBrowser();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await house.stop();
});

interface Opened extends AsyncDisposable {
  readonly page: Page;
  /** Addresses the page asked for. */
  readonly asked: readonly string[];
}

/** Opens a page of a website with these elements on it. */
async function open(elements: string, site: Site = house.bank, key = house.publishableKey): Promise<Opened> {
  const script = `<script src="${house.url}/embed/v1.js" data-key="${key}" async></script>`;
  site.page = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>银行</title>${script}<main><h1>银行</h1>${elements}</main>`;
  const page = await browser.newPage({ viewport: { width: 900, height: 700 } });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(site.origin);
  return { page, asked, [Symbol.asyncDispose]: () => page.close() };
}

const guide = `<yimen-matter-guide matter="${MATTER}"></yimen-matter-guide>`;
const outlets = `<yimen-nearest-outlets matter="${MATTER}" region="taoshan" lat="45.1" lon="130.9"></yimen-nearest-outlets>`;
const progress = "<yimen-case-progress></yimen-case-progress>";

async function lookUp(page: Page, { caseNo, secret }: typeof RECEIPT, lang: "zh" | "en" = "zh"): Promise<void> {
  await page.getByLabel(lang === "zh" ? "办件编号" : "Case number").fill(caseNo);
  await page.getByLabel(lang === "zh" ? "查询码" : "Query code").fill(secret);
  await page.getByRole("button", { name: lang === "zh" ? "查询" : "Look up" }).click();
}

const shownBy = (page: Page, element: string) =>
  page.locator(element).evaluate(({ shadowRoot }) => shadowRoot?.textContent ?? "");

describe("on a page of another origin", { timeout: 60_000 }, () => {
  it("a guide says what a matter asks for, in Chinese", async () => {
    await using opened = await open(guide);

    await opened.page.getByRole("heading", { name: "社会团体成立登记" }).waitFor();
    const text = await shownBy(opened.page, "yimen-matter-guide");
    expect(text).toContain("5个工作日");
    expect(text).toContain("住所使用权证明(复印件1份)(可容缺后补)");
    expect(text).toContain("<b>不是标签</b>"); // what comes from the graph is text
  });

  it("the same in English where lang says so, also when it changes later", async () => {
    await using opened = await open(guide);
    await opened.page.locator("yimen-matter-guide").evaluate((element) => element.setAttribute("lang", "en"));

    await opened.page.getByRole("heading", { name: "Registration of a social organisation" }).waitFor();
    expect(await shownBy(opened.page, "yimen-matter-guide")).toContain("5 working days");
  });

  it("a case's progress comes with its number and code, and neither ends in an address", async () => {
    await using opened = await open(progress);
    await lookUp(opened.page, RECEIPT);

    await opened.page.getByRole("heading", { name: RECEIPT.caseNo }).waitFor();
    const text = await shownBy(opened.page, "yimen-case-progress");
    for (const part of ["审查中", "社会团体成立登记", "2026-03-09", "住所使用权证明", "桃山政务大厅"])
      expect(text).toContain(part);
    expect(opened.asked.join()).not.toMatch(new RegExp(`${RECEIPT.secret}|${RECEIPT.caseNo}`));
  });

  it("a wrong code finds nothing, and is told apart from nothing else", async () => {
    await using opened = await open(progress);

    await lookUp(opened.page, { ...RECEIPT, secret: "WRONGWRONG22" });

    await opened.page.getByText("未找到该办件,请核对编号和查询码。").waitFor();
  });

  it("outlets stand with those of the region first, say why, and keep the visitor's place to themselves", async () => {
    await using opened = await open(outlets);
    const names = opened.page.locator("yimen-nearest-outlets strong");
    await names.first().waitFor();

    expect(await names.allTextContents()).toEqual(["桃山政务大厅", "桃西街道便民服务中心", "山阳政务大厅"]);
    await opened.page.getByText("网点尚无坐标").waitFor();
    expect(opened.asked.join()).not.toContain("45.1");
  });

  it("a matter that is not there is said to be not there", async () => {
    await using opened = await open('<yimen-matter-guide matter="none"></yimen-matter-guide>');

    await opened.page.getByText("未找到该事项。").waitFor();
  });

  it("asks nobody but the gateway, under a policy that allows nothing inline", async () => {
    house.bank.policy = `default-src 'none'; script-src ${house.url}; connect-src ${house.url}`;
    await using opened = await open(guide + outlets + progress);
    await opened.page.getByRole("heading", { name: "可办理的网点" }).waitFor();
    await opened.page.locator("yimen-nearest-outlets strong").first().waitFor();
    house.bank.policy = "";

    const origins = new Set(opened.asked.map((url) => new URL(url).origin));
    expect(origins).toEqual(new Set([house.bank.origin, house.url]));
  });

  it("is not touched by the page's style, except by what it lets be changed", async () => {
    const style =
      "<style>* { color: red !important } h2 { font-size: 90px } :root { --yimen-accent: rgb(1, 2, 3) }</style>";
    await using opened = await open(style + progress);
    const styles = await opened.page.locator("yimen-case-progress").evaluate((element) => {
      const within = (selector: string) => getComputedStyle(element.shadowRoot?.querySelector(selector) as Element);
      return [within("h2").fontSize, within("button").backgroundColor];
    });

    expect(styles).toEqual(["20px", "rgb(1, 2, 3)"]);
  });

  it("has nothing that axe finds wrong", async () => {
    const fonts = [400, 700].map((weight) => `<link rel="stylesheet" href="/fonts/${weight}.css">`).join("");
    await using opened = await open(fonts + guide + outlets + progress);
    await lookUp(opened.page, RECEIPT);
    await opened.page.getByRole("heading", { name: RECEIPT.caseNo }).waitFor();
    await opened.page.locator("yimen-nearest-outlets strong").first().waitFor();
    await opened.page.evaluate(await readFile(axe, "utf8"));

    const found = await opened.page.evaluate("axe.run()");
    const { violations } = found as { violations: { id: string; nodes: { html: string }[] }[] };

    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    await opened.page.evaluate(() => document.fonts.ready);
    await opened.page.screenshot({ path: "dist/screenshot.png", fullPage: true }); // to be looked at
  });
});

describe("a page that may not", { timeout: 60_000 }, () => {
  it("use the key, since it is of another origin, is told that in words", async () => {
    await using opened = await open(guide, house.stranger);

    // The browser keeps a refusal without CORS headers from the page: all it knows is that it failed.
    await opened.page.getByRole("alert").waitFor();
    expect(await shownBy(opened.page, "yimen-matter-guide")).not.toContain("社会团体");
  });

  it("show a key that is none says so, and offers another try", async () => {
    await using opened = await open(guide, house.bank, "yimen_pk_guess");

    await opened.page.getByRole("alert").waitFor();
    expect(await opened.page.getByRole("alert").textContent()).toBe("本页面未获准使用该组件。");
    await opened.page.getByRole("button", { name: "重试" }).waitFor();
  });
});

describe("the kit", () => {
  it("may be kept, loaded from anywhere, and insisted on by its hash", async () => {
    const script = await fetch(`${house.url}/embed/v1.js`);
    const { integrity } = (await (await fetch(`${house.url}/embed/v1.json`)).json()) as { integrity: string };
    const digest = await crypto.subtle.digest("SHA-384", await script.arrayBuffer());

    expect(integrity).toBe(`sha384-${Buffer.from(digest).toString("base64")}`);
    expect(script.headers.get("cache-control")).toContain("max-age=3600");
    expect(script.headers.get("access-control-allow-origin")).toBe("*");
    expect(script.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    const again = await fetch(`${house.url}/embed/v1.js`, {
      headers: { "if-none-match": script.headers.get("etag") ?? "" },
    });
    expect(again.status).toBe(304);
  });
});
