import { renameSync, writeFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { type ClockSetting, clockAt } from "@yimen/kernel/clock";

const POLLED = 400; // ms until every service has read the file: it is looked at ten times a second

/** The clock of the whole house, which this demonstration moves. */
export interface OfficeClock {
  now(): Date;
  /** Sets it, and waits until every service goes by it. */
  set(to: Date, speed: number): Promise<void>;
  /** Waits until it shows that time; returns at once when that has passed, or when the signal aborts. */
  until(time: Date, signal: AbortSignal): Promise<void>;
}

/** @param shown  what it shows now */
export function officeClock(file: string, shown: Date): OfficeClock {
  let setting: ClockSetting = { real: Date.now(), virtual: shown.getTime(), speed: 1 };
  const now = () => clockAt(setting, Date.now());
  return {
    now,
    async set(to, speed) {
      setting = { real: Date.now(), virtual: to.getTime(), speed };
      writeFileSync(`${file}.new`, JSON.stringify(setting));
      renameSync(`${file}.new`, file); // never half written
      await delay(POLLED);
    },
    async until(time, signal) {
      const wait = (time.getTime() - now().getTime()) / setting.speed;
      if (wait > 0) await delay(wait, undefined, { signal }).catch(() => undefined);
    },
  };
}
