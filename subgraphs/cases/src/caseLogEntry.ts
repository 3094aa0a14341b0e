import type { Actor } from "./domain/case.js";
import type { LogEntry } from "./store/caseLog.js";

/** An entry of the log about a case, as the API shows it; `data` is that of `domain/caseEvent.ts`. */
export interface CaseLogEntry extends Omit<LogEntry, "data"> {
  readonly cursor: string;
  readonly data: { readonly by?: Actor | null; readonly reason?: string; readonly percent?: number };
}

export const caseLogEntry = (entry: LogEntry): CaseLogEntry => ({
  ...entry,
  cursor: entry.position.toString(),
  data: entry.data as CaseLogEntry["data"],
});
