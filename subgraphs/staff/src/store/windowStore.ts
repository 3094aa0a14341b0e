import { DomainError } from "@yimen/kernel/errors";
import type { PresenceMode, Window, WindowDepartment, WindowKind } from "../domain/window.js";
import type { ServiceWindowModel, WindowDepartmentModel } from "../generated/prisma/models.js";
import type { Db, Tx } from "./db.js";

export class WindowNotFound extends DomainError {
  readonly code = "WINDOW_NOT_FOUND";
  constructor(windowId: string) {
    super({ zh: "没有这个窗口;请核对窗口编号。", en: "There is no such window; check its id." }, { windowId });
  }
}

/** @throws WindowNotFound */
export async function getWindow(db: Db, id: string): Promise<Window> {
  const [found] = await findWindows(db, [id]);
  if (!found) throw new WindowNotFound(id);
  return found;
}

export async function findWindows(db: Db, ids: readonly string[]): Promise<Window[]> {
  return (await db.serviceWindow.findMany({ where: { id: { in: [...ids] } } })).map(toWindow);
}

export async function findWindowsOfOutlets(db: Db | Tx, outletIds: readonly string[]): Promise<Window[]> {
  const rows = await db.serviceWindow.findMany({
    where: { outletId: { in: [...outletIds] } },
    orderBy: { id: "asc" },
  });
  return rows.map(toWindow);
}

/** Which departments are at these windows, in the plan's order. */
export async function findDepartmentsAtWindows(db: Db | Tx, windowIds: readonly string[]): Promise<WindowDepartment[]> {
  const rows = await db.windowDepartment.findMany({
    where: { windowId: { in: [...windowIds] } },
    orderBy: { ordinal: "asc" },
  });
  return rows.map(toPresence);
}

/** At which windows these departments are. */
export async function findWindowsTaking(db: Db, departmentIds: readonly string[]): Promise<WindowDepartment[]> {
  const rows = await db.windowDepartment.findMany({
    where: { departmentId: { in: [...departmentIds] } },
    orderBy: { windowId: "asc" },
  });
  return rows.map(toPresence);
}

const toWindow = (row: ServiceWindowModel): Window => ({ ...row, kind: row.kind as WindowKind });
const toPresence = (row: WindowDepartmentModel): WindowDepartment => ({ ...row, mode: row.mode as PresenceMode });
