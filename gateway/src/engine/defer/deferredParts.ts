import type { FormatError } from "../answer.js";
import type { TypeRelations } from "../compile/typeRelations.js";
import { EventQueue } from "../eventQueue.js";
import { PlaceObjects } from "../run/placeObjects.js";
import { isBelow, type Problem, Problems } from "../run/problems.js";
import { runSchedule } from "../run/runSchedule.js";
import type { RunState } from "../run/runState.js";
import { Completion } from "../write/completion.js";
import { Delivered } from "./delivered.js";
import type { FetchEnds } from "./fetchEnds.js";
import { objectsOn } from "./objectsOn.js";
import type { DeferredPart } from "./phase.js";

export interface DeferOptions<C> {
  readonly waitMs: number;
  readonly format: FormatError<C>;
  readonly types: TypeRelations;
  /** By which a part starts when what it depends on has ended; without it, when the part around it has. */
  readonly ends: FetchEnds | undefined;
  /** What clients may ask of the gateway at the root, by response key. */
  readonly introspection: ReadonlyMap<string, string> | undefined;
}

/** A part whose fetches may already be under way. */
interface StartedPart<C> {
  readonly part: DeferredPart;
  readonly run: RunState<C>;
  readonly fetched: Promise<void>;
  readonly inner: readonly StartedPart<C>[];
}

/**
 * Starts deferred parts, and those within them, each as soon as what it depends on is there.
 *
 * @param around  settles when the fetches of all that is around them have ended
 */
export function startParts<C>(
  run: RunState<C>,
  parts: readonly DeferredPart[],
  around: Promise<void>,
  options: DeferOptions<C>,
): StartedPart<C>[] {
  const { ends, waitMs } = options;
  return parts.map((part) => {
    // Parts run side by side on the same data: none may make two objects one while another is at work on them.
    const own = { ...run, problems: new Problems(), objects: new PlaceObjects(run.data, false) };
    const ready = ends ? Promise.race([ends.all(part.depends), around]) : around;
    const fetched = ready.then(() => runSchedule(part.phase.schedule, own, waitMs));
    fetched.catch(() => {}); // who delivers it is told
    // A part that waits for nothing may end before those around it, on which parts within it may depend.
    const allAround = Promise.all([around, fetched]).then(() => {});
    allAround.catch(() => {});
    return { part, run: own, fetched, inner: startParts(run, part.phase.parts, allAround, options) };
  });
}

/**
 * The JSON of an incremental result as each part is done: never before the part around it.
 *
 * @param first  the first result's data, which goes before
 */
export function deliverParts<C>(
  parts: readonly StartedPart<C>[],
  first: unknown,
  options: DeferOptions<C>,
): AsyncIterableIterator<string> {
  const results = new EventQueue<string>(() => {});
  const delivered = new Delivered(first);
  let pending = 0;
  const deliver = async (part: StartedPart<C>): Promise<void> => {
    pending++;
    await part.fetched;
    const entries = entriesOf(part, delivered, options);
    for (const next of part.inner) deliverOrEnd(next);
    pending--;
    const incremental = entries.length > 0 ? `"incremental":[${entries.join(",")}],` : "";
    if (incremental || pending === 0) results.push(`{${incremental}"hasNext":${pending > 0}}`);
    if (pending === 0) results.end();
  };
  const deliverOrEnd = (part: StartedPart<C>) => void deliver(part).catch(() => results.end()); // the client has gone
  for (const part of parts) deliverOrEnd(part);
  return results;
}

/** @returns the JSON of an entry for each object that the part completes */
function entriesOf<C>(
  { part, run }: StartedPart<C>,
  delivered: Delivered,
  { format, types, introspection }: DeferOptions<C>,
): string[] {
  const objects = objectsOn(part.path, run.data, types).filter(({ path }) => delivered.has(path));
  const all = objects.map(({ object, path }) => {
    const completion = new Completion(run.problems, run.objects.shared, introspection);
    const data = part.phase.write(object, completion) ?? "null";
    if (part.phase.parts.length > 0) delivered.add(path, JSON.parse(data));
    return { path, data, errors: completion.found(path) };
  });
  // Nothing is said of an object that the part's fragment does not apply to.
  const entries = all.filter(({ data, errors }) => data !== "{}" || errors.length > 0);
  const told = [...run.problems.list, ...run.problems.unreported()];
  return entries.map(({ path, data, errors }, index) => {
    const isOurs = (problem: Problem) =>
      isBelow(problem.path, path) || (index === 0 && !entries.some((entry) => isBelow(problem.path, entry.path)));
    const said = [...told.filter(isOurs), ...errors].map((problem) => format(problem, run.context));
    const label = part.label === undefined ? "" : `"label":${JSON.stringify(part.label)},`;
    return `{${label}"path":${JSON.stringify(path)},"data":${data}${said.length > 0 ? `,"errors":${JSON.stringify(said)}` : ""}}`;
  });
}
