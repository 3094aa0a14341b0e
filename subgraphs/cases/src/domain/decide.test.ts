import { describe, expect, it } from "vitest";
import { actingFor, after, caseIn, collected, hours, onItsOwn, usual } from "../testing/aCase.js";
import { officerDuty } from "../testing/facts.js";
import type { Actor, Case } from "./case.js";
import type { CaseCommand } from "./caseCommand.js";
import { decide } from "./decide.js";

const refusal = (code: string, rule?: string) =>
  expect.objectContaining({ code, ...(rule && { rule: expect.objectContaining({ id: rule }) }) });
const give = (current: Case, command: CaseCommand["type"], change: object = {}) =>
  decide(current, { ...usual(command), ...change } as CaseCommand);
const then = (current: Case, command: CaseCommand["type"], change: object = {}) =>
  after(current, { ...usual(command), ...change } as CaseCommand);

describe("acceptance (R060, R087, I-K1)", () => {
  it("needs every required material, or a commitment for the deferrable ones", () => {
    expect(give(collected({ present: ["m1", "m2", "m3"] }), "accept", { committed: false })).toMatchObject({
      deferral: null,
    });
    expect(give(collected(), "accept")).toMatchObject({ deferral: { requirementIds: ["m3"], dueOn: "2026-03-05" } });
  });

  it.each([
    ["a material is missing that may not follow later", ["m1"], true, "R087"],
    ["nobody committed to bring the deferrable one", ["m1", "m2"], false, "R060"],
  ])("is refused when %s", (_, present, committed, rule) => {
    expect(() => give(collected({ present }), "accept", { committed })).toThrow(refusal("MATERIALS_MISSING", rule));
  });

  it("records who accepted, for whom, and on which certificate (R147, R150)", () => {
    const duty = { ...officerDuty, staffId: "b", actingForId: "officer" };

    expect(give(collected(), "accept", { duty })).toMatchObject({
      by: actingFor("officer", "b"),
      certificateId: "certificate-1",
    });
  });

  it("defers to the earliest of several days", () => {
    const [first, second, third] = collected().materials;
    const both = {
      ...collected(),
      materials: [first, { ...second, state: "MISSING", deferrable: true, maxDeferralDays: 1 }, third],
    };

    expect(give(both as Case, "accept")).toMatchObject({
      deferral: { requirementIds: ["m2", "m3"], dueOn: "2026-03-03" },
    });
  });
});

describe("a correction (R089, I-K10)", () => {
  const noticed = then(caseIn("UNDER_REVIEW"), "requestCorrection", { requirementIds: ["m2"] });
  const back = then(noticed, "receiveCorrection", { at: hours(2) });

  it("may name again what the first notice named", () => {
    expect(give(back, "requestCorrection", { requirementIds: ["m2"] })).toMatchObject({ type: "CorrectionRequested" });
  });

  it("may name what was handed in after the first notice", () => {
    const handedIn = then(back, "receiveMaterials", { requirementIds: ["m3"], at: hours(3) });

    expect(give(handedIn, "requestCorrection", { requirementIds: ["m3"] })).toMatchObject({
      type: "CorrectionRequested",
    });
  });

  it("may not add what the first notice could have named", () => {
    expect(() => give(back, "requestCorrection", { requirementIds: ["m1", "m2"] })).toThrow(
      refusal("CORRECTION_NOTICE_NOT_COMPLETE", "R089"),
    );
  });

  it("names a material of the list, and at least one (R038)", () => {
    expect(() => give(caseIn("UNDER_REVIEW"), "requestCorrection", { requirementIds: ["m9"] })).toThrow(
      refusal("MATERIAL_NOT_ON_LIST", "R038"),
    );
    expect(() => give(caseIn("UNDER_REVIEW"), "requestCorrection", { requirementIds: [] })).toThrow(
      refusal("MATERIAL_NOT_NAMED"),
    );
  });

  it("does not cut short a deferral (R060)", () => {
    const deferred = after(collected(), usual("accept"), usual("pickUp"));

    expect(() => give(deferred, "requestCorrection", { requirementIds: ["m3"] })).toThrow(
      refusal("DEFERRAL_RUNS", "R060"),
    );
  });
});

describe("what needs a reason (R093)", () => {
  it.each([
    ["refuseAcceptance", "COLLECTED", { reason: " " }],
    ["withdraw", "ACCEPTED", { reason: "" }],
    ["requestCorrection", "UNDER_REVIEW", { reason: "" }],
    ["startSpecialProcedure", "UNDER_REVIEW", { reason: "\n" }],
    ["endSpecialProcedure", "IN_SPECIAL_PROCEDURE", { result: "" }],
    ["extend", "UNDER_REVIEW", { reason: "" }],
    ["decide", "UNDER_REVIEW", { granted: false, reason: "" }],
    ["makeResult", "GRANTED", { documentNo: " " }],
  ] as const)("is %s", (command, status, change) => {
    expect(() => give(caseIn(status), command, change)).toThrow(refusal("REASON_REQUIRED", "R093"));
  });

  it("is not a grant", () => {
    expect(give(caseIn("UNDER_REVIEW"), "decide", { reason: "" })).toMatchObject({ outcome: "GRANTED" });
  });
});

describe("an extension (行政许可法 第四十二条)", () => {
  it.each([1, 10])("is of %i working days", (workingDays) => {
    expect(give(caseIn("ACCEPTED"), "extend", { workingDays })).toMatchObject({ type: "LimitExtended", workingDays });
  });

  it.each([0, -1, 11, 2.5])("is not of %d", (workingDays) => {
    expect(() => give(caseIn("ACCEPTED"), "extend", { workingDays })).toThrow(refusal("EXTENSION_NOT_ALLOWED"));
  });

  it("is given once", () => {
    expect(() => give(then(caseIn("ACCEPTED"), "extend", { workingDays: 1 }), "extend")).toThrow(
      refusal("EXTENSION_NOT_ALLOWED"),
    );
  });
});

describe("who decides (R085, R086, R128, I-K8)", () => {
  const under = (acceptor: Actor, guide = {}) =>
    after(
      collected({ present: ["m1", "m2", "m3"], guide }),
      { ...usual("accept"), duty: { ...officerDuty, ...acceptor } } as CaseCommand,
      usual("pickUp"),
    );
  const decidedBy =
    (current: Case, by: Actor, heads = false) =>
    () =>
      give(current, "decide", { by, heads });

  it.each([
    ["who accepted", onItsOwn("p"), onItsOwn("p")],
    ["who accepted for somebody else", actingFor("a", "p"), onItsOwn("p")],
    ["for whom it was accepted", actingFor("p", "b"), onItsOwn("p")],
    ["who acts for the one who accepted", onItsOwn("p"), actingFor("p", "q")],
    ["who acts for the one for whom it was accepted", actingFor("p", "b"), actingFor("p", "q")],
  ])("is not the one %s", (_, acceptor, decider) => {
    expect(decidedBy(under(acceptor), decider)).toThrow(refusal("ACCEPTOR_MAY_NOT_DECIDE", "R085"));
  });

  it("is not who took the papers of a case deemed accepted (I-K6)", () => {
    const deemed = after(
      collected({ present: ["m1", "m2", "m3"] }),
      usual("deemAccepted", hours(24 * 9)),
      usual("pickUp"),
    );

    expect(decidedBy(deemed, onItsOwn("officer"))).toThrow(refusal("ACCEPTOR_MAY_NOT_DECIDE"));
    expect(decidedBy(deemed, onItsOwn("approver"))).not.toThrow();
  });

  it("is the one who accepted, and nobody else, in the single-step mode (R086)", () => {
    const current = under(onItsOwn("p"), { decisionMode: "SINGLE_STEP" });

    expect(decidedBy(current, onItsOwn("p"))).not.toThrow();
    expect(decidedBy(current, onItsOwn("q"))).toThrow(refusal("ONLY_ACCEPTOR_MAY_DECIDE", "R086"));
    expect(decidedBy(current, actingFor("p", "q"))).toThrow(refusal("ONLY_ACCEPTOR_MAY_DECIDE", "R086"));
  });

  it("is the head of the department for an important matter (R128)", () => {
    const current = under(onItsOwn("p"), { important: true });

    const reported = then(current, "reportUp", { by: onItsOwn("director") });

    expect(reported).toMatchObject({ status: "UNDER_REVIEW", report: { by: onItsOwn("director") } });
    expect(decidedBy(reported, onItsOwn("q"))).toThrow(refusal("IMPORTANT_MATTER_GOES_UP", "R128"));
    expect(decidedBy(reported, onItsOwn("q"), true)).not.toThrow();
  });

  it("waits for the report of somebody else, whose opinion is given, and of nothing ordinary (R128, I-K9)", () => {
    const current = under(onItsOwn("p"), { important: true });
    const reported = then(current, "reportUp", { by: onItsOwn("director") });

    expect(decidedBy(current, onItsOwn("q"), true)).toThrow(refusal("REPORT_MISSING", "R128"));
    expect(decidedBy(reported, actingFor("head", "director"), true)).toThrow(
      refusal("REPORTER_MAY_NOT_DECIDE", "R128"),
    );
    expect(() => give(current, "reportUp", { opinion: " " })).toThrow(refusal("REASON_REQUIRED"));
    expect(() => give(under(onItsOwn("p")), "reportUp")).toThrow(refusal("MATTER_NOT_IMPORTANT", "R128"));
  });
});

describe("a grant (I-K1, I-K2)", () => {
  const deferred = after(collected(), usual("accept"), usual("pickUp"));

  it("says when a material is still to come, and its document waits for it (R060)", () => {
    const granted = then(deferred, "decide");

    expect(granted.decision?.outcome).toBe("GRANTED_WITH_DEFERRAL");
    expect(() => give(granted, "makeResult")).toThrow(refusal("DEFERRAL_OPEN", "R060"));
    expect(give(then(granted, "receiveMaterials"), "makeResult")).toMatchObject({ type: "ResultMade" });
  });

  it("is refused while a required material was never handed in", () => {
    const deemed = after(collected({ present: [] }), usual("deemAccepted", hours(24 * 9)), usual("pickUp"));

    expect(() => give(deemed, "decide")).toThrow(refusal("MATERIALS_MISSING", "R087"));
    expect(give(deemed, "decide", { granted: false })).toMatchObject({ outcome: "DENIED" });
  });

  it("is not needed for the document of a denial", () => {
    expect(give(then(deferred, "decide", { granted: false }), "makeResult")).toMatchObject({ type: "ResultMade" });
  });
});
