import { DomainError } from "@yimen/kernel/errors";
import { plans } from "./plans.js";

/** A question of the guide whose answer decides which materials are needed (情形). */
export interface SituationQuestion {
  readonly key: string;
  readonly options: readonly { readonly key: string; readonly materialCodes: readonly string[] }[];
}

/** What the applicant answered; personal, it stands beside the case. */
export interface SituationAnswer {
  readonly question: string;
  readonly option: string;
}

/** A question is not answered, answered twice or with something that cannot be chosen. */
export class SituationNotClear extends DomainError {
  readonly code = "SITUATION_NOT_CLEAR";
  constructor(questions: readonly string[]) {
    super(
      {
        zh: `情形问题未作答、重复作答或选项有误:${questions.join("、")};请按办事指南的情形问题逐一选择。`,
        en: "A question about the situation is not answered, answered twice or not with one of its options; answer each of the guide's.",
      },
      { questions },
      plans.R038,
    );
  }
}

interface Listed {
  readonly code: string;
  readonly necessity: string;
}

/**
 * The lines of the checklist that a situation asks for: what is always required or may be brought, and what one of the
 * answers makes necessary, which is then required; nothing else (R038, R203).
 *
 * @param answers  one for each of the guide's questions, in any order
 * @throws SituationNotClear
 */
export function askedFor<L extends Listed>(
  materials: readonly L[],
  questions: readonly SituationQuestion[],
  answers: readonly SituationAnswer[],
): L[] {
  const chosen = questions.map(({ key, options }) => {
    const given = answers.filter(({ question }) => question === key);
    return given.length === 1 ? options.find((option) => option.key === given[0]?.option) : undefined;
  });
  const unclear = [
    ...questions.filter((_, index) => !chosen[index]),
    ...answers.flatMap(({ question }) => (questions.some(({ key }) => key === question) ? [] : [{ key: question }])),
  ];
  if (unclear.length > 0) throw new SituationNotClear([...new Set(unclear.map(({ key }) => key))]);
  const needed = new Set(chosen.flatMap((option) => option?.materialCodes ?? []));
  return materials.flatMap((line) => {
    if (needed.has(line.code)) return [{ ...line, necessity: "REQUIRED" }];
    // Without any question nobody can say yet whether a conditional one is needed: it may be brought.
    return line.necessity === "CONDITIONAL" && questions.length > 0 ? [] : [line];
  });
}
