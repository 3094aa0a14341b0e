import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { type Browser, type BrowserContextOptions, type Page, startBrowser } from "@yimen/browser/startBrowser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { progress as caseProgress, MATTER, RECEIPT } from "./testing/departments.js";
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
  /** What it sent. */
  readonly sent: readonly string[];
  /** What it said to who makes it. */
  readonly said: readonly string[];
}

/** Opens a page of a website with these elements on it. */
async function open(
  elements: string,
  site: Site = house.bank,
  key = house.publishableKey,
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const script = `<script src="${house.url}/embed/v1.js" data-key="${key}" async></script>`;
  site.page = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>银行</title>${script}<main><h1>银行</h1>${elements}</main>`;
  const page = await browser.newPage({ viewport: { width: 900, height: 700 }, ...options });
  const asked: string[] = [];
  const sent: string[] = [];
  const said: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("request", (request) => {
    asked.push(request.url());
    sent.push(request.postData() ?? "");
  });
  await page.goto(site.origin);
  return { page, asked, sent, said, [Symbol.asyncDispose]: () => page.close() };
}

const guide = `<yimen-matter-guide matter="${MATTER}"></yimen-matter-guide>`;
const outlets = `<yimen-nearest-outlets matter="${MATTER}" region="taoshan"></yimen-nearest-outlets>`;
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

  it("outlets stand with those of the region first, and say so, as long as nobody says where", async () => {
    await using opened = await open(outlets);
    const names = opened.page.locator("yimen-nearest-outlets strong");
    await names.first().waitFor();

    expect(await names.allTextContents()).toEqual(["桃山政务大厅", "桃西街道便民服务中心", "山阳政务大厅"]);
    await opened.page.getByText("同区域在前").waitFor();
  });

  it("outlets stand by distance from where the visitor is, once the visitor asked for that, told to 100 metres", async () => {
    const geolocation = { latitude: 30.0123456, longitude: 125.0654321 };
    await using opened = await open(outlets, house.bank, undefined, { geolocation, permissions: ["geolocation"] });
    const names = opened.page.locator("yimen-nearest-outlets strong");
    await names.first().waitFor();
    expect(opened.sent.join()).not.toContain("latitude");

    await opened.page.getByRole("button", { name: "按我的位置排列" }).click();
    await opened.page.getByText("230米").waitFor();

    expect(await names.allTextContents()).toEqual(["桃西街道便民服务中心", "山阳政务大厅", "桃山政务大厅"]);
    expect(opened.sent.join()).toContain('"latitude":30.012,"longitude":125.065');
    expect(await opened.page.getByRole("link", { name: "导航" }).first().getAttribute("href")).toBe("geo:30.01,125");
  });

  it("outlets stay by region where the visitor does not say where", async () => {
    await using opened = await open(outlets);
    await opened.page.getByRole("button", { name: "按我的位置排列" }).click();

    await opened.page.getByText("未能获得您的位置").waitFor();
    expect(await opened.page.locator("yimen-nearest-outlets strong").count()).toBe(3);
    expect(opened.sent.join()).not.toContain("latitude");
  });

  it("outlets stand by distance from a place that the page gives, in English too", async () => {
    await using opened = await open(
      `<yimen-nearest-outlets matter="${MATTER}" lat="30.2" lon="125" lang="en"></yimen-nearest-outlets>`,
    );
    const names = opened.page.locator("yimen-nearest-outlets strong");
    await names.first().waitFor();

    expect(await names.allTextContents()).toEqual(["Shanyang Hall", "Taoxi Subdistrict Centre", "Taoshan Hall"]);
    await opened.page.getByText("21.1 km").waitFor();
    expect(await opened.page.getByRole("button").count()).toBe(0);
  });

  it("progress is looked at again while the page stays open, and is left alone while nothing has changed", async () => {
    await using opened = await open("<p></p>");
    await opened.page.clock.install();
    await opened.page.evaluate(() => {
      document
        .querySelector("p")
        ?.insertAdjacentHTML("afterend", '<yimen-case-progress refresh="60"></yimen-case-progress>');
      document.addEventListener("yimen-loaded", () => document.body.append("·"));
    });
    await lookUp(opened.page, RECEIPT);
    await opened.page.getByText("审查中").waitFor();
    const asked = () => opened.asked.filter((url) => url.endsWith("/graphql")).length;
    const before = asked();

    for (const status of ["UNDER_REVIEW", "GRANTED"]) {
      caseProgress.status = status;
      const answered = opened.page.waitForResponse((response) => response.url().endsWith("/graphql"));
      await opened.page.clock.fastForward(61_000);
      await answered;
    }
    await opened.page.getByText("准予").waitFor();
    caseProgress.status = "UNDER_REVIEW";

    expect(asked() - before).toBeGreaterThanOrEqual(2);
    expect(await opened.page.evaluate(() => document.body.textContent?.split("·").length)).toBe(3);
  });

  it("the page puts a heading and a footer of its own, styles parts, and is told what happened", async () => {
    const heading = '<h2 slot="heading">到哪里办</h2><p slot="footer">示例银行提供</p>';
    const style = "<style>yimen-nearest-outlets::part(entry) { border-top-width: 7px }</style>";
    await using opened = await open(style + outlets.replace("></", `>${heading}</`));
    await opened.page.locator("yimen-nearest-outlets strong").first().waitFor();

    await opened.page.getByRole("heading", { name: "到哪里办" }).waitFor();
    expect(await opened.page.getByRole("heading", { name: "可办理的网点" }).count()).toBe(0);
    await opened.page.getByText("示例银行提供").waitFor();
    const entry = opened.page.locator("yimen-nearest-outlets li").nth(1);
    expect(await entry.evaluate((element) => getComputedStyle(element).borderTopWidth)).toBe("7px");
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
  it.each([
    [
      "use the key, since it is of another origin",
      () => house.stranger,
      () => house.publishableKey,
      "本网页的来源未登记,不能使用该组件。",
      "ORIGIN_NOT_ALLOWED",
    ],
    [
      "show a secret key",
      () => house.bank,
      () => house.secretKey,
      "网页误用了保密密钥,不能使用该组件。",
      "SECRET_KEY_IN_PAGE",
    ],
  ])("%s says so in Chinese, and tells who makes the page more", async (_, site, key, text, code) => {
    const heard =
      '<script>addEventListener("yimen-failed", (event) => { document.title = event.detail.code })</script>';
    await using opened = await open(heard + guide, site(), key());

    await opened.page.getByRole("alert").waitFor();
    expect(await opened.page.getByRole("alert").textContent()).toBe(text);
    await expect.poll(() => opened.said.join()).toMatch(new RegExp(`<yimen-matter-guide> ${code}: .* key .*`));
    expect(await opened.page.title()).toBe(code);
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

  it("has an address for this build alone, which caches may keep for good", async () => {
    const { pinned } = (await (await fetch(`${house.url}/embed/v1.json`)).json()) as { pinned: string };
    const [build, script] = await Promise.all([fetch(house.url + pinned), fetch(`${house.url}/embed/v1.js`)]);

    expect(await build.text()).toBe(await script.text());
    expect(build.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect((await fetch(`${house.url}/embed/v1.${"0".repeat(16)}.js`)).status).toBe(404);
  });
});
