import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aGuide, aMaterial } from "../testing/guides.js";
import { type DocumentFormat, escaped, guideDocument } from "./guideDocument.js";
import { numberedGuide } from "./numberedGuide.js";
import { needsNoPaper, optimisation } from "./optimisation.js";

const published = { effectiveFrom: new Date(0), effectiveTo: null, publishedAt: new Date(0), publishedBy: "x" };
const guideOf = (given: Parameters<typeof aGuide>[0]) => numberedGuide("m", 1, published, aGuide(given));
const formats: DocumentFormat[] = ["TEXT", "MARKDOWN", "HTML"];
const words = fc.array(fc.stringMatching(/^[一-龥A-Za-z0-9]{1,12}$/), { minLength: 1, maxLength: 4 });

describe("a printed guide (R210)", () => {
  it("says everything the catalogue's guide says, in every format", () => {
    fc.assert(
      fc.property(words, words, words, words, (conditions, points, bases, names) => {
        const guide = guideOf({
          acceptanceConditions: conditions,
          reviewPoints: points,
          legalBases: bases,
          materials: names.map((name, n) => aMaterial({ code: `c${n}`, name, basis: `依据${n}` })),
          steps: names.map((name) => ({ name, limit: null, role: "窗口", standard: "", result: "" })),
        });
        for (const format of formats) {
          const document = guideDocument("示例事项", guide, format);
          for (const said of [...conditions, ...points, ...bases, ...names]) expect(document).toContain(said);
          expect(document).toContain(guide.id);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("shows the steps as a flow, in their order", () => {
    const step = (name: string) => ({ name, limit: null, role: "窗口", standard: "", result: "" });
    const guide = guideOf({ steps: ["受理", "审查", "决定", "制证", "送达"].map(step) });

    expect(guideDocument("示例", guide, "TEXT")).toContain("流程图:受理 → 审查 → 决定 → 制证 → 送达");
    expect(guideDocument("示例", guide, "HTML")).toContain(
      '<ol class="flow"><li>受理</li><li>审查</li><li>决定</li><li>制证</li><li>送达</li></ol>',
    );
  });

  it("never turns a text of the catalogue into mark-up", () => {
    const nasty = '<script>alert("x")</script>';
    const guide = guideOf({ acceptanceConditions: [nasty], reviewPoints: ["[a](javascript:x)"] });

    expect(guideDocument(nasty, guide, "HTML")).not.toContain("<script");
    expect(guideDocument(nasty, guide, "HTML")).toContain(escaped(nasty));
    expect(guideDocument("m", guide, "MARKDOWN")).toContain("\\[a\\](javascript:x)");
  });
});

describe("a guide against its baseline (R032)", () => {
  it("counts materials, forms, steps and visits before and now", () => {
    const guide = guideOf({
      materials: [aMaterial(), aMaterial({ code: "id", type: "IDENTITY_CARD" })],
      onSiteVisits: 0,
    });

    expect(optimisation({ materials: 5, forms: 2, steps: 4, onSiteVisits: 2 }, guide)).toEqual({
      materials: { before: 5, now: 2 },
      forms: { before: 2, now: 1 },
      steps: { before: 4, now: 1 },
      onSiteVisits: { before: 2, now: 0 },
    });
  });

  it("needs no paper when a file or an e-licence stands for every material (R065, R206)", () => {
    const licence = aMaterial({ eLicence: "营业执照" });
    const file = aMaterial({ code: "file", form: "ELECTRONIC" });

    expect(needsNoPaper(guideOf({ materials: [] }))).toBe(true);
    expect(needsNoPaper(guideOf({ materials: [licence, file] }))).toBe(true);
    expect(needsNoPaper(guideOf({ materials: [licence, aMaterial({ code: "paper" })] }))).toBe(false);
  });
});
