import type { Case } from "./case.js";

/** The departments that work on a case besides the one that decides it: those called to its joint session (R123). */
export const departmentsConcerned = ({ departmentId, joint }: Pick<Case, "departmentId" | "joint">): string[] => [
  ...new Set((joint?.parties ?? []).map((party) => party.departmentId).filter((id) => id !== departmentId)),
];
