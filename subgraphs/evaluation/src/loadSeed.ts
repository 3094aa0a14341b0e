import { instantOf } from "@yimen/workdays/instant";
import { officialCalendar } from "@yimen/workdays/officialCalendar";
import type { PlainDate } from "@yimen/workdays/plainDate";
import { addWorkingDays } from "@yimen/workdays/workingDays";
import { type BadReview, type BadReviewId, evolveBadReview } from "./domain/badReview.js";
import { type BadReviewCommand, decideBadReview } from "./domain/decideBadReview.js";
import { exampleDays, exampleEvaluations } from "./exampleEvaluations.js";
import { recordEvaluation } from "./recordEvaluation.js";
import { readSeededOpinions, readSeededStaff, type SeededStaff } from "./seedFile.js";
import { saveBadReview } from "./store/badReviewStore.js";
import type { Db, Tx } from "./store/db.js";
import { logHead } from "./store/evaluationLog.js";
import { insertEvaluable } from "./store/ratingStore.js";

const noon = (day: PlainDate) => instantOf(day, "12:00");

/** Loads the seed into an empty database, all of it or nothing; does nothing where there is something already. */
export async function loadSeed(db: Db): Promise<void> {
  if ((await logHead(db)) > 0n) return;
  await db.$transaction(
    async (tx) => {
      for (const staff of readSeededStaff()) await loadStaff(tx, staff);
    },
    { timeout: 120_000 },
  );
}

async function loadStaff(tx: Tx, staff: SeededStaff): Promise<void> {
  const days = exampleDays(officialCalendar);
  const evaluations = exampleEvaluations(staff, readSeededOpinions(), days);
  for (const given of evaluations) {
    const recording = {
      at: noon(given.givenOn),
      calendar: officialCalendar,
      badReviewId: given.id.replace("evaluation", "bad-review") as BadReviewId,
    };
    const { badReview } = await recordEvaluation(tx, given, recording);
    if (badReview) await followUp(tx, badReview, staff);
  }
  const { officerId, outletId } = staff;
  const ended = Array.from({ length: staff.visits }, (_, index) => ({
    visitId: `example-visit-${officerId}-${index + 1}`,
    outletId,
    officerId,
    endedOn: evaluations[index % evaluations.length]?.givenOn ?? days[0] ?? ("2026-01-05" as PlainDate),
  }));
  await insertEvaluable(tx, ended);
}

/** Takes an example through the whole follow-up, in time: put right, verified by somebody else, fed back. */
async function followUp(tx: Tx, opened: BadReview, { officerId: by, checkerId }: SeededStaff): Promise<void> {
  const [second, third, fourth] = [1, 2, 3].map((days) => addWorkingDays(opened.openedOn, days, officialCalendar));
  const steps = [
    { type: "rectify", on: second, by, measures: "示例:已调整窗口排班并再次培训" },
    { type: "verifyRectification", on: third, by: checkerId, accepted: true, remark: "" },
    { type: "feedBack", on: fourth, by, feedback: "示例:问题已整改,感谢您的监督" },
  ] as readonly BadReviewCommand[];
  let current = opened;
  for (const step of steps) {
    const event = decideBadReview(current, step);
    current = evolveBadReview(current, event);
    await saveBadReview(tx, current, event, noon(step.on));
  }
}
