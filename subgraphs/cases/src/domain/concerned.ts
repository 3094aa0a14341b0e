import type { Case } from "./case.js";

/**
 * The departments that work on a case besides the one that decides it: those called to its joint session (R123), and the
 * counterparts above to which it was referred (R111).
 */
export const departmentsConcerned = ({
  departmentId,
  joint,
  referrals = [],
}: Pick<Case, "departmentId" | "joint" | "referrals">): string[] => {
  const ids = [...(joint?.parties ?? []), ...referrals].map((one) => one.departmentId);
  return [...new Set(ids.filter((id) => id !== departmentId))];
};
