import type { Context } from "./context.js";
import { mayDo, NotYourWork, seesTask } from "./domain/authority.js";
import type { RectificationTask } from "./domain/rectificationTask.js";
import type { Page, PageRequest } from "./store/page.js";
import { listTasks, type TaskFilter } from "./store/rectificationTaskStore.js";

/**
 * The tasks of an outlet that the caller checks, or of the department the caller leads; rows the caller may not see are
 * left out.
 *
 * @throws NotYourWork when neither is asked for, or neither is the caller's
 */
export async function listVisibleTasks(
  { db, caller }: Context,
  filter: TaskFilter,
  page: PageRequest,
): Promise<Page<RectificationTask>> {
  const { outletId, departmentId } = filter;
  const ofOutlet = outletId !== undefined && mayDo("check", caller, outletId);
  const ofDepartment =
    departmentId !== undefined && caller.kind === "STAFF" && caller.claims.departmentId === departmentId;
  if (!ofOutlet && !ofDepartment) throw new NotYourWork("check");
  const found = await listTasks(db, filter, page);
  return { ...found, nodes: found.nodes.filter((task) => seesTask(caller, task)) };
}
