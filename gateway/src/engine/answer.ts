import type { GraphQLFormattedError } from "graphql";
import type { Executable } from "./executable.js";
import type { Problem } from "./run/problems.js";
import type { RunState } from "./run/runState.js";
import type { Disclose, PersonalRead } from "./view.js";
import { Completion } from "./write/completion.js";

/** Puts an error into the words that the client may read. */
export type FormatError<C> = (problem: Problem, context: C) => GraphQLFormattedError;

interface Answer {
  readonly body: string;
  readonly hasErrors: boolean;
  readonly objects: number;
}

/** The JSON of an execution result; personal fields are in clear only if that was agreed to before. */
export async function discloseAnswer<C>(
  executable: Executable,
  run: RunState<C>,
  format: FormatError<C>,
  disclose: Disclose,
): Promise<Answer> {
  const reads: PersonalRead[] = [];
  const inClear = writeAnswer(executable, run, format, reads);
  if (reads.length === 0 || (await disclose(reads))) return inClear;
  return writeAnswer(executable, run, format);
}

/** The JSON of an execution result, written from what a run has brought together. */
export function writeAnswer<C>(
  executable: Executable,
  run: RunState<C>,
  format: FormatError<C>,
  reads?: PersonalRead[],
): Answer {
  const completion = new Completion(run.problems, run.objects.shared, executable.introspect?.(run.variables), reads);
  completion.textsArePlain = run.texts.arePlain;
  const data = executable.write(run.data, completion) ?? "null";
  const objects = completion.objects - 1; // the root itself is no object that was asked for
  if (completion.mark === 0 && !run.problems.any) return { body: `{"data":${data}}`, hasErrors: false, objects };
  const errors = completion.problems().map((problem) => format(problem, run.context));
  return { body: `{"errors":${JSON.stringify(errors)},"data":${data}}`, hasErrors: errors.length > 0, objects };
}
