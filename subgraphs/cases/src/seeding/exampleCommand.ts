import { officeDay } from "@yimen/workdays/instant";
import type { Case } from "../domain/case.js";
import type { CaseCommand, CaseCommandType } from "../domain/caseCommand.js";
import type { DutyFacts } from "../domain/duty.js";

interface Situation {
  readonly at: Date;
  /** Who serves at the window. */
  readonly duty: DutyFacts;
  /** Who approves for the department. */
  readonly by: string;
  readonly current: Case;
  readonly granted: boolean;
}

/** A command of that kind as an example gives it. */
export function exampleCommand(type: CaseCommandType, { at, duty, by, current, granted }: Situation): CaseCommand {
  const window = { staffId: duty.staffId, actingForId: null };
  const department = { staffId: by, actingForId: null };
  const present = current.materials
    .filter(({ state }) => state === "PRESENT")
    .map(({ requirementId }) => requirementId);
  const absent = current.materials.filter(({ state }) => state !== "PRESENT").map(({ requirementId }) => requirementId);
  switch (type) {
    case "receiveMaterials":
      return { type, at, requirementIds: absent.length > 0 ? absent : present, by: window };
    case "accept":
      return { type, at, duty, committed: true };
    case "refuseAcceptance":
      return { type, at, reason: "示例:必要材料缺失,已一次性告知", by: window };
    case "requestCorrection":
      return { type, at, requirementIds: present.slice(0, 1), reason: "示例:填写不完整,请补正", by: department };
    case "preReview":
      return { type, at, passed: granted, opinion: "示例:主要材料已审", by: department };
    case "startSpecialProcedure":
      return { type, at, reason: "示例:现场勘验", by: department };
    case "endSpecialProcedure":
      return { type, at, result: "示例:勘验合格", by: department };
    case "extend":
      return { type, at, workingDays: 5, reason: "示例:情况复杂,经批准延长", by: department };
    case "reportUp":
      return { type, at, opinion: "示例:符合条件,建议准予", by: department };
    case "decide":
      return { type, at, granted, reason: granted ? "" : "示例:不符合法定条件", by: department, heads: false };
    case "makeResult":
      return { type, at, documentNo: `示例-${current.caseNo.slice(-6)}`, electronic: false, by: department };
    case "deliver":
      return { type, at, method: "WINDOW", by: window };
    case "withdraw":
      return { type, at, reason: "示例:申请人自愿撤回", by: window };
    case "receiveCorrection":
      return { type, at, by: window };
    case "pickUp":
    case "issueResult":
      return { type, at, by: department };
    case "supply":
    case "takeUp":
      throw new Error(`Examples are handed in at windows; nothing is done online: ${type}.`);
    case "deemAccepted":
    case "expireDeferral":
      return { type, at };
    case "refer":
      return { type, at, departmentId: "示例上级单位", level: "CITY", reason: "示例:转报上级", by: department };
    case "answerReferral":
      return { type, at, result: "示例:同意", by: department };
    case "recognise":
      return {
        ...{ type, at, requirementId: absent[0] ?? "", referenced: true, by: window },
        ...{ regionId: "示例地区", issuedBy: "示例单位", checkedWith: "示例证照库" },
      };
    case "convene":
      return { type, at, parties: [], reason: "示例:跨部门联办", by: department, caseDueOn: officeDay(at) };
    case "giveOpinion":
      return {
        ...{ type, at, departmentId: current.departmentId, agrees: true, opinion: "示例:同意" },
        ...{ by: department, chief: true },
      };
    case "superviseJoint":
      return { type, at, by: department };
    case "feedBack":
      return { type, at, channel: "PHONE", by: window };
    case "revoke":
      return {
        ...{ type, at, noticedAt: at, ground: "NOT_QUALIFIED", heard: "STATEMENT" },
        ...{ reason: "示例:不符合法定条件", documentNo: "示例撤销", by: department, heads: true },
      };
    case "urge":
      return { type, at, reason: "示例:请在承诺时限内办结", by: department };
    case "remind":
      return { type, at, about: "DELIVERY" };
    case "warn":
      return { type, at, percent: 80 };
  }
}
