import type { Case } from "./case.js";

/**
 * The national status code of a case: 1 接件, 3 窗口受理, 5 不予受理, 6 补正开始, 7 补正结束 (before acceptance), 8 部门开始办理, 9 特别程序开始,
 * 11 办结通过, 12 办结容缺通过, 13 办结不通过, 2 已撤件 (before acceptance), 14 撤回 (after it), 15 撤销.
 *
 * @see the fifteen codes of the national exchange tables
 */
export function nationalStatus(value: Case): number {
  switch (value.status) {
    case "COLLECTED":
      return value.corrections.length > 0 ? 7 : 1;
    case "ACCEPTED":
      return 3;
    case "REFUSED_ACCEPTANCE":
      return 5;
    case "AWAITING_CORRECTION":
      return 6;
    case "UNDER_REVIEW":
      return 8;
    case "IN_SPECIAL_PROCEDURE":
      return 9;
    case "GRANTED":
    case "DENIED":
    case "RESULT_MADE":
    case "RESULT_ISSUED":
    case "DELIVERED":
      return outcomeCode(value);
    case "TERMINATED":
      return 13;
    case "WITHDRAWN":
      return value.acceptance ? 14 : 2;
    case "REVOKED":
      return 15;
  }
}

function outcomeCode({ decision }: Case): number {
  if (decision?.outcome === "DENIED") return 13;
  return decision?.outcome === "GRANTED_WITH_DEFERRAL" ? 12 : 11;
}
