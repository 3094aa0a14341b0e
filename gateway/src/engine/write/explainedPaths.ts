import type { ResponsePath } from "../run/problems.js";

/** The places of the answer that errors speak for: where a null needs no error of its own. */
export class ExplainedPaths {
  readonly #errors = new Set<string>();
  readonly #above = new Set<string>();

  add(path: ResponsePath | undefined): void {
    if (!path) return;
    this.#errors.add(JSON.stringify(path));
    for (let length = 0; length <= path.length; length++) this.#above.add(JSON.stringify(path.slice(0, length)));
  }

  /** Whether an error stands at this null, below it or above it. */
  has(nullAt: ResponsePath): boolean {
    if (this.#above.has(JSON.stringify(nullAt))) return true;
    return nullAt.some((_, length) => this.#errors.has(JSON.stringify(nullAt.slice(0, length))));
  }
}
