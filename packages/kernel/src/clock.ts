import { readFileSync } from "node:fs";

/** The present instant; a function, so that tests and demonstrations can set it. */
export type Clock = () => Date;

export const realClock: Clock = () => new Date();

/** How a set clock runs: at real time `real` it showed `virtual`, and it runs `speed` times as fast. Epoch milliseconds. */
export interface ClockSetting {
  readonly real: number;
  readonly virtual: number;
  readonly speed: number;
}

export const clockAt = ({ real, virtual, speed }: ClockSetting, now: number): Date =>
  new Date(virtual + (now - real) * speed);

const LOOK = 100; // ms

/**
 * A clock that a file can set (development and tests): all services of one machine watch the same file and so agree
 * on the time. Without a file, or while the file does not exist, it is the real clock.
 */
export function fileClock(path: string | undefined): Clock & Disposable {
  let setting = path ? readSetting(path, null) : null;
  const reread = () => {
    setting = path ? readSetting(path, setting) : null;
  };
  // Read again rather than watched: a watcher misses what changes before its first look.
  const timer = path ? setInterval(reread, LOOK).unref() : undefined;
  const clock = () => (setting ? clockAt(setting, Date.now()) : new Date());
  return Object.assign(clock, { [Symbol.dispose]: () => clearInterval(timer) });
}

/** A file that is just being written leaves the clock as it is: a jump to real time would let deadlines pass. */
function readSetting(path: string, before: ClockSetting | null): ClockSetting | null {
  try {
    const { real, virtual, speed } = JSON.parse(readFileSync(path, "utf8")) as ClockSetting;
    return [real, virtual, speed].every(Number.isFinite) ? { real, virtual, speed } : before;
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === "ENOENT" ? null : before;
  }
}
