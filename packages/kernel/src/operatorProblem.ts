import type { Bilingual } from "./errors.js";

/**
 * Something the person at the terminal has to put right: one sentence in both languages that says what to do, and no
 * stack. Programs print it and exit with a code other than 0.
 */
export class OperatorProblem extends Error {
  constructor(
    /** Stable, upper snake case. */
    readonly code: string,
    readonly text: Bilingual,
    options?: ErrorOptions,
  ) {
    super(`${text.zh}\n${text.en}`, options);
    this.name = "OperatorProblem";
  }
}
