import { describe, expect, it } from "vitest";
import { caseIn, hours, usual } from "../testing/aCase.js";
import { caseStatuses } from "./case.js";
import type { CaseCommandType } from "./caseCommand.js";
import { decide } from "./decide.js";
import { allowedFrom, TransitionNotAllowed } from "./transitions.js";

/** What may be done where, read column by column in the order of `caseStatuses`: Y allowed, · refused. */
const table: Record<CaseCommandType, string> = {
  //                        collected, correction, accepted, review, special · granted, denied, made, issued · closed ×4; revoked is as the last
  receiveMaterials: /*     */ "YYYYY Y··· ····",
  supply: /*               */ "YYYYY Y··· ····",
  takeUp: /*               */ "YYYYY YYYY ····",
  accept: /*               */ "Y···· ···· ····",
  deemAccepted: /*         */ "Y···· ···· ····",
  refuseAcceptance: /*     */ "Y···· ···· ····",
  preReview: /*            */ "Y···· ···· ····",
  pickUp: /*               */ "··Y·· ···· ····",
  requestCorrection: /*    */ "Y··Y· ···· ····",
  receiveCorrection: /*    */ "·Y··· ···· ····",
  startSpecialProcedure: /**/ "···Y· ···· ····",
  endSpecialProcedure: /*  */ "····Y ···· ····",
  extend: /*               */ "··YY· ···· ····",
  reportUp: /*             */ "···Y· ···· ····",
  decide: /*               */ "···Y· ···· ····",
  makeResult: /*           */ "····· YY·· ····",
  issueResult: /*          */ "····· ··Y· ····",
  deliver: /*              */ "····· ···Y ····",
  withdraw: /*             */ "YYYYY ···· ····",
  warn: /*                 */ "··YY· ···· ····",
  remind: /*               */ "YYYYY YYYY YYYY",
  urge: /*                 */ "YYYYY YYY· ····",
  expireDeferral: /*       */ "YYYYY Y··· ····",
  recognise: /*            */ "YYYYY Y··· ····",
  refer: /*                */ "···Y· ···· ····",
  answerReferral: /*       */ "·Y·YY ···· ····",
  convene: /*              */ "···Y· ···· ····",
  giveOpinion: /*          */ "···Y· ···· ····",
  superviseJoint: /*       */ "···Y· ···· ····",
  feedBack: /*             */ "····· ···· YYYY",
  revoke: /*               */ "····· Y·YY Y···",
};
const rows = Object.entries(table) as [CaseCommandType, string][];

describe("the state machine (R079, R081, I-K13)", () => {
  it.each(rows)("%s is allowed from exactly these statuses: %s", (type, row) => {
    const marks = `${row.replaceAll(" ", "")}${row.at(-1)}`;
    for (const [index, status] of caseStatuses.entries()) {
      const refused = (() => {
        try {
          decide(caseIn(status), usual(type, hours(1)));
          return false;
        } catch (refusal) {
          return refusal instanceof TransitionNotAllowed; // other refusals are of other rules
        }
      })();
      expect([status, refused]).toEqual([status, marks[index] !== "Y"]);
    }
    expect(caseStatuses.filter((_, index) => marks[index] === "Y")).toEqual(
      caseStatuses.filter((status) => (allowedFrom[type] as readonly string[]).includes(status)),
    );
  });

  it("says in both languages where the case stands, and which rule asks for the order of steps", () => {
    const deliverEarly = () => decide(caseIn("UNDER_REVIEW"), usual("deliver"));

    expect(deliverEarly).toThrow(
      "办件当前为“审查中”,不能送达;请先完成前一环节。 Cannot deliver a case that is UNDER_REVIEW",
    );
    expect(deliverEarly).toThrow(
      expect.objectContaining({ code: "CASE_TRANSITION_NOT_ALLOWED", rule: expect.objectContaining({ id: "R081" }) }),
    );
  });
});
