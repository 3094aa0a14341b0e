import { DomainError } from "@yimen/kernel/errors";
import { plans } from "./plans.js";

/** A field of the application form, as the guide has it. */
export interface FormField {
  readonly key: string;
  readonly name: string;
  readonly required: boolean;
}

/** What the applicant filled in; personal data, which stands beside the case. */
export interface FormAnswer {
  readonly key: string;
  readonly value: string;
}

const LONGEST = 2_000; // characters

/** A field is missing, unknown, filled in twice or too long. */
export class FormNotValid extends DomainError {
  readonly code = "FORM_NOT_VALID";
  constructor(keys: readonly string[]) {
    super(
      {
        zh: `申请表有误:${keys.join("、")} 未填、重复、过长或不在表内;请按办事指南的字段填写。`,
        en: `The form is not in order: ${keys.join(", ")} missing, twice, too long or not on it; fill in the guide's fields.`,
      },
      { keys },
      plans.R038,
    );
  }
}

/**
 * Whether a form is filled in as the guide asks, and with nothing else (R038).
 *
 * @throws FormNotValid
 */
export function requireForm(fields: readonly FormField[], answers: readonly FormAnswer[]): void {
  const known = new Map(fields.map((field) => [field.key, field]));
  const seen = new Set<string>();
  const wrong = answers.flatMap(({ key, value }) => {
    const twice = seen.has(key);
    seen.add(key);
    return twice || !known.has(key) || value.length > LONGEST ? [key] : [];
  });
  const filled = new Set(answers.filter(({ value }) => value.trim() !== "").map(({ key }) => key));
  const empty = fields.filter(({ key, required }) => required && !filled.has(key)).map(({ key }) => key);
  const keys = [...new Set([...wrong, ...empty])];
  if (keys.length > 0) throw new FormNotValid(keys);
}

/** The part of the answers that a matter's own form asks for. */
export const answersOf = (fields: readonly FormField[], answers: readonly FormAnswer[]): FormAnswer[] =>
  answers.filter(({ key }) => fields.some((field) => field.key === key));

/** The one form of several matters (一表申请): every field once, required as soon as one of them needs it. */
export const mergedFields = (forms: readonly (readonly FormField[])[]): FormField[] =>
  [...Map.groupBy(forms.flat(), ({ key }) => key)].map(([key, fields]) => ({
    key,
    name: fields[0]?.name ?? key,
    required: fields.some(({ required }) => required),
  }));

/**
 * What is known of a form from earlier ones (R066): of each of its fields the newest value that was ever filled in.
 *
 * @param earlier  the same applicant's forms, the newest first
 */
export function prefilled(fields: readonly FormField[], earlier: readonly (readonly FormAnswer[])[]): FormAnswer[] {
  const known = earlier.flat().filter(({ value }) => value.trim() !== "");
  return fields.flatMap(({ key }) => known.find((answer) => answer.key === key) ?? []);
}
