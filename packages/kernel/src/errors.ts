/** Where a refusal comes from: the requirement, the literal sentence that asks for it, and the document it stands in. */
export interface Rule {
  /** Requirement number, such as "R057". */
  readonly id: string;
  readonly sentence: string;
  readonly source: string;
}

/** One message in both languages; readers get the Chinese first. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/**
 * An error the caller is meant to see: what was refused, why, and what to do. Anything else that is thrown is a bug
 * and leaves the system as "Unexpected error" (see `formatError`).
 */
export abstract class DomainError extends Error {
  /** Stable, upper snake case; clients switch on it. Listed in docs/errors.md. */
  abstract readonly code: string;

  constructor(
    readonly text: Bilingual,
    readonly details: Readonly<Record<string, unknown>> = {},
    readonly rule?: Rule,
  ) {
    super(`${text.zh} ${text.en}`);
    this.name = new.target.name;
  }
}
