import { officeDay } from "@yimen/workdays/instant";
import { officialCalendar } from "@yimen/workdays/officialCalendar";
import { addDays, type PlainDate } from "@yimen/workdays/plainDate";
import { addWorkingDays, countWorkingDays } from "@yimen/workdays/workingDays";
import type { Case } from "../domain/case.js";
import { findStoredIds, insertBulk } from "../store/bulkStore.js";
import type { Db } from "../store/db.js";
import { bulkOf } from "./bulkOf.js";
import { uuidOf } from "./chance.js";
import { type ExampleCase, exampleCase } from "./exampleCase.js";
import { readExampleFacts } from "./exampleFacts.js";

/** How many examples a fresh database has, and over how many working days they are spread. */
export const EXAMPLES = 48;
const EXAMPLE_DAYS = 12;
const LOAD_DAYS = 250;
/** Histories that are worked out; further cases have the same with their own numbers, since working out takes longest. */
const PATTERNS = 2_000;
const BATCH = 500;

/**
 * Stores the first `count` example cases as far as they are not stored; the same ones for the same day.
 *
 * @returns how many were stored now
 */
export async function loadExamples(db: Db, now: Date, count: number): Promise<number> {
  const facts = readExampleFacts();
  const days = workingDaysUpTo(now, LOAD_DAYS);
  const patterns = new Map<number, ExampleCase | null>();
  const recent = (index: number) => days[LOAD_DAYS - EXAMPLE_DAYS + Math.floor((index * EXAMPLE_DAYS) / EXAMPLES)];
  const example = (index: number): ExampleCase | null => {
    if (index < EXAMPLES) return exampleCase(facts, index, recent(index) as PlainDate, now);
    const pattern = EXAMPLES + (index % PATTERNS);
    const worked = patterns.get(pattern) ?? exampleCase(facts, pattern, days[pattern % LOAD_DAYS] as PlainDate, now);
    patterns.set(pattern, worked);
    return worked && numbered(worked, index);
  };

  let stored = 0;
  let storing: Promise<void> = Promise.resolve();
  for (let start = 0; start < count; start += BATCH) {
    const indexes = Array.from({ length: Math.min(BATCH, count - start) }, (_, offset) => start + offset);
    const known = await findStoredIds(
      db,
      indexes.map((index) => uuidOf(`case ${index}`)),
    );
    const wanted = indexes.filter((index) => !known.has(uuidOf(`case ${index}`)));
    const bulk = bulkOf(wanted.flatMap((index) => ({ index, example: example(index) })));
    await storing; // the database stores one batch while the next is made
    storing = bulk.cases.length > 0 ? insertBulk(db, bulk) : Promise.resolve();
    stored += bulk.cases.length;
  }
  await storing;
  return stored;
}

/** The history of a pattern, told of the n-th case. */
function numbered({ visit, states, events }: ExampleCase, index: number): ExampleCase {
  const own = { id: uuidOf(`case ${index}`) as Case["id"], visitId: uuidOf(`visit ${index}`) };
  const renamed = (state: Case): Case => ({
    ...state,
    ...own,
    caseNo: state.caseNo.replace(/\d+$/, String(900_001 + index)),
  });
  return {
    visit: { ...visit, id: own.visitId },
    states: states.map(renamed),
    events: events.map((event) => (event.type === "CaseOpened" ? { ...event, opened: renamed(event.opened) } : event)),
  };
}

/** The last so many working days, today included if it is one, oldest first. */
function workingDaysUpTo(now: Date, count: number): PlainDate[] {
  const today = officeDay(now);
  let start = today;
  while (countWorkingDays(start, today, officialCalendar) < count) start = addDays(start, -1);
  return Array.from({ length: count }, (_, n) => addWorkingDays(addDays(start, -1), n + 1, officialCalendar));
}
