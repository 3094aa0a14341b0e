import type { CallerKind } from "@yimen/kernel/caller";

/** One personal field of one entity, read in clear. */
export interface ReadRecord {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly requestId: string;
  readonly callerKind: CallerKind;
  readonly caller: string;
  /** Why, in the caller's own words. */
  readonly purpose: string;
  /** SHA-256 of the document's text. */
  readonly document: string;
  readonly operation: "query" | "mutation" | "event";
  /** The entity it is about; `null` where no entity stands above the field. */
  readonly entityType: string | null;
  readonly entityKey: string | null;
  /** The field, such as `CaseApplicant.idNumber`. */
  readonly field: string;
}

/** A record and its place in the audit. */
export interface KeptRecord extends ReadRecord {
  /** Counts up; a cursor. */
  readonly position: number;
}

/** Which records to find; what is left out matches all. */
export interface RecordFilter {
  readonly caller?: string | undefined;
  readonly entityType?: string | undefined;
  readonly entityKey?: string | undefined;
  /** Instants, the first included and the second not. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** Where readings of personal data are written down for good: records are added, never changed. */
export interface ReadAudit extends AsyncDisposable {
  /** Resolves when the records are kept; rejects when they are not. */
  write(records: readonly ReadRecord[]): Promise<void>;
  /** Records newest first, of positions below `before`. */
  find(filter: RecordFilter, first: number, before?: number): Promise<readonly KeptRecord[]>;
}
