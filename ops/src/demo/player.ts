import { parseClockTime } from "@yimen/workdays/clockTime";
import { instantOf } from "@yimen/workdays/instant";
import type { PlainDate } from "@yimen/workdays/plainDate";
import type { Act } from "./acts/act.js";
import { acts } from "./acts.js";
import type { Door, Headers } from "./door.js";
import type { Notebook } from "./notebook.js";
import type { OfficeClock } from "./officeClock.js";
import type { Person } from "./people.js";
import type { DayRecord } from "./record.js";
import type { ActStep, AwaitStep, Step, Who } from "./step.js";
import { nameOf, type Tell, tellAct, tellNote, tellRefusal, tellUnexpected } from "./tell.js";
import type { Seen } from "./watch.js";

/** What a day is played with. */
export interface Stage {
  readonly door: Door;
  readonly clock: OfficeClock;
  readonly people: ReadonlyMap<string, Person>;
  readonly notebook: Notebook;
  readonly record: DayRecord;
  readonly tell: Tell;
  readonly stop: AbortSignal;
  headers(who: Who): Promise<Headers>;
}

/** How the story went. */
export interface Played {
  acts: number;
  refusals: number;
  unexpected: number;
}

const PATIENCE = 20_000; // ms of real time: services look at the clock every second, and the machine may be busy

/** Plays steps on a day, each when the office's clock shows its time, one after the other; goes on whatever happens. */
export async function play(stage: Stage, day: PlainDate, steps: readonly Step[], played: Played): Promise<void> {
  for (const step of steps) {
    await stage.clock.until(instantOf(day, step.at), stage.stop);
    if (stage.stop.aborted) return;
    if (step.note) stage.tell(tellNote(step.note));
    try {
      if ("act" in step) await perform(stage, step, played);
      else if ("until" in step) await awaitHappening(stage, step);
    } catch (problem) {
      if (stage.stop.aborted) return;
      played.unexpected += 1;
      stage.tell(tellUnexpected(problem instanceof Error ? problem.message : String(problem)));
    }
  }
}

async function perform(stage: Stage, step: ActStep, played: Played): Promise<void> {
  const { document, tell, keep, ...does } = acts[step.act] as Act<unknown>;
  const input = stage.notebook.read(step.with ?? {}) as Readonly<Record<string, unknown>>;
  const changes = document.startsWith("mutation");
  const variables = changes ? { input: { clientMutationId: crypto.randomUUID(), ...input } } : input;
  const headers = await stage.headers(step.who);
  const { data, errors } = await stage.door.ask<Record<string, unknown>>(headers, document, variables);
  const [refusal] = errors ?? [];
  const line = (outcome: Parameters<typeof tellAct>[3]) =>
    stage.tell(tellAct(stage.clock.now(), nameOf(step.who, stage.people), does, outcome));
  if (refusal) {
    line("");
    if (refusal.extensions.code !== step.refused) throw new Error(`${refusal.extensions.code}: ${refusal.message}`);
    played.refusals += 1;
    for (const said of tellRefusal(refusal)) stage.tell(said);
    return;
  }
  const answer = Object.values(data ?? {})[0];
  line(tell(answer));
  if (step.refused) throw new Error(`${step.act} was to be refused with ${step.refused}, and was not`);
  played.acts += 1;
  if (step.as) stage.notebook.note(step.as, keep(answer));
}

async function awaitHappening({ record, notebook, stop }: Stage, { until, of }: AwaitStep): Promise<void> {
  const wanted = notebook.read(of) as AwaitStep["of"];
  const matches = ({ event }: Seen) =>
    event.type === until &&
    (wanted.windowId === undefined || ("window" in event && event.window?.id === wanted.windowId)) &&
    (wanted.caseId === undefined || ("caseId" in event && event.caseId === wanted.caseId)) &&
    (wanted.percent === undefined || ("percent" in event && event.percent === wanted.percent));
  if (!(await record.sees(matches, PATIENCE, stop)) && !stop.aborted) throw new Error(`${until} did not come`);
}

/** "@at.10:30" and the like, for acts that speak of a time of the day. */
export function noteTimes(notebook: Notebook, day: PlainDate, steps: readonly Step[]): void {
  const times = [...JSON.stringify(steps).matchAll(/@at\.(\d\d:\d\d)/g)].map(([, time = ""]) => parseClockTime(time));
  notebook.note("at", Object.fromEntries(times.map((time) => [time, instantOf(day, time).toISOString()])));
}
