import type { PlainDate } from "@yimen/workdays/plainDate";
import type { MatterForCase } from "../catalogueClient.js";
import type { Actor, Case, CaseId, CaseStatus } from "../domain/case.js";
import type { CaseCommand, CaseCommandType } from "../domain/caseCommand.js";
import { decide } from "../domain/decide.js";
import type { DutyFacts } from "../domain/duty.js";
import { evolve } from "../domain/evolve.js";
import type { HandedIn } from "../domain/handedIn.js";
import { openedCase } from "../domain/openedCase.js";
import { officerDuty, socialOrganisation } from "./facts.js";

/** Monday 2 March 2026, 09:30 in the office. */
export const monday = new Date("2026-03-02T01:30:00.000Z");

/** That many hours after `monday`. */
export const hours = (count: number): Date => new Date(monday.getTime() + count * 3_600_000);

export const onItsOwn = (staffId: string): Actor => ({ staffId, actingForId: null });
export const actingFor = (actingForId: string, staffId: string): Actor => ({ staffId, actingForId });

/** A material as it is handed in online. */
export const aFile = (requirementId: string): HandedIn => ({
  requirementId,
  reference: `https://files.example/${requirementId}`,
  digest: "ab".repeat(32),
});

interface Given {
  readonly guide?: Partial<MatterForCase["guide"]>;
  readonly present?: readonly string[];
  readonly duty?: Partial<DutyFacts>;
  readonly mechanism?: MatterForCase["mechanism"];
  /** Handed in without coming, and not taken up yet. */
  readonly online?: boolean;
}

/** A case just collected; of its materials m1 and m2 are required, m3 is deferrable. */
export const collected = ({
  guide,
  present = ["m1", "m2"],
  duty,
  mechanism = "ORDINARY",
  online = false,
}: Given = {}): Case =>
  openedCase({
    id: "11111111-1111-4111-8111-111111111111" as CaseId,
    caseNo: "TAOSHAN-20260302-000001",
    visitId: online ? null : "22222222-2222-4222-8222-222222222222",
    at: monday,
    duty: { ...officerDuty, ...duty, ...(online && { windowId: null, staffId: null }) },
    ...(online && { online: { committed: false, digests: present.map(aFile) } }),
    situation: [],
    confidentiality: "NONE",
    presentRequirementIds: online ? [] : present,
    matter: { ...socialOrganisation, mechanism, guide: { ...socialOrganisation.guide, ...guide } },
  });

/** The case after these commands. */
export const after = (start: Case, ...commands: CaseCommand[]): Case =>
  commands.reduce((current, command) => evolve(current, decide(current, command)), start);

const officer = onItsOwn("officer");
const approver = onItsOwn("approver");

/** Each command as it is usually given: by whose work it is, with a reason where one is needed. */
export function usual(type: CaseCommandType, at = hours(1)): CaseCommand {
  const reason = "示例理由";
  switch (type) {
    case "receiveMaterials":
      return { type, at, requirementIds: ["m3"], by: officer };
    case "supply":
      return { type, at, materials: [aFile("m3")] };
    case "takeUp":
      return { type, at, windowId: "taoshan-w3", by: officer };
    case "accept":
      return { type, at, duty: officerDuty, committed: true };
    case "requestCorrection":
      return { type, at, requirementIds: ["m2"], reason, by: approver };
    case "preReview":
      return { type, at, passed: true, opinion: "主要材料符合条件", by: approver };
    case "endSpecialProcedure":
      return { type, at, result: "勘验合格", by: approver };
    case "extend":
      return { type, at, workingDays: 10, reason, by: approver };
    case "reportUp":
      return { type, at, opinion: "符合条件,建议准予", by: approver };
    case "decide":
      return { type, at, granted: true, reason, by: approver, heads: false };
    case "makeResult":
      return { type, at, documentNo: "示例-001", electronic: false, by: approver };
    case "deliver":
      return { type, at, method: "WINDOW", by: officer };
    case "warn":
      return { type, at, percent: 80 };
    case "remind":
      return { type, at, about: "DELIVERY" };
    case "urge":
      return { type, at, reason, by: onItsOwn("supervisor") };
    case "deemAccepted":
    case "expireDeferral":
      return { type, at };
    case "refer":
      return { type, at, departmentId: "qitaihe-civil-affairs", level: "CITY", reason, by: approver };
    case "answerReferral":
      return { type, at, result: "同意", by: approver };
    case "recognise":
      return {
        ...{ type, at, requirementId: "m3", referenced: true, by: officer },
        ...{ regionId: "shanyang", issuedBy: "山阳区民政局", checkedWith: "省电子证照库" },
      };
    case "convene":
      return {
        ...{ type, at, reason, by: approver, caseDueOn: "2026-03-09" as PlainDate },
        parties: [{ departmentId: "taoshan-water", dueOn: "2026-03-06" as PlainDate }],
      };
    case "giveOpinion":
      return { type, at, departmentId: "taoshan-water", agrees: true, opinion: "", by: onItsOwn("chief"), chief: true };
    case "superviseJoint":
      return { type, at, by: onItsOwn("supervisor") };
    case "feedBack":
      return { type, at, channel: "PHONE", by: officer };
    case "revoke":
      return {
        ...{ type, at, noticedAt: at, ground: "NOT_QUALIFIED", heard: "STATEMENT" },
        ...{ reason, documentNo: "示例撤销-001", by: onItsOwn("head"), heads: true },
      };
    case "pickUp":
    case "issueResult":
      return { type, at, by: approver };
    case "receiveCorrection":
      return { type, at, by: officer };
    case "startSpecialProcedure":
    case "refuseAcceptance":
    case "withdraw":
      return { type, at, reason, by: officer };
  }
}

const ways: Record<CaseStatus, readonly CaseCommandType[]> = {
  COLLECTED: [],
  ACCEPTED: ["accept"],
  UNDER_REVIEW: ["accept", "pickUp"],
  AWAITING_CORRECTION: ["accept", "pickUp", "requestCorrection"],
  IN_SPECIAL_PROCEDURE: ["accept", "pickUp", "startSpecialProcedure"],
  GRANTED: ["accept", "pickUp", "decide"],
  DENIED: ["accept", "pickUp"],
  RESULT_MADE: ["accept", "pickUp", "decide", "makeResult"],
  RESULT_ISSUED: ["accept", "pickUp", "decide", "makeResult", "issueResult"],
  DELIVERED: ["accept", "pickUp", "decide", "makeResult", "issueResult", "deliver"],
  REFUSED_ACCEPTANCE: ["refuseAcceptance"],
  WITHDRAWN: ["withdraw"],
  TERMINATED: ["accept"],
  REVOKED: ["accept", "pickUp", "decide", "revoke"],
};

/** A case that has come to this status in the usual way, with every material handed in unless it says otherwise. */
export function caseIn(status: CaseStatus, given: Given = {}): Case {
  const present = status === "TERMINATED" ? ["m1", "m2"] : ["m1", "m2", "m3"];
  const way = ways[status].map((type, step) => usual(type, hours(step / 10)));
  const end: CaseCommand[] = [];
  if (status === "TERMINATED") end.push(usual("expireDeferral", hours(24 * 30)));
  if (status === "DENIED") end.push({ ...usual("decide", hours(1)), granted: false } as CaseCommand);
  return after(collected({ present, ...given }), ...way, ...end);
}
