import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RECEIPT } from "./testing/departments.js";
import { elements, lookUp, shownBy, startVisitor, type Visitor } from "./testing/visitor.js";

const { guide, outlets, progress } = elements;
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

let visitor: Visitor;
beforeAll(async () => {
  visitor = await startVisitor();
}, 60_000);
afterAll(() => visitor[Symbol.asyncDispose]());

describe("what is embedded", { timeout: 60_000 }, () => {
  it("takes a heading and a footer from the page, and lets the page style its parts", async () => {
    const heading = '<h2 slot="heading">到哪里办</h2><p slot="footer">示例银行提供</p>';
    const style = "<style>yimen-nearest-outlets::part(entry) { border-top-width: 7px }</style>";
    await using opened = await visitor.open(style + outlets.replace("></", `>${heading}</`));
    await opened.page.locator("yimen-nearest-outlets strong").first().waitFor();

    await opened.page.getByRole("heading", { name: "到哪里办" }).waitFor();
    expect(await opened.page.getByRole("heading", { name: "可办理的网点" }).count()).toBe(0);
    await opened.page.getByText("示例银行提供").waitFor();
    const entry = opened.page.locator("yimen-nearest-outlets li").nth(1);
    expect(await entry.evaluate((element) => getComputedStyle(element).borderTopWidth)).toBe("7px");
  });

  it("asks nobody but the gateway, under a policy that allows nothing inline", async () => {
    visitor.house.bank.policy = `default-src 'none'; script-src ${visitor.house.url}; connect-src ${visitor.house.url}`;
    await using opened = await visitor.open(guide + outlets + progress);
    await opened.page.getByRole("heading", { name: "可办理的网点" }).waitFor();
    await opened.page.locator("yimen-nearest-outlets strong").first().waitFor();
    visitor.house.bank.policy = "";

    const origins = new Set(opened.asked.map((url) => new URL(url).origin));
    expect(origins).toEqual(new Set([visitor.house.bank.origin, visitor.house.url]));
  });

  it("is not touched by the page's style, except by what it lets be changed", async () => {
    const style =
      "<style>* { color: red !important } h2 { font-size: 90px } :root { --yimen-accent: rgb(1, 2, 3) }</style>";
    await using opened = await visitor.open(style + progress);
    const styles = await opened.page.locator("yimen-case-progress").evaluate((element) => {
      const within = (selector: string) => getComputedStyle(element.shadowRoot?.querySelector(selector) as Element);
      return [within("h2").fontSize, within("button").backgroundColor];
    });

    expect(styles).toEqual(["20px", "rgb(1, 2, 3)"]);
  });

  it("has nothing that axe finds wrong", async () => {
    const fonts = [400, 700].map((weight) => `<link rel="stylesheet" href="/fonts/${weight}.css">`).join("");
    await using opened = await visitor.open(fonts + guide + outlets + progress);
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
      () => visitor.house.stranger,
      () => visitor.house.publishableKey,
      "本网页的来源未登记,不能使用该组件。",
      "ORIGIN_NOT_ALLOWED",
    ],
    [
      "show a secret key",
      () => visitor.house.bank,
      () => visitor.house.secretKey,
      "网页误用了保密密钥,不能使用该组件。",
      "SECRET_KEY_IN_PAGE",
    ],
  ])("%s says so in Chinese, and tells who makes the page more", async (_, site, key, text, code) => {
    const heard =
      '<script>addEventListener("yimen-failed", (event) => { document.title = event.detail.code })</script>';
    await using opened = await visitor.open(heard + guide, site(), key());

    await opened.page.getByRole("alert").waitFor();
    expect(await opened.page.getByRole("alert").textContent()).toBe(text);
    await expect.poll(() => opened.said.join()).toMatch(new RegExp(`<yimen-matter-guide> ${code}: .* key .*`));
    expect(await opened.page.title()).toBe(code);
    expect(await shownBy(opened.page, "yimen-matter-guide")).not.toContain("社会团体");
  });

  it("show a key that is none says so, and offers another try", async () => {
    await using opened = await visitor.open(guide, visitor.house.bank, "yimen_pk_guess");

    await opened.page.getByRole("alert").waitFor();
    expect(await opened.page.getByRole("alert").textContent()).toBe("本页面未获准使用该组件。");
    await opened.page.getByRole("button", { name: "重试" }).waitFor();
  });
});

describe("the kit", () => {
  it("may be kept, loaded from anywhere, and insisted on by its hash", async () => {
    const script = await fetch(`${visitor.house.url}/embed/v1.js`);
    const { integrity } = (await (await fetch(`${visitor.house.url}/embed/v1.json`)).json()) as { integrity: string };
    const digest = await crypto.subtle.digest("SHA-384", await script.arrayBuffer());

    expect(integrity).toBe(`sha384-${Buffer.from(digest).toString("base64")}`);
    expect(script.headers.get("cache-control")).toContain("max-age=3600");
    expect(script.headers.get("access-control-allow-origin")).toBe("*");
    expect(script.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    const again = await fetch(`${visitor.house.url}/embed/v1.js`, {
      headers: { "if-none-match": script.headers.get("etag") ?? "" },
    });
    expect(again.status).toBe(304);
  });

  it("has an address for this build alone, which caches may keep for good", async () => {
    const { pinned } = (await (await fetch(`${visitor.house.url}/embed/v1.json`)).json()) as { pinned: string };
    const [build, script] = await Promise.all([
      fetch(visitor.house.url + pinned),
      fetch(`${visitor.house.url}/embed/v1.js`),
    ]);

    expect(await build.text()).toBe(await script.text());
    expect(build.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect((await fetch(`${visitor.house.url}/embed/v1.${"0".repeat(16)}.js`)).status).toBe(404);
  });
});
