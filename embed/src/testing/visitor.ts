import { type BrowserContextOptions, type Page, startBrowser } from "@yimen/browser/startBrowser";
import { MATTER, type RECEIPT } from "./departments.js";
import { startPartnerHouse } from "./partnerHouse.js";

/** The elements as a page has them. */
export const elements = {
  guide: `<yimen-matter-guide matter="${MATTER}"></yimen-matter-guide>`,
  outlets: `<yimen-nearest-outlets matter="${MATTER}" region="taoshan"></yimen-nearest-outlets>`,
  progress: "<yimen-case-progress></yimen-case-progress>",
} as const;

export interface Opened extends AsyncDisposable {
  readonly page: Page;
  /** Addresses the page asked for. */
  readonly asked: readonly string[];
  /** What it sent. */
  readonly sent: readonly string[];
  /** What it said to who makes it. */
  readonly said: readonly string[];
}

export type Visitor = Awaited<ReturnType<typeof startVisitor>>;

/** Somebody with a browser, and the websites of a bank and of a stranger to look at. */
export async function startVisitor() {
  await using failed = new AsyncDisposableStack();
  const house = failed.use(await startPartnerHouse());
  const browser = await startBrowser();
  failed.defer(() => browser.close());
  const everything = failed.move();

  /** Opens a page of a website with these elements on it. */
  async function open(
    content: string,
    site = house.bank,
    key = house.publishableKey,
    options: BrowserContextOptions = {},
  ): Promise<Opened> {
    const script = `<script src="${house.url}/embed/v1.js" data-key="${key}" async></script>`;
    site.page = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>银行</title>${script}<main><h1>银行</h1>${content}</main>`;
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
  return { house, open, [Symbol.asyncDispose]: () => everything.disposeAsync() };
}

/** Asks a page for a case's progress, in Chinese. */
export async function lookUp(page: Page, { caseNo, secret }: typeof RECEIPT): Promise<void> {
  await page.getByLabel("办件编号").fill(caseNo);
  await page.getByLabel("查询码").fill(secret);
  await page.getByRole("button", { name: "查询" }).click();
}

export const shownBy = (page: Page, element: string) =>
  page.locator(element).evaluate(({ shadowRoot }) => shadowRoot?.textContent ?? "");
