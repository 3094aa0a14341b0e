import type { Applicant } from "../domain/applicant.js";
import type { Visit } from "../domain/visit.js";
import type { Bulk } from "../store/bulkStore.js";
import type { NewEntry } from "../store/caseLog.js";
import { caseEntry } from "../store/caseStore.js";
import { visitEntry } from "../store/visitStore.js";
import type { ExampleCase } from "./exampleCase.js";

interface Numbered {
  readonly index: number;
  readonly example: ExampleCase | null;
}

/** What is to be stored of example cases, the log in the order in which things happened. */
export function bulkOf(numbered: readonly Numbered[]): Bulk {
  const begun = numbered.flatMap(({ index, example }) => (example ? [{ index, ...example }] : []));
  return {
    visits: begun.map(({ visit, index }) => ({ ...visit, applicantId: applicantId(index) })),
    cases: begun.flatMap(({ states, index }) =>
      states.slice(-1).map((last) => ({ ...last, applicantId: applicantId(index) })),
    ),
    applicants: begun.flatMap(({ states, index }) =>
      states.slice(0, 1).map(({ id }) => ({ ...exampleApplicant(index), caseId: id })),
    ),
    entries: begun
      .flatMap(({ visit, states, events }) => [
        ...visitEntries(visit),
        ...states.flatMap((state, n) =>
          events.slice(n, n + 1).map((event) => caseEntry(states[n - 1] ?? null, state, event)),
        ),
      ])
      .sort((one, other) => one.at.getTime() - other.at.getTime()),
  };
}

/** The first of every sixteen belongs to the applicant whom one can sign in as in a demonstration. */
const applicantId = (index: number): string =>
  index % 16 === 0 && index < 48 ? "demo-applicant" : `example-applicant-${index + 1}`;

function exampleApplicant(index: number): Applicant {
  const number = String(index + 1).padStart(3, "0");
  const phone = `0464-000${String(index % 10_000).padStart(4, "0")}`;
  return { kind: "PERSON", name: `测试-桃山-${number}`, idNumber: exampleIdNumber(index), phone };
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** An identity number of the unassigned region 999999 with a valid check character (GB 11643). */
function exampleIdNumber(index: number): string {
  const digits = `99999919${String(50 + (Math.floor(index / 1_000) % 50))}0101${String(index % 1_000).padStart(3, "0")}`;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  return digits + "10X98765432"[sum % 11];
}

function visitEntries(visit: Visit): NewEntry[] {
  const started = visitEntry({ ...visit, endedAt: null, version: 1 }, "VisitStarted", null, visit.startedAt);
  return visit.endedAt ? [started, visitEntry(visit, "VisitEnded", "STARTED", visit.endedAt)] : [started];
}
