import { describe, expect, it } from "vitest";
import { aGuide, aMaterial } from "../testing/guides.js";
import { oneTimeNotice } from "./oneTimeNotice.js";

const guide = aGuide({
  materials: [
    aMaterial({ sampleForm: "窗口免费提供填写样例" }),
    aMaterial({
      code: "premises-proof",
      name: "住所使用权证明",
      originals: 0,
      copies: 1,
      deferrable: true,
      maxDeferralDays: 3,
    }),
  ],
  specialProcedures: [{ kind: "OTHER", name: "现场核查", limit: null }],
});
const version = {
  ...guide,
  id: "m@1",
  matterId: "m",
  version: 1,
  effectiveFrom: new Date(0),
  effectiveTo: null,
  publishedAt: new Date(0),
  publishedBy: "s",
};

describe("the one-time notice", () => {
  const notice = oneTimeNotice("社会团体成立登记", version);

  it("holds every condition, material and step of the guide (R089)", () => {
    expect(notice).toMatchObject({
      guideId: "m@1",
      conditions: guide.acceptanceConditions,
      materials: guide.materials,
      steps: guide.steps,
    });
    for (const { name } of [...guide.materials, ...guide.steps, ...guide.specialProcedures]) {
      expect(notice.text).toContain(name);
    }
  });

  it("says where samples are, what may come later and how long it takes (R090, R060)", () => {
    expect(notice.text).toContain("样例:窗口免费提供填写样例");
    expect(notice.text).toContain("可容缺,受理后3个工作日内补交");
    expect(notice.text).toContain("承诺10个工作日,法定20个工作日");
  });
});
