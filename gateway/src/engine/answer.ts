import type { GraphQLFormattedError } from "graphql";
import type { Executable } from "./executable.js";
import type { Problem } from "./run/problems.js";
import type { RunState } from "./run/runState.js";
import { Completion } from "./write/completion.js";

/** Puts an error into the words that the client may read. */
export type FormatError<C> = (problem: Problem, context: C) => GraphQLFormattedError;

/** The JSON of an execution result, written from what a run has brought together. */
export function writeAnswer<C>(
  executable: Executable,
  run: RunState<C>,
  format: FormatError<C>,
): { body: string; hasErrors: boolean } {
  const completion = new Completion(run.problems, run.objects.shared, executable.introspect?.(run.variables));
  const data = executable.write(run.data, completion) ?? "null";
  if (completion.mark === 0 && !run.problems.any) return { body: `{"data":${data}}`, hasErrors: false };
  const errors = completion.problems().map((problem) => format(problem, run.context));
  return { body: `{"errors":${JSON.stringify(errors)},"data":${data}}`, hasErrors: errors.length > 0 };
}
