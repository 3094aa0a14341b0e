import type { LogEntry } from "./eventLog.js";
import type { RelayedEntry } from "./logRelay.js";

/** What JSON has no notation for, in the fields of an entry. */
type Noted = { readonly instant: string } | { readonly integer: string } | { readonly json: unknown };

/** An entry as text, with its instants and large integers. */
export function textOf<E extends LogEntry>({ previous, entry }: RelayedEntry<E>): string {
  const fields = Object.entries(entry).map(([name, value]): [string, Noted] => [name, noted(value)]);
  return JSON.stringify({ previous: previous.toString(), fields: Object.fromEntries(fields) });
}

export function relayedEntryOf<E extends LogEntry>(text: string): RelayedEntry<E> {
  const { previous, fields } = JSON.parse(text) as { previous: string; fields: Record<string, Noted> };
  const entry = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, read(value)]));
  return { previous: BigInt(previous), entry: entry as unknown as E };
}

function noted(value: unknown): Noted {
  if (typeof value === "bigint") return { integer: value.toString() };
  return value instanceof Date ? { instant: value.toISOString() } : { json: value };
}

function read(value: Noted): unknown {
  if ("integer" in value) return BigInt(value.integer);
  return "instant" in value ? new Date(value.instant) : value.json;
}
