import { describe, expect, it } from "vitest";
import { caseIn, collected } from "../testing/aCase.js";
import { socialOrganisation } from "../testing/facts.js";
import { requireApplicant } from "./applicant.js";
import { caseStatuses } from "./case.js";
import { nationalStatus } from "./nationalStatus.js";

describe("collecting an application", () => {
  it("pins the guide and says what is there and what is missing", () => {
    const opened = collected({ present: ["m1"] });

    expect(opened.guide).toMatchObject({ guideId: "guide-1", promised: { value: 5, unit: "WORKING_DAY" } });
    expect(opened.materials.map(({ requirementId, state }) => [requirementId, state])).toEqual([
      ["m1", "PRESENT"],
      ["m2", "MISSING"],
      ["m3", "MISSING"],
    ]);
  });

  it("is not changed by what the catalogue says later (R028)", () => {
    const opened = collected();

    expect(collected({ guide: { promisedLimit: { value: 1, unit: "WORKING_DAY" } } }).guide).not.toEqual(opened.guide);
    expect(opened.guide.promised).toEqual(socialOrganisation.guide.promisedLimit);
  });

  it("takes nothing that is not on the list (R038)", () => {
    expect(() => collected({ present: ["m1", "m9"] })).toThrow(
      expect.objectContaining({ code: "MATERIAL_NOT_ON_LIST", details: { requirementIds: ["m9"] } }),
    );
  });

  it.each([
    ["name", { name: " " }],
    ["name", { name: "长".repeat(201) }],
    ["phone", { phone: "" }],
    ["idNumber", { idNumber: "9".repeat(51) }],
    ["applicantId", { applicantId: "x".repeat(101) }],
  ])("refuses an applicant whose %s cannot be real", (field, change) => {
    const applicant = { kind: "PERSON", name: "测试-桃山-001", idNumber: null, phone: null } as const;

    expect(() => requireApplicant(applicant)).not.toThrow();
    expect(() => requireApplicant({ ...applicant, ...change })).toThrow(
      expect.objectContaining({ code: "APPLICANT_NOT_VALID", details: expect.objectContaining({ field }) }),
    );
  });
});

describe("the national status code", () => {
  it("is that of the exchange tables for each status", () => {
    expect(caseStatuses.map((status) => nationalStatus(caseIn(status)))).toEqual([
      1, 6, 3, 8, 9, 11, 13, 11, 11, 11, 5, 2, 13, 15,
    ]);
    expect(nationalStatus({ ...caseIn("ACCEPTED"), status: "WITHDRAWN" })).toBe(14);
  });
});
