import { randomUUID } from "node:crypto";
import { type ChangeInput, changeCase } from "./changeCase.js";
import type { Context } from "./context.js";
import type { DeliveryMethod } from "./domain/case.js";
import { plannedReminders } from "./domain/licenceReminder.js";
import { windowActor } from "./onDuty.js";
import { insertReminders } from "./store/reminderStore.js";

/** What the window does with a case besides accepting it; each needs an officer on duty at its window (R079, R081). */

export const receiveMaterials = (
  context: Context,
  input: ChangeInput & { readonly requirementIds: readonly string[] },
) =>
  changeCase(context, "receiveMaterials", input, async (current) => ({
    type: "receiveMaterials",
    at: context.clock(),
    requirementIds: input.requirementIds,
    by: await windowActor(context, current),
  }));

export const refuseAcceptance = (context: Context, input: ChangeInput & { readonly reason: string }) =>
  changeCase(context, "refuseAcceptance", input, async (current) => ({
    type: "refuseAcceptance",
    at: context.clock(),
    reason: input.reason,
    by: await windowActor(context, current),
  }));

export const receiveCorrection = (context: Context, input: ChangeInput) =>
  changeCase(context, "receiveCorrection", input, async (current) => ({
    type: "receiveCorrection",
    at: context.clock(),
    by: await windowActor(context, current),
  }));

export const deliverResult = (
  context: Context,
  input: ChangeInput & { readonly method: DeliveryMethod; readonly trackingNo?: string | null },
) =>
  changeCase(
    context,
    "deliverResult",
    input,
    async (current) => ({
      type: "deliver",
      at: context.clock(),
      method: input.method,
      trackingNo: input.trackingNo,
      by: await windowActor(context, current),
    }),
    async (tx, next, { applicantId }) => {
      // Its holder is reminded before it ends (R124).
      await insertReminders(tx, plannedReminders(next, applicantId, context.reminderLeadDays, randomUUID));
      return [];
    },
  );

export const withdrawCase = (context: Context, input: ChangeInput & { readonly reason: string }) =>
  changeCase(context, "withdrawCase", input, async (current) => ({
    type: "withdraw",
    at: context.clock(),
    reason: input.reason,
    by: await windowActor(context, current),
  }));
