import { dueDate } from "@yimen/workdays/dueDate";
import { changeInspection, type InspectionStepInput } from "./changeInspection.js";
import type { Context } from "./context.js";
import { type FindingKind, RESOLUTION_DAYS } from "./domain/inspection.js";
import type { NormCheck } from "./domain/serviceNorm.js";

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

/** Ticks the list of service norms (R148, R176, R177). */
export const checkNorms = (context: Context, input: InspectionStepInput & { readonly checks: readonly NormCheck[] }) =>
  changeInspection(context, "checkNorms", "inspect", input, (act) => ({
    type: "checkNorms",
    ...act,
    checks: input.checks.map(({ norm, kept, note }) => ({ norm, kept, note })),
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
