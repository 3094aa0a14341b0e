import type { OutletKind } from "./outlet.js";

/** Who gathers: the district, a street, or a village (R155). */
export const trainingLevels = ["DISTRICT", "STREET", "VILLAGE"] as const;
export type TrainingLevel = (typeof trainingLevels)[number];

/** What is taught (R156). */
export const trainingTopics = [
  "HIGH_FREQUENCY_MATTERS",
  "PLATFORM_USE",
  "MATERIAL_TRANSFER",
  "COMMON_QUESTIONS",
  "SERVICE_ETIQUETTE",
  "POLITE_LANGUAGE",
] as const;
export type TrainingTopic = (typeof trainingTopics)[number];

/** How it is taught (R157, R158). */
export const trainingForms = [
  "AT_THE_DOOR",
  "REMOTE_GUIDANCE",
  "HANDS_ON",
  "CENTRALISED",
  "THEMATIC",
  "POST_DRILL",
  "OBSERVATION",
] as const;
export type TrainingForm = (typeof trainingForms)[number];

/** What a unit means to teach in a year (R209). */
export interface TrainingPlan {
  readonly id: string;
  readonly outletId: string;
  readonly year: number;
  /** How many sessions. */
  readonly sessions: number;
  readonly topics: readonly TrainingTopic[];
}

/** A training that took place, with those who attended. */
export interface TrainingSession {
  readonly id: string;
  /** The unit that gathered, or where a department trained. */
  readonly outletId: string;
  readonly level: TrainingLevel;
  /** Set for a department's training before the post (R208), which is no unit's regular training. */
  readonly departmentId: string | null;
  readonly heldOn: string;
  readonly topics: readonly TrainingTopic[];
  readonly form: TrainingForm;
  readonly attendeeIds: readonly string[];
}

const levels: Partial<Record<OutletKind, TrainingLevel>> = {
  CENTRE: "DISTRICT",
  STREET_CENTRE: "STREET",
  VILLAGE_STATION: "VILLAGE",
};

/** At which level an outlet trains; `null` for those that only send people. */
export const levelOf = (kind: OutletKind): TrainingLevel | null => levels[kind] ?? null;

/** The department's latest training that the person attended by that day. */
export const latestTraining = (
  sessions: readonly TrainingSession[],
  staffId: string,
  departmentId: string,
  day: string,
): TrainingSession | null =>
  sessions
    .filter((each) => each.departmentId === departmentId && each.attendeeIds.includes(staffId) && each.heldOn <= day)
    .sort((one, other) =>
      one.heldOn === other.heldOn ? (one.id < other.id ? -1 : 1) : one.heldOn < other.heldOn ? -1 : 1,
    )
    .at(-1) ?? null;
