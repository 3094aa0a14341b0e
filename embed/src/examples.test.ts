import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startBrowser } from "@yimen/browser/startBrowser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PartnerHouse, startPartnerHouse } from "./testing/partnerHouse.js";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const run = promisify(execFile);

let house: PartnerHouse;
let guide: string;
beforeAll(async () => {
  house = await startPartnerHouse();
  guide = await readFile(`${repository}docs/partners.md`, "utf8");
}, 60_000);
afterAll(() => house.stop());

/** The example of docs/partners.md in this language that has this text in it. */
function example(language: string, text: string): string {
  const blocks = [...guide.matchAll(/```(\w+)\n([\s\S]*?)```/g)];
  const found = blocks.find(([, name, code]) => name === language && code?.includes(text));
  if (!found?.[2]) throw new Error(`docs/partners.md has no ${language} with "${text}".`);
  return found[2];
}

const environment = () => ({ ...process.env, YIMEN_URL: house.url, YIMEN_KEY: house.secretKey });

describe("the examples of docs/partners.md", { timeout: 60_000 }, () => {
  it("work with curl", async () => {
    const { stdout } = await run("sh", ["-c", example("sh", "curl")], { cwd: repository, env: environment() });

    expect(JSON.parse(stdout).data.matter.name).toBe("社会团体成立登记");
  });

  it("work with Node", async () => {
    const args = ["--input-type=module", "-e", example("js", "createHash")];
    const { stdout } = await run(process.execPath, args, { cwd: repository, env: environment() });

    expect(stdout).toContain("社会团体成立登记");
  });

  it("work as a page", async () => {
    const written = example("html", "<yimen-matter-guide");
    house.bank.page = written
      .replaceAll("https://yimen.example", house.url)
      .replaceAll("yimen_pk_…", house.publishableKey);
    const browser = await startBrowser();
    const page = await browser.newPage();
    await page.goto(house.bank.origin);

    await page.getByRole("heading", { name: "社会团体成立登记" }).waitFor();
    await page.locator("yimen-nearest-outlets strong").first().waitFor();
    await page.getByRole("button", { name: "Look up" }).waitFor();
    await browser.close();
  });
});
