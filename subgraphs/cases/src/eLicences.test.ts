import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "./store/db.js";
import { answered, application, opened, type TestCases } from "./testing/aStoredCase.js";
import { approver, officer } from "./testing/facts.js";
import { codeOf, startTestCases } from "./testing/startTestCases.js";

let cases: TestCases;
beforeAll(async () => {
  cases = await startTestCases();
  const { guide } = cases.world.matter;
  const licences: Record<string, string> = { m2: "营业执照", m3: "不动产证" };
  const materials = guide.materials.map((one) => ({ ...one, eLicence: licences[one.id] ?? null }));
  cases.world.matter = { ...cases.world.matter, guide: { ...guide, materials } };
});
afterAll(() => cases[Symbol.asyncDispose]());

const shown = (requirementId: string, licenceNo = "999999-示例-1") => ({ requirementId, licenceNo });

describe("an e-licence that is shown (R065)", () => {
  it("counts as the paper it stands for, and its number stands with the applicant only", async () => {
    const eLicences = [shown("m2"), shown("m3")];
    const { case: found } = await opened(cases, { presentRequirementIds: ["m1"], eLicences });

    const accepted = await cases.act<{ materials: object[] }>(
      officer,
      "acceptCase",
      { caseId: found.id },
      "materials { requirementId state eLicence }",
    );

    expect(answered(accepted).materials).toEqual([
      { requirementId: "m1", state: "PRESENT", eLicence: null },
      { requirementId: "m2", state: "PRESENT", eLicence: "营业执照" },
      { requirementId: "m3", state: "PRESENT", eLicence: "不动产证" },
    ]);
    const db = connect(cases.databaseUrl);
    const rows = await db.case.findMany({ where: { id: found.id }, include: { applicant: true } });
    const log = await db.caseEvent.findMany({ where: { streamId: found.id } });
    await db.$disconnect();
    expect(JSON.stringify(rows[0]?.applicant?.eLicences)).toContain("999999-示例-1");
    expect(JSON.stringify([rows[0]?.state, log.map(({ data }) => data)])).not.toContain("999999-示例-1");
  });

  it("stands only for what the guide says, and has a number", async () => {
    const open = (eLicences: object[]) =>
      cases.act(officer, "openCase", { ...application, presentRequirementIds: [], eLicences }, "case { id }");

    expect(codeOf(await open([shown("m1")]))).toBe("E_LICENCE_NOT_ACCEPTED");
    expect(codeOf(await open([shown("m2", " ")]))).toBe("E_LICENCE_NOT_ACCEPTED");
  });
});

describe("a result that is sent (R107, R108)", () => {
  it.each([
    ["EXPRESS", "SF-示例-1"],
    ["MOBILE_VAN", null],
  ])("by %s says how, and under which number it is traced", async (method, trackingNo) => {
    const { case: found } = await opened(cases);
    const caseId = found.id;
    answered(await cases.act(officer, "acceptCase", { caseId }));
    for (const [mutation, input] of [
      ["pickUpCase", {}],
      ["decideCase", { granted: true }],
      ["makeResult", { documentNo: "示例-1" }],
      ["issueResult", {}],
    ] as const) {
      answered(await cases.act(approver, mutation, { caseId, ...input }));
    }

    const delivered = await cases.act<{ delivery: object }>(
      officer,
      "deliverResult",
      { caseId, method, trackingNo },
      "delivery { method trackingNo }",
    );

    expect(answered(delivered).delivery).toEqual({ method, trackingNo });
  });
});
