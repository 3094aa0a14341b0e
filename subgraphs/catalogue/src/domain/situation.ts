import { DomainError } from "@yimen/kernel/errors";
import { rules } from "./rules.js";

/** One answer an applicant can give, and what it makes necessary. */
export interface SituationOption {
  readonly key: string;
  readonly text: string;
  /** Codes of materials of the same guide that are required once this is chosen. */
  readonly materialCodes: readonly string[];
}

/** A question whose answer decides which materials are needed (情形). */
export interface SituationQuestion {
  readonly key: string;
  readonly text: string;
  readonly options: readonly SituationOption[];
}

/** What an applicant answered to one question. */
export interface SituationAnswer {
  readonly question: string;
  readonly option: string;
}

interface Listed {
  readonly code: string;
  readonly necessity: "REQUIRED" | "OPTIONAL" | "CONDITIONAL";
}

/** Which materials a situation needs. */
export interface SituationMaterials {
  /** In the order of the guide. */
  readonly required: readonly string[];
  /** Questions without an answer: what their answers would need is not among the required. */
  readonly unanswered: readonly string[];
}

/** An answer that the guide does not know, or two to one question. */
export class SituationAnswerNotValid extends DomainError {
  readonly code = "SITUATION_ANSWER_NOT_VALID";
  constructor({ question, option }: SituationAnswer) {
    super(
      {
        zh: "情形问题或选项有误,或同一问题重复作答;请按办事指南的情形问题选择。",
        en: "There is no such question or option, or a question is answered twice; choose from the guide's situations.",
      },
      { question, option },
      rules.R038,
    );
  }
}

/**
 * The materials a situation needs: those that are always required, and those that one of the answers makes necessary;
 * nothing that is not on the guide's list (R038). The order of the answers does not matter.
 *
 * @throws SituationAnswerNotValid
 */
export function materialsFor(
  materials: readonly Listed[],
  questions: readonly SituationQuestion[],
  answers: readonly SituationAnswer[],
): SituationMaterials {
  const chosen = new Map<string, SituationOption>();
  for (const answer of answers) {
    const option = questions
      .find(({ key }) => key === answer.question)
      ?.options.find(({ key }) => key === answer.option);
    if (!option || chosen.has(answer.question)) throw new SituationAnswerNotValid(answer);
    chosen.set(answer.question, option);
  }
  const needed = new Set([...chosen.values()].flatMap(({ materialCodes }) => materialCodes));
  return {
    required: materials
      .filter(({ code, necessity }) => necessity === "REQUIRED" || needed.has(code))
      .map(({ code }) => code),
    unanswered: questions.filter(({ key }) => !chosen.has(key)).map(({ key }) => key),
  };
}
