import type { Bilingual } from "@yimen/kernel/errors";
import { OperatorProblem } from "@yimen/kernel/operatorProblem";

/** Tells the person at the terminal what is going on, the Chinese first. */
export const say = ({ zh, en }: Bilingual): void => console.info(`· ${zh}  ${en}`);

/** Something happened that a person should look at; the lines are what the program in question said last. */
export function warn({ zh, en }: Bilingual, lines: readonly string[] = []): void {
  console.error(`! ${zh}\n  ${en}`);
  for (const line of lines) console.error(`  | ${line}`);
}

/** Prints why we stop: a sentence for what a person can put right, the whole error for a fault of ours. */
export function complain(thrown: unknown): void {
  if (!(thrown instanceof OperatorProblem)) {
    console.error(thrown);
    return;
  }
  console.error(`✗ ${thrown.text.zh}\n  ${thrown.text.en}`);
  if (typeof thrown.cause === "string" && thrown.cause) console.error(thrown.cause.replaceAll(/^/gm, "  | "));
}
