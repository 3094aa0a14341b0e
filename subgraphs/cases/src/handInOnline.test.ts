import { randomUUID } from "node:crypto";
import { anonymous, type Caller } from "@yimen/kernel/caller";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aFile } from "./testing/aCase.js";
import { answered, type TestCases } from "./testing/aStoredCase.js";
import {
  applicant,
  approver,
  officer,
  type officerDuty,
  otherApplicant,
  socialOrganisation,
  stranger,
} from "./testing/facts.js";
import { onlineActs } from "./testing/onlineCases.js";
import { codeOf, startTestCases } from "./testing/startTestCases.js";

let cases: TestCases;
beforeAll(async () => {
  cases = await startTestCases();
});
beforeEach(() => {
  cases.world.matter = socialOrganisation;
  cases.world.outletsTaking = ["taoshan-hall"];
  cases.world.now = new Date("2026-03-02T01:30:00.000Z"); // a Monday
});
afterAll(() => cases[Symbol.asyncDispose]());

const { handIn, handedIn, act, takenUp } = onlineActs(() => cases);

describe("handing in online (R064)", () => {
  it("opens a case without a visit and without a window, with the files held by their digests", async () => {
    const { case: found, receipt } = await handedIn();

    expect(found).toMatchObject({
      status: "COLLECTED",
      channel: "ONLINE",
      openedBy: null,
      window: null,
      visit: null,
      takenUp: null,
      clock: null,
      daysAtWindow: 0,
      materials: expect.arrayContaining([{ requirementId: "m1", state: "PRESENT", digest: "ab".repeat(32) }]),
      documents: expect.arrayContaining([{ requirementId: "m1", reference: "https://files.example/m1" }]),
    });
    expect(receipt.secret).toMatch(/^[2-9A-Z]{12}$/);
  });

  it("has one effect for one client key, however often and at once it is sent (I-K15)", async () => {
    const input = { clientMutationId: randomUUID() };

    const answers = await Promise.all(Array.from({ length: 5 }, () => handIn(input)));
    const again = await handIn(input);

    expect(new Set([...answers, again].map((answer) => answered(answer).receipt.caseNo)).size).toBe(1);
  });

  it("is refused where the catalogue says that it is not handled online", async () => {
    cases.world.matter = { ...socialOrganisation, handledOnline: false };

    expect(codeOf(await handIn())).toBe("MATTER_NOT_HANDLED_ONLINE");
  });

  it.each([
    ["OUTLET_DOES_NOT_TAKE_MATTER", { outletId: "shanyang-centre" }],
    ["MATERIALS_MISSING", { materials: [aFile("m1")] }],
    ["MATERIALS_MISSING", { materials: ["m1", "m2"].map(aFile) }],
    ["done", { materials: ["m1", "m2"].map(aFile), committed: true }],
    ["MATERIAL_NOT_ON_LIST", { materials: ["m1", "m2", "m3", "m9"].map(aFile) }],
    ["DOCUMENT_NOT_VALID", { materials: [{ ...aFile("m1"), digest: "no digest" }] }],
    ["DOCUMENT_NOT_VALID", { materials: ["m1", "m1"].map(aFile) }],
    ["FORM_NOT_VALID", { form: [{ key: "unknown", value: "x" }] }],
    ["APPLICANT_NOT_VALID", { applicant: { kind: "PERSON", name: " " } }],
  ])("answers %s to %j", async (code, change) => {
    expect(codeOf(await handIn(change))).toBe(code);
  });

  it("is the applicant's, or an agent's on a request; nobody else's (R112)", async () => {
    for (const caller of [anonymous, officer, approver]) {
      expect(codeOf(await handIn({}, caller))).toBe("APPLICANT_OR_AGENT_ONLY");
    }
  });

  it("is seen in full by its applicant and its outlet and department, and by nobody else (I-G1)", async () => {
    const { case: found } = await handedIn();
    const read = (caller: Caller) =>
      cases.ask<object>(caller, "query ($id: ID!) { case(id: $id) { materials { state } } }", { id: found.id });

    const codes = await Promise.all([applicant, officer, approver, otherApplicant, stranger].map(read));
    expect(codes.map(codeOf)).toEqual(["done", "done", "done", "NOT_YOUR_CASE", "NOT_YOUR_CASE"]);
  });
});

describe("a case that waits online", () => {
  it("stands in the list of the windows that may take it up, the earliest first, until one does", async () => {
    cases.world.now = new Date("2026-03-02T02:30:00.000Z");
    const { case: found } = await handedIn();
    const waiting = async (caller = officer) =>
      answered(
        await cases.ask<{ waitingOnline: { id: string }[] }>(
          caller,
          `{ waitingOnline(windowId: "taoshan-w2", first: 100) { id } }`,
        ),
      ).waitingOnline.map(({ id }) => id);

    expect((await waiting()).at(-1)).toBe(found.id);
    cases.world.duties.set("elsewhere", { windowDepartmentIds: ["taoshan-water"] });
    const elsewhere = { ...officer, claims: { ...officer.claims, staffId: "elsewhere" } };
    expect(await waiting(elsewhere)).toEqual([]);
    expect(codeOf(await cases.ask(stranger, `{ waitingOnline(windowId: "taoshan-w2") { id } }`))).toBe(
      "NOT_YOUR_OUTLET",
    );

    await act(officer, "takeUpCase", found.id, { windowId: "taoshan-w2" });
    expect(await waiting()).not.toContain(found.id);
  });

  it("is told of at once to the outlet and the department (R084)", async () => {
    const { caseLogHead: after } = answered(await cases.ask<{ caseLogHead: string }>(officer, "{ caseLogHead }"));
    await using alerts = await cases.subscribe<{ caseAlerts: object }>(
      officer,
      `subscription ($after: String) {
        caseAlerts(outletId: "taoshan-hall", after: $after) { kind case { id window { id } } }
      }`,
      { after },
    );
    await using mine = await cases.subscribe<{ caseEvents: object }>(
      applicant,
      `subscription ($after: String) {
        caseEvents(after: $after) { type statusAfter case { id } window { id } by { officer { id } } }
      }`,
      { after },
    );
    const { case: found } = await handedIn();

    expect((await alerts.next()).data?.caseAlerts).toEqual({
      kind: "ONLINE_WAITING",
      case: { id: found.id, window: null },
    });
    const event = { type: "CaseOpened", statusAfter: "COLLECTED", case: { id: found.id }, window: null, by: null };
    expect((await mine.next()).data?.caseEvents).toEqual(event);
  });

  it("is taken up by whoever may accept it there, and by nobody else (I-K7, R057, R147)", async () => {
    const { case: found } = await handedIn();
    const take = (caller: Caller, duty: Partial<typeof officerDuty> = {}) => {
      cases.world.duties.set(caller.claims.staffId ?? "", duty);
      return act(caller, "takeUpCase", found.id, { windowId: "taoshan-w2" }).then(codeOf);
    };

    expect(await act(officer, "acceptCase", found.id, { committed: true }).then(codeOf)).toBe("CASE_NOT_TAKEN_UP");
    expect(await act(officer, "refuseAcceptance", found.id, { reason: "示例" }).then(codeOf)).toBe("CASE_NOT_TAKEN_UP");
    expect(await take(stranger, { outletId: "shanyang-centre" })).toBe("NOT_YOUR_CASE");
    expect(await take(approver, { homeDepartmentId: "taoshan-civil-affairs" })).toBe("ACCEPTANCE_IS_EXCLUSIVE");
    expect(await take(officer, { windowKind: "DEPARTMENT" })).toBe("ACCEPTANCE_IS_EXCLUSIVE");
    expect(await take(officer, { certificates: [] })).toBe("NOT_CERTIFIED");
    expect(await take(officer, { present: false })).toBe("NOT_ON_DUTY");
    expect(await take(officer)).toBe("done");
    expect(await take(officer)).toBe("NOT_HANDED_IN_ONLINE"); // it has it already
  });

  it("is accepted as any other; the promise runs from acceptance and the commitment is the applicant's (R060, I-K1)", async () => {
    const { id } = await takenUp({ materials: ["m1", "m2"].map(aFile), committed: true });
    cases.world.now = new Date("2026-03-03T01:30:00.000Z");

    const accepted = await cases.act(
      officer,
      "acceptCase",
      { caseId: id },
      "status dueOn window { id } deferral { dueOn }",
    );

    expect(answered(accepted)).toEqual({
      status: "ACCEPTED",
      dueOn: "2026-03-10",
      window: { id: "taoshan-w2" },
      deferral: { dueOn: "2026-03-06" },
    });
  });

  it("can be refused with the reason (R093)", async () => {
    const { id } = await takenUp();

    expect(codeOf(await act(officer, "refuseAcceptance", id, { reason: " " }))).toBe("REASON_REQUIRED");
    expect(answered(await act(officer, "refuseAcceptance", id, { reason: "不属于本部门职权" }))).toMatchObject({
      status: "REFUSED_ACCEPTANCE",
    });
  });

  it("can be taken back by its applicant, and by no other", async () => {
    const { case: found } = await handedIn();

    expect(codeOf(await act(otherApplicant, "withdrawOwnCase", found.id, { reason: "示例" }))).toBe("NOT_YOUR_CASE");
    expect(codeOf(await act(officer, "withdrawOwnCase", found.id, { reason: "示例" }))).toBe("NOT_YOUR_CASE");
    expect(answered(await act(applicant, "withdrawOwnCase", found.id, { reason: "改到窗口办理" }))).toMatchObject({
      status: "WITHDRAWN",
    });
  });
});

describe("what the window asks to be put right before acceptance (R089, I-K6)", () => {
  const asked = async () => {
    const { id } = await takenUp();
    const notice = { requirementIds: ["m1", "m2"], reason: "申请书未签章,章程缺会费标准" };
    expect(answered(await act(officer, "requestCorrection", id, notice))).toMatchObject({
      status: "AWAITING_CORRECTION",
      clock: null,
    });
    return id;
  };

  it("is told by the window, not by the department", async () => {
    const { id } = await takenUp();

    const byDepartment = await act(approver, "requestCorrection", id, { requirementIds: ["m1"], reason: "示例" });

    expect(codeOf(byDepartment)).toBe("NOT_YOUR_CASE");
  });

  it("is handed in online all at once, and the case is collected again", async () => {
    const id = await asked();
    const supply = (...ids: string[]) => act(applicant, "supplyMaterials", id, { materials: ids.map(aFile) });

    expect(codeOf(await supply("m1"))).toBe("CORRECTION_NOT_COMPLETE");
    expect(codeOf(await supply("m1", "m2", "m3"))).toBe("MATERIAL_NOT_AWAITED");
    expect(answered(await supply("m1", "m2"))).toMatchObject({ status: "COLLECTED" });
    expect(codeOf(await supply("m1"))).toBe("MATERIAL_NOT_AWAITED");
    expect(answered(await act(officer, "acceptCase", id))).toMatchObject({ status: "ACCEPTED" });
  });

  it("is nobody else's to hand in", async () => {
    const id = await asked();

    for (const caller of [otherApplicant, officer, approver]) {
      expect(codeOf(await act(caller, "supplyMaterials", id, { materials: [aFile("m1")] }))).toBe("NOT_YOUR_CASE");
    }
  });
});
