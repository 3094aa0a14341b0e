import type { WakeUp } from "../live/wakeUp.js";
import type { ClockSkew } from "./clockSkew.js";
import type { OfficeClock } from "./officeClock.js";

const FIRST = 2_000; // ms: two tellings make a pace
const INTERVAL = 10_000; // ms

/** Asks the gateway again and again what time it is in the office, and how far its clock is from ours. */
export async function readClock(office: OfficeClock, skew: ClockSkew, wakeUp: WakeUp): Promise<void> {
  for (let readings = 0; ; readings += 1) {
    await readOnce(office, skew).catch(() => undefined); // the clock runs on meanwhile
    await wakeUp.after(readings === 0 ? FIRST : INTERVAL);
  }
}

async function readOnce(office: OfficeClock, skew: ClockSkew): Promise<void> {
  const sent = { wall: Date.now(), steady: performance.now() };
  const response = await fetch("/health", { cache: "no-store", signal: AbortSignal.timeout(INTERVAL) });
  const received = { wall: Date.now(), steady: performance.now() };
  const { now } = (await response.json()) as { now: string };
  office.told(Date.parse(now), (sent.steady + received.steady) / 2);
  const date = response.headers.get("date");
  if (date) skew.observe(Date.parse(date), sent.wall, received.wall);
}
