import { dueDate } from "@yimen/workdays/dueDate";
import { changeInspection, type InspectionStepInput } from "./changeInspection.js";
import type { Context } from "./context.js";
import { type FindingKind, RESOLUTION_DAYS } from "./domain/inspection.js";

/** What is written down during and after an inspection (R192). */

export const recordFinding = (
  context: Context,
  input: InspectionStepInput & { readonly kind: FindingKind; readonly text: string },
) =>
  changeInspection(context, "recordFinding", "inspect", input, (act) => ({
    type: "recordFinding",
    ...act,
    kind: input.kind,
    text: input.text,
    dueOn: dueDate(act.on, RESOLUTION_DAYS, context.calendar).dueOn,
  }));

export const resolveFinding = (
  context: Context,
  input: InspectionStepInput & { readonly no: number; readonly resolution: string },
) =>
  changeInspection(context, "resolveFinding", "check", input, (act) => ({
    type: "resolveFinding",
    ...act,
    no: input.no,
    resolution: input.resolution,
  }));
