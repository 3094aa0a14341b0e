import type { Report } from "./report.js";

/** How fast things went between two reports. */
export interface Paces {
  /** Events a second, by stream. */
  readonly events: ReadonlyMap<number, number>;
  /** Results handed to clients a second, all streams together. */
  readonly deliveries: number;
  /** Processor cores taken. */
  readonly cores: number;
}

/** A stream that is new in the later report has no pace yet; a gateway that was started anew has none at all. */
export function pacesBetween(before: Report | null, after: Report): Paces | null {
  if (!before || after.process.upSeconds < before.process.upSeconds) return null;
  const seconds = (Date.parse(after.at) - Date.parse(before.at)) / 1_000;
  if (seconds <= 0) return null;
  const known = new Map(before.streams.map((stream) => [stream.id, stream.events]));
  const events = new Map<number, number>();
  let deliveries = 0;
  for (const { id, events: now, subscribers } of after.streams) {
    const pace = (now - (known.get(id) ?? now)) / seconds;
    events.set(id, pace);
    deliveries += pace * subscribers;
  }
  return { events, deliveries, cores: (after.process.cpuSeconds - before.process.cpuSeconds) / seconds };
}
