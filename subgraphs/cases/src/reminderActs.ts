import { earlierResult, once } from "@yimen/kernel/idempotency";
import type { Context } from "./context.js";
import { isOfOutlet } from "./domain/appointmentVisibility.js";
import { NotYourCase, requireStaff } from "./domain/authority.js";
import { type LicenceReminder, ReminderNotOpen, requireStartable } from "./domain/licenceReminder.js";
import { checkPage } from "./domain/page.js";
import { requireReminderAdapter } from "./domain/reminderAuthority.js";
import { append, type NewEntry } from "./store/caseLog.js";
import type { Db, Tx } from "./store/db.js";
import {
  countConversion,
  findDueReminders,
  getReminder,
  listReminders,
  type ReminderConversion,
  saveReminder,
} from "./store/reminderStore.js";

const BATCH = 100; // reminders a look

/**
 * Hands reminders whose time has come to their channels: each is logged once, and whoever delivers for a channel follows
 * the log (R124). Several processes may look: the version lets one of them win.
 *
 * @returns how many were looked at
 */
export async function raiseReminders(db: Db, now: Date): Promise<number> {
  const due = await findDueReminders(db, now, BATCH);
  for (const reminder of due) {
    await db.$transaction(async (tx) => {
      const raised = await saveReminder(tx, reminder, { raisedAt: now }, "LicenceReminded", now);
      if (raised) await append(tx, raised);
    });
  }
  return due.length;
}

export interface AcknowledgeReminderInput {
  readonly clientMutationId: string;
  readonly reminderId: string;
}

/** A channel says that it has sent a reminder (R124). @throws ReminderAdapterOnly, ReminderNotOpen */
export async function acknowledgeReminder(
  { db, caller, clock }: Context,
  input: AcknowledgeReminderInput,
): Promise<LicenceReminder> {
  requireReminderAdapter(caller);
  const { clientMutationId: key, ...rest } = input;
  const current = await getReminder(db, input.reminderId);
  const request = { caller, mutation: "acknowledgeReminder", key, input: rest, resultId: current.id };
  if (await earlierResult(db, request)) return current;
  await db.$transaction((tx) =>
    once(tx, request, async () => {
      if (!current.raisedAt || current.sentAt) throw new ReminderNotOpen(current.id);
      const sentAt = clock();
      const sent = await saveReminder(tx, current, { sentAt }, "ReminderSent", sentAt);
      if (!sent) throw new ReminderNotOpen(current.id);
      await append(tx, sent);
      return current.id;
    }),
  );
  return getReminder(db, current.id);
}

/**
 * Notes that a case began from a reminder (依提醒办件, R124), in the transaction that opens it.
 *
 * @returns what the log is told
 * @throws ReminderNotOpen
 */
export async function startFromReminder(
  tx: Tx,
  reminderId: string,
  { caseId, applicantId, at }: { readonly caseId: string; readonly applicantId: string | null; readonly at: Date },
): Promise<NewEntry> {
  const reminder = await getReminder(tx, reminderId);
  requireStartable(reminder, applicantId);
  const started = await saveReminder(tx, reminder, { startedCaseId: caseId }, "ReminderCaseOpened", at);
  if (!started) throw new ReminderNotOpen(reminderId);
  return started;
}

/** What the caller was reminded of; nothing for who is no applicant. @throws PageTooLarge */
export async function myReminders({ db, caller }: Context, first: number): Promise<LicenceReminder[]> {
  checkPage(first);
  const { applicantId } = caller.claims;
  return caller.kind === "APPLICANT" && applicantId ? listReminders(db, applicantId, first) : [];
}

/** From how many reminders of a time a case began. @throws StaffOnly, NotYourCase */
export async function reminderConversion(
  { db, caller }: Context,
  outletId: string,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<ReminderConversion> {
  requireStaff(caller);
  if (!isOfOutlet(caller, outletId)) throw new NotYourCase();
  return countConversion(db, outletId, from, to);
}
