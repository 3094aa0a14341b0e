import type { Context } from "./context.js";
import { requireDepartmentStaff, requireOutletStaff } from "./domain/authority.js";
import type { Actor, Case } from "./domain/case.js";
import { type DutyFacts, NotOnDuty } from "./domain/duty.js";
import { windowOf } from "./domain/online.js";
import { DecisionNotOnDuty } from "./domain/refusals.js";

/** A case, or a bundle's. */
interface AtWindow {
  readonly id: string;
  readonly outletId: string;
  readonly windowId: string | null;
}

/** Who acts at the case's window now: staff of the outlet, on duty there. @throws StaffOnly, NotYourCase, NotTakenUp, NotOnDuty */
export async function atWindow({ caller, staff, clock }: Context, current: AtWindow): Promise<DutyFacts> {
  const staffId = requireOutletStaff(caller, current);
  const duty = await staff.duty(staffId, windowOf(current), clock());
  if (!duty.present || !duty.postId) throw new NotOnDuty(duty);
  return duty;
}

/** As `atWindow`, for what the log records. */
export async function windowActor(context: Context, current: AtWindow): Promise<Actor> {
  const { staffId, actingForId } = await atWindow(context, current);
  return { staffId, actingForId };
}

/** Who acts for the department that decides. @throws StaffOnly, NotYourCase, DecisionNotOnDuty */
export async function departmentActor(context: Context, current: Case): Promise<Actor> {
  const { staffId, actingForId } = await departmentOnDuty(context, current);
  return { staffId, actingForId };
}

/** As `departmentActor`, with the role of the post acted in: B has the powers of A whom B replaces (R150). */
export const departmentOnDuty = (
  context: Context,
  current: Pick<Case, "departmentId"> & Partial<Pick<Case, "joint">>,
): Promise<Actor & { role: string | null }> =>
  approverOnDuty(context, requireDepartmentStaff(context.caller, current), current.departmentId);

/** Who is on duty in a department, and in what role. @throws DecisionNotOnDuty */
export async function approverOnDuty(
  { staff, clock }: Context,
  staffId: string,
  departmentId: string,
): Promise<Actor & { role: string | null }> {
  const { present, actingForId, role } = await staff.approverDuty(staffId, departmentId, clock());
  if (!present) throw new DecisionNotOnDuty(staffId, departmentId);
  return { staffId, actingForId, role };
}
