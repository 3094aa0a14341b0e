import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { progress as caseProgress, MATTER, RECEIPT } from "./testing/departments.js";
import { elements, lookUp, shownBy, startVisitor, type Visitor } from "./testing/visitor.js";

const { guide, outlets, progress } = elements;

let visitor: Visitor;
beforeAll(async () => {
  visitor = await startVisitor();
}, 60_000);
afterAll(() => visitor[Symbol.asyncDispose]());

describe("on a page of another origin", { timeout: 60_000 }, () => {
  it("a guide says what a matter asks for, in Chinese", async () => {
    await using opened = await visitor.open(guide);

    await opened.page.getByRole("heading", { name: "社会团体成立登记" }).waitFor();
    const text = await shownBy(opened.page, "yimen-matter-guide");
    expect(text).toContain("5个工作日");
    expect(text).toContain("住所使用权证明(复印件1份)(可容缺后补)");
    expect(text).toContain("<b>不是标签</b>"); // what comes from the graph is text
  });

  it("the same in English where lang says so, also when it changes later", async () => {
    await using opened = await visitor.open(guide);
    await opened.page.locator("yimen-matter-guide").evaluate((element) => element.setAttribute("lang", "en"));

    await opened.page.getByRole("heading", { name: "Registration of a social organisation" }).waitFor();
    expect(await shownBy(opened.page, "yimen-matter-guide")).toContain("5 working days");
  });

  it("a case's progress comes with its number and code, and neither ends in an address", async () => {
    await using opened = await visitor.open(progress);
    await lookUp(opened.page, RECEIPT);

    await opened.page.getByRole("heading", { name: RECEIPT.caseNo }).waitFor();
    const text = await shownBy(opened.page, "yimen-case-progress");
    for (const part of ["审查中", "社会团体成立登记", "2026-03-09", "住所使用权证明", "桃山政务大厅"])
      expect(text).toContain(part);
    expect(opened.asked.join()).not.toMatch(new RegExp(`${RECEIPT.secret}|${RECEIPT.caseNo}`));
  });

  it("a wrong code finds nothing, and is told apart from nothing else", async () => {
    await using opened = await visitor.open(progress);

    await lookUp(opened.page, { ...RECEIPT, secret: "WRONGWRONG22" });

    await opened.page.getByText("未找到该办件,请核对编号和查询码。").waitFor();
  });

  it("outlets stand with those of the region first, and say so, as long as nobody says where", async () => {
    await using opened = await visitor.open(outlets);
    const names = opened.page.locator("yimen-nearest-outlets strong");
    await names.first().waitFor();

    expect(await names.allTextContents()).toEqual(["桃山政务大厅", "桃西街道便民服务中心", "山阳政务大厅"]);
    await opened.page.getByText("同区域在前").waitFor();
  });

  it("outlets stand by distance from where the visitor is, once the visitor asked for that, told to 100 metres", async () => {
    const geolocation = { latitude: 30.0123456, longitude: 125.0654321 };
    await using opened = await visitor.open(outlets, visitor.house.bank, undefined, {
      geolocation,
      permissions: ["geolocation"],
    });
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
    await using opened = await visitor.open(outlets);
    await opened.page.getByRole("button", { name: "按我的位置排列" }).click();

    await opened.page.getByText("未能获得您的位置").waitFor();
    expect(await opened.page.locator("yimen-nearest-outlets strong").count()).toBe(3);
    expect(opened.sent.join()).not.toContain("latitude");
  });

  it("outlets stand by distance from a place that the page gives, in English too", async () => {
    await using opened = await visitor.open(
      `<yimen-nearest-outlets matter="${MATTER}" lat="30.2" lon="125" lang="en"></yimen-nearest-outlets>`,
    );
    const names = opened.page.locator("yimen-nearest-outlets strong");
    await names.first().waitFor();

    expect(await names.allTextContents()).toEqual(["Shanyang Hall", "Taoxi Subdistrict Centre", "Taoshan Hall"]);
    await opened.page.getByText("21.1 km").waitFor();
    expect(await opened.page.getByRole("button").count()).toBe(0);
  });

  it("progress is looked at again while the page stays open, and is left alone while nothing has changed", async () => {
    await using opened = await visitor.open("<p></p>");
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

  it("a matter that is not there is said to be not there", async () => {
    await using opened = await visitor.open('<yimen-matter-guide matter="none"></yimen-matter-guide>');

    await opened.page.getByText("未找到该事项。").waitFor();
  });
});
