import { describe, expect, it } from "vitest";
import { guidesOf, readSeedFiles } from "../seedFile.js";
import { aGuide, aMaterial } from "../testing/guides.js";
import { operatingProcedure } from "./operatingProcedure.js";

describe("the standard operating procedure of a matter (R046)", () => {
  it("has officers check every condition, material and review point, then go step by step", () => {
    const guide = aGuide({ materials: [aMaterial({ deferrable: true, maxDeferralDays: 5 })] });

    expect(operatingProcedure(guide)).toEqual([
      "核对受理条件:在本区有住所",
      "核验材料:申请书;填写完整;可容缺,5个工作日内补交",
      "审查要点:材料齐全、符合法定形式",
      "受理(综合窗口);1个工作日;材料齐全、符合法定形式;受理通知书",
    ]);
  });

  it("is there for every matter that any post takes (通岗通办清单)", () => {
    const universal = readSeedFiles().flatMap((file) => {
      const ids = new Set(file.matters.filter(({ lists }) => lists.includes("UNIVERSAL_POST")).map(({ id }) => id));
      return guidesOf(file).filter(({ matterId }) => ids.has(matterId));
    });

    expect(universal.length).toBeGreaterThan(0);
    for (const guide of universal) expect(operatingProcedure(guide).length).toBeGreaterThan(guide.steps.length);
  });
});
