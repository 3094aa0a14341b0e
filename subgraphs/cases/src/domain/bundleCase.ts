import { officeDay } from "@yimen/workdays/instant";
import { officialCalendar } from "@yimen/workdays/officialCalendar";
import type { PlainDate } from "@yimen/workdays/plainDate";
import { isWithin, limitEnd, type TimeLimit } from "@yimen/workdays/timeLimit";
import { JointLimitAboveStatutory } from "./bundleRefusals.js";
import type { Actor, Case, CaseChannel, Confidentiality } from "./case.js";
import { caseClock } from "./caseClock.js";
import type { Material } from "./material.js";

/** One thing (一件事) handed in once: the parent of one sub-case for each of its matters (R069, I-K12). */
export interface BundleCase {
  readonly id: string;
  /** The number printed on the one receipt. */
  readonly bundleNo: string;
  readonly bundleId: string;
  readonly regionId: string;
  readonly outletId: string;
  /** The window that works on it; `null` of what came online until one takes it up. */
  readonly windowId: string | null;
  /** The visit during which it was handed in; `null` of what came online. */
  readonly visitId: string | null;
  readonly channel: CaseChannel;
  readonly applicantId: string | null;
  readonly confidentiality: Confidentiality;
  /** Within which all of it is done, as the catalogue promised when it was handed in. */
  readonly jointLimit: TimeLimit;
  readonly openedAt: Date;
  /** Who took it in; `null` where the applicant handed it in online. */
  readonly openedBy: Actor | null;
  /** When the last of its sub-cases was closed; `null` while one is open. */
  readonly closedAt: Date | null;
  readonly version: number;
}

/** 行政许可法 第四十二条: joint handling takes at most 45 days; extensions beyond are decided case by case. */
const JOINT_CEILING: TimeLimit = { value: 45, unit: "WORKING_DAY" };

/** @throws JointLimitAboveStatutory */
export function requireJointLimit(bundleId: string, joint: TimeLimit): void {
  if (!isWithin(joint, JOINT_CEILING, officialCalendar)) throw new JointLimitAboveStatutory(bundleId, joint);
}

/** What a sub-case is promised: what its own guide says, and never longer than all of it together. */
export const promisedInBundle = (own: TimeLimit, joint: TimeLimit): TimeLimit =>
  isWithin(own, joint, officialCalendar) ? own : joint;

/** A parent is closed when all of its sub-cases are, and since the last of them was. */
export function closedSince(subCases: readonly Pick<Case, "closedAt">[]): Date | null {
  const instants = subCases.map(({ closedAt }) => closedAt);
  if (instants.length === 0 || instants.includes(null)) return null;
  return new Date(Math.max(...instants.map((at) => Date.parse(at as string))));
}

/** The parent once a window has taken up, or taken over, all of it (R064). */
export const takenUp = (bundle: BundleCase, windowId: string): BundleCase => ({
  ...bundle,
  windowId,
  version: bundle.version + 1,
});

/** One paper of the whole set, and where it stands. */
export interface BundleMaterial {
  readonly type: string;
  readonly name: string;
  readonly required: boolean;
  /** Only when every sub-case that needs it lets it come later. */
  readonly deferrable: boolean;
  /** The least advanced state among the sub-cases that need it. */
  readonly state: Material["state"];
  readonly caseIds: readonly string[];
}

const leastAdvanced: readonly Material["state"][] = ["MISSING", "TO_CORRECT", "DEFERRED", "PRESENT"];

/** The one set of materials (一套材料): the union of the sub-cases' by type, each paper once. */
export function bundleMaterials(subCases: readonly Case[]): BundleMaterial[] {
  const lines = subCases.flatMap(({ id, materials }) => materials.map((line) => ({ id, line })));
  return [...Map.groupBy(lines, ({ line }) => typeOf(line))].map(([type, uses]) => ({
    type,
    name: uses[0]?.line.name ?? type,
    required: uses.some(({ line }) => line.required),
    deferrable: uses.every(({ line }) => line.deferrable),
    state: leastAdvanced.find((state) => uses.some(({ line }) => line.state === state)) ?? "MISSING",
    caseIds: uses.map(({ id }) => id),
  }));
}

/** What kind of paper it is, wherever it is asked for. */
export const typeOf = ({ type, requirementId }: Pick<Material, "type" | "requirementId">): string =>
  type ?? requirementId;

/**
 * The last day for all of it: the joint limit counted from acceptance, or later where the law lets the clock of a
 * sub-case stand still or its limit be extended, so that no sub-case is ever due after its parent; `null` before any
 * is accepted.
 */
export function bundleDueOn({ jointLimit }: BundleCase, subCases: readonly Case[], now: Date): PlainDate | null {
  const accepted = subCases.flatMap(({ acceptance }) => (acceptance ? [acceptance.at] : [])).sort();
  const [first] = accepted;
  if (!first) return null;
  const joint = limitEnd(jointLimit, officeDay(new Date(first)), officialCalendar);
  const own = subCases.flatMap((one) => caseClock(one, now)?.dueOn ?? []);
  return [joint, ...own].sort().at(-1) as PlainDate;
}
