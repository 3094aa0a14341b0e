import { describe, expect, it } from "vitest";
import { boardInBrowser } from "../testing/boardInBrowser.js";

const openBoard = boardInBrowser();

describe("a board that stands where only staff see it", () => {
  it("shows seals used without approval at once (R126), and changes that no window acknowledged (R060)", async () => {
    await using board = await openBoard({ query: "#token=staff" });
    const { hall, page, complaints } = board;
    const alerts = (kind: string) => page.locator(`.alerts li[data-alert="${kind}"]`);
    await expect.poll(() => hall.desk.asked, { timeout: 10_000 }).toBeGreaterThan(0);
    hall.desk.sendNotice("7", true);
    hall.desk.sendNotice("8", false);

    hall.desk.useSealWithoutApproval("七桃审〔2026〕31号");
    await alerts("SEAL").waitFor();

    expect(await alerts("SEAL").textContent()).toMatch(/用印\s+七桃审〔2026〕31号\s+09:42 无审批用印/);
    expect(await alerts("GUIDE").allTextContents()).toEqual([expect.stringMatching(/事项7\s+综合窗口1逾期未确认/)]);
    expect(new URL(page.url()).hash).toBe("");
    hall.desk.closeSealAlerts();
    await alerts("SEAL").waitFor({ state: "detached" });
    expect(complaints).toEqual([]);
  });

  it("goes on after its line was broken", async () => {
    await using board = await openBoard({ query: "#token=staff" });
    await expect.poll(() => board.hall.desk.asked, { timeout: 10_000 }).toBeGreaterThan(0);

    board.server.breakSockets();
    board.hall.desk.useSealWithoutApproval("七桃审〔2026〕32号");

    await board.page.locator('.alerts li[data-alert="SEAL"]').waitFor();
  });

  it("is not what stands in the public hall", async () => {
    await using board = await openBoard();

    board.hall.desk.useSealWithoutApproval("七桃审〔2026〕33号");
    board.hall.openCase();
    await board.shows("cases", board.hall.caseLog.length);

    expect(board.hall.desk.asked).toBe(0);
    expect(await board.page.locator('.alerts li[data-alert="SEAL"]').count()).toBe(0);
  });
});
