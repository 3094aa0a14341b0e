import { instantOf, officeDay } from "@yimen/workdays/instant";
import type { PlainDate } from "@yimen/workdays/plainDate";
import { everybodyIn, everybodyOut } from "./attendance.js";
import { noteGuides } from "./guides.js";
import type { Options } from "./options.js";
import { noteTimes, type Played, play, type Stage } from "./player.js";
import { HALL } from "./scenario/cast.js";
import { day as dayOf } from "./scenario/day.js";
import { eve } from "./scenario/eve.js";
import { tellScene } from "./tell.js";
import { type Days, EVE_BEGINS } from "./whichDay.js";

const ARRIVAL = "08:25";
const CLOSED = "17:02";

/** Plays the afternoon before and the day. */
export async function playDays(stage: Stage, days: Days, options: Options): Promise<Played> {
  const played: Played = { acts: 0, refusals: 0, unexpected: 0 };
  const { speed, seed, visitors } = options;
  const steps = dayOf(seed, visitors);
  await noteGuides(stage.door, [...eve, ...steps], stage.notebook);
  noteTimes(stage.notebook, days.day, steps);

  stage.tell(tellScene({ zh: `前一个工作日 ${days.eve} 下午`, en: `${days.eve}, the afternoon before` }));
  await arrive(stage, days.eve, played);
  await stage.clock.set(instantOf(days.eve, EVE_BEGINS), speed);
  await play(stage, days.eve, eve, played);

  if (stage.stop.aborted) return played;
  stage.tell(tellScene({ zh: `${days.day} 的一天，${speed} 倍速`, en: `${days.day}, a day at ${speed}×` }));
  await arrive(stage, days.day, played);
  await stage.clock.set(instantOf(days.day, ARRIVAL), speed);
  await play(stage, days.day, steps, played);

  if (stage.stop.aborted) return played;
  await stage.clock.until(instantOf(days.day, CLOSED), stage.stop);
  const left = await everybodyOut(stage, HALL, played);
  stage.tell(tellScene({ zh: `下班：${left} 人签退`, en: `closing time: ${left} people sign out` }));
  return played;
}

/** Everybody signs in while the clock stands, so that nobody is late on a slow machine. */
async function arrive(stage: Stage, day: PlainDate, played: Played): Promise<void> {
  const morning = instantOf(day, ARRIVAL);
  const now = stage.clock.now();
  const isLater = officeDay(now) === day && now > morning;
  await stage.clock.set(isLater ? now : morning, 0);
  const people = await everybodyIn(stage, HALL, played);
  stage.tell(`  ${ARRIVAL} ${people} 人签到  ${people} people sign in`);
}
