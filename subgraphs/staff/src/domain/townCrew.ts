import { addMonths, type PlainDate, parsePlainDate } from "@yimen/workdays/plainDate";
import type { Employment } from "./staffMember.js";

/** A generalist of a town's window, as of when they were selected. */
export interface CrewMember {
  readonly staffId: string;
  readonly selectedOn: string;
  /** `null` where it is not known. */
  readonly bornOn: string | null;
  readonly employment: Employment;
}

/** What a plan asks of a town's crew (R138); 45岁以下 includes those who are 45 (民法典 第一千二百五十九条). */
export const CREW_SIZE = 4;
export const OLDEST = 45;
export const PERMANENT = 2;

export const crewGaps = ["NOT_FOUR", "SELECTED_OVER_AGE", "AGE_UNKNOWN", "TOO_FEW_PERMANENT"] as const;
export type CrewGap = (typeof crewGaps)[number];

/** Full years on that day; who was born on 29 February turns a year older on 28 February of a common year. */
export function ageOn(bornOn: PlainDate, day: PlainDate): number {
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return addMonths(bornOn, years * 12) <= day ? years : years - 1;
}

/** In what the crew falls short of the plan: four people, none over 45 when selected, two of them permanent (I-S8). */
export function gapsOf(crew: readonly CrewMember[]): CrewGap[] {
  const ages = crew.map(({ bornOn, selectedOn }) =>
    bornOn === null ? null : ageOn(parsePlainDate(bornOn), parsePlainDate(selectedOn)),
  );
  const permanent = crew.filter(({ employment }) => employment === "PERMANENT").length;
  const gaps: Record<CrewGap, boolean> = {
    NOT_FOUR: crew.length !== CREW_SIZE,
    SELECTED_OVER_AGE: ages.some((age) => age !== null && age > OLDEST),
    AGE_UNKNOWN: ages.includes(null),
    TOO_FEW_PERMANENT: permanent < PERMANENT,
  };
  return crewGaps.filter((gap) => gaps[gap]);
}
