import type { Caller } from "@yimen/kernel/caller";
import { leadsDailyWork, type Workplace } from "./authority.js";
import type { StaffMember, VisibleStaffMember } from "./staffMember.js";

/**
 * Whether the caller may see more of somebody than the public roster gives: oneself, who leads the daily work or the
 * business, supervision, and sibling services (R119, R130, R164).
 */
export function seesPersonalData(caller: Caller, workplace: Workplace): boolean {
  if (caller.kind === "SERVICE") return true;
  if (caller.kind !== "STAFF") return false;
  const { staffId, role, departmentId, outletId } = caller.claims;
  if (staffId === workplace.staffId || leadsDailyWork(caller, workplace)) return true;
  const leadsBusiness = role === "DIRECTOR" || role === "CHIEF_REPRESENTATIVE";
  if (leadsBusiness && departmentId && departmentId === workplace.homeDepartmentId) return true;
  return role === "SUPERVISOR" && !!outletId && workplace.outletIds.includes(outletId);
}

/** The person as this caller may see them: on every path the same, because every path reads through the loader. */
export const asSeenBy = (member: StaffMember, caller: Caller, workplace: Workplace | null): VisibleStaffMember =>
  workplace && seesPersonalData(caller, workplace) ? member : publicRoster(member);

const publicRoster = ({ id, name, nameEn }: StaffMember): VisibleStaffMember => ({
  id,
  name,
  nameEn,
  employment: null,
  homeUnit: null,
  homeDepartmentId: null,
  mobile: null,
  idNumber: null,
  bornOn: null,
  origin: null,
});
