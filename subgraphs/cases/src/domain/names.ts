import type { CaseStatus } from "./case.js";
import type { CaseCommandType } from "./caseCommand.js";

/** What the statuses are called at the counter. */
export const statusNames: Record<CaseStatus, string> = {
  COLLECTED: "收件",
  AWAITING_CORRECTION: "补正中",
  ACCEPTED: "已受理",
  UNDER_REVIEW: "审查中",
  IN_SPECIAL_PROCEDURE: "特别程序中",
  GRANTED: "准予",
  DENIED: "不予",
  RESULT_MADE: "已制证",
  RESULT_ISSUED: "待领取",
  DELIVERED: "已送达",
  REFUSED_ACCEPTANCE: "不予受理",
  WITHDRAWN: "已撤回",
  TERMINATED: "已终止",
  REVOKED: "已撤销",
};

/** What the commands are called at the counter. */
export const commandNames: Record<CaseCommandType, string> = {
  receiveMaterials: "补收材料",
  supply: "网上补交材料",
  takeUp: "认领网上申请",
  accept: "受理",
  deemAccepted: "视为受理",
  refuseAcceptance: "不予受理",
  preReview: "容缺预审",
  pickUp: "部门接件",
  requestCorrection: "补正告知",
  receiveCorrection: "收到补正",
  startSpecialProcedure: "启动特别程序",
  endSpecialProcedure: "结束特别程序",
  extend: "延长时限",
  reportUp: "审核上报",
  decide: "作出决定",
  makeResult: "制证",
  issueResult: "回送窗口",
  deliver: "送达",
  withdraw: "撤回",
  warn: "预警",
  remind: "提醒",
  urge: "督办",
  expireDeferral: "容缺到期",
  convene: "启动联办",
  giveOpinion: "提出联办意见",
  superviseJoint: "监管联办",
  feedBack: "反馈结果",
  revoke: "撤销",
};
