import { DomainError } from "@yimen/kernel/errors";
import { rules } from "./rules.js";

/** A step that must be put into words came without them. */
export class TextMissing extends DomainError {
  readonly code = "TEXT_MISSING";
  constructor(field: string) {
    super({ zh: "请填写具体内容。", en: "Please say it in words." }, { field }, rules.everyReportAnswered);
  }
}

/** @throws TextMissing when there is nothing but white space */
export function requireText(field: string, text: string): string {
  const trimmed = text.trim();
  if (!trimmed) throw new TextMissing(field);
  return trimmed;
}
