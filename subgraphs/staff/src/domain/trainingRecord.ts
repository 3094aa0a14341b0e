import type { Caller } from "@yimen/kernel/caller";
import { outletAlone, type StaffEvent } from "./staffEvent.js";
import type { TrainingPlan, TrainingSession } from "./training.js";
import { NotTrainingOrganiser, TrainingPlanInvalid, TrainingSessionInvalid } from "./trainingRefusals.js";

const ownOrganisers: ReadonlySet<string | undefined> = new Set(["STREET_AGENT", "VILLAGE_AGENT"]);
const leaders: ReadonlySet<string | undefined> = new Set(["CENTRE_DIRECTOR", "COORDINATOR"]);

/**
 * Agents organise at their own unit, a centre's director and the coordination office there and below (R155).
 *
 * @param outletIds  the unit followed by those above it
 * @returns the staff member who calls; @throws NotTrainingOrganiser
 */
export function requireOrganiser({ kind, claims }: Caller, outletIds: readonly string[]): string {
  const { staffId, outletId, role } = claims;
  const [unit = ""] = outletIds;
  const organises =
    (outletId === unit && ownOrganisers.has(role)) || (!!outletId && outletIds.includes(outletId) && leaders.has(role));
  if (kind !== "STAFF" || !staffId || !organises) throw new NotTrainingOrganiser(unit);
  return staffId;
}

/** @throws TrainingPlanInvalid */
export function requirePlannable(plan: TrainingPlan): TrainingPlan {
  const dated = Number.isInteger(plan.year) && plan.year >= 2000 && plan.year <= 2999;
  if (!dated || plan.sessions < 1 || plan.topics.length === 0) throw new TrainingPlanInvalid();
  return { ...plan, topics: [...new Set(plan.topics)] };
}

/** @throws TrainingSessionInvalid */
export function requireRecordable(session: TrainingSession, today: string): TrainingSession {
  if (session.attendeeIds.length === 0) throw new TrainingSessionInvalid("NOBODY_ATTENDED");
  if (session.topics.length === 0) throw new TrainingSessionInvalid("NO_TOPIC");
  if (session.heldOn > today) throw new TrainingSessionInvalid("IN_THE_FUTURE");
  return { ...session, topics: [...new Set(session.topics)], attendeeIds: [...new Set(session.attendeeIds)] };
}

/** What the log tells of a plan or a session. */
export const trainingEvent = (
  type: "TRAINING_PLANNED" | "TRAINING_RECORDED",
  { id, outletId }: { readonly id: string; readonly outletId: string },
  at: Date,
): StaffEvent => ({
  ...outletAlone,
  type,
  at,
  outletId,
  data: { trainingId: id },
  onceKey: `${type}:${id}`,
});
