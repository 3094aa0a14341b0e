import type { FormatError } from "../answer.js";
import type { TypeRelations } from "../compile/typeRelations.js";
import { EventQueue } from "../eventQueue.js";
import { PlaceObjects } from "../run/placeObjects.js";
import { isBelow, type Problem, Problems } from "../run/problems.js";
import { runSchedule } from "../run/runSchedule.js";
import type { RunState } from "../run/runState.js";
import { Completion } from "../write/completion.js";
import { objectsOn } from "./objectsOn.js";
import type { DeferredPart } from "./phase.js";

export interface DeferOptions<C> {
  readonly waitMs: number;
  readonly format: FormatError<C>;
  readonly types: TypeRelations;
}

/** Runs deferred parts, and those that they defer in turn; yields the JSON of an incremental result as each is done. */
export function deferredParts<C>(
  run: RunState<C>,
  parts: readonly DeferredPart[],
  options: DeferOptions<C>,
): AsyncIterableIterator<string> {
  const results = new EventQueue<string>(() => {});
  let pending = 0;
  const start = async (part: DeferredPart): Promise<void> => {
    pending++;
    const entries = await runPart(run, part, options);
    for (const next of part.phase.parts) startOrEnd(next);
    pending--;
    const incremental = entries.length > 0 ? `"incremental":[${entries.join(",")}],` : "";
    if (incremental || pending === 0) results.push(`{${incremental}"hasNext":${pending > 0}}`);
    if (pending === 0) results.end();
  };
  const startOrEnd = (part: DeferredPart) => void start(part).catch(() => results.end()); // the client has gone
  for (const part of parts) startOrEnd(part);
  return results;
}

/** @returns the JSON of an entry for each object that the part completes */
async function runPart<C>(
  run: RunState<C>,
  part: DeferredPart,
  { waitMs, format, types }: DeferOptions<C>,
): Promise<string[]> {
  // Parts run side by side on the same data: none may make two objects one while another is at work on them.
  const own = { ...run, problems: new Problems(), objects: new PlaceObjects(run.data, false) };
  await runSchedule(part.phase.schedule, own, waitMs);
  const entries = objectsOn(part.path, run.data, types).map(({ object, path }) => {
    const completion = new Completion(own.problems, own.objects.shared);
    const data = part.phase.write(object, completion) ?? "null";
    return { path, data, errors: completion.found(path) };
  });
  const told = [...own.problems.list, ...own.problems.unreported()];
  return entries.map(({ path, data, errors }, index) => {
    const isOurs = (problem: Problem) =>
      isBelow(problem.path, path) || (index === 0 && !entries.some((entry) => isBelow(problem.path, entry.path)));
    const all = [...told.filter(isOurs), ...errors].map((problem) => format(problem, run.context));
    const label = part.label === undefined ? "" : `"label":${JSON.stringify(part.label)},`;
    return `{${label}"path":${JSON.stringify(path)},"data":${data}${all.length > 0 ? `,"errors":${JSON.stringify(all)}` : ""}}`;
  });
}
