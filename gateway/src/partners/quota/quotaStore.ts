/** What is taken from one allowance. */
export interface Taking {
  /** Whose allowance of what it is. */
  readonly counter: string;
  /** What is taken is noted under this moment, in milliseconds since 1970. */
  readonly slot: number;
  /** What is noted under an earlier moment than this does not count any more. */
  readonly from: number;
  readonly quota: number;
  readonly amount: number;
}

/** What is noted under one moment. */
export interface Slot {
  readonly slot: number;
  readonly used: number;
}

export interface Taken {
  /** Whether every allowance had enough left; nothing was taken from any otherwise. */
  readonly fits: boolean;
  /** What counts of each now, in the order of the takings; the oldest slot first. */
  readonly slots: readonly (readonly Slot[])[];
}

/** Keeps what is used up. However many ask at the same time, never more is taken than there is. */
export interface QuotaStore extends AsyncDisposable {
  /** Takes from all of these or from none; all are of different counters. */
  take(takings: readonly Taking[]): Promise<Taken>;
}

export const sum = (slots: readonly Slot[]): number => slots.reduce((total, { used }) => total + used, 0);
