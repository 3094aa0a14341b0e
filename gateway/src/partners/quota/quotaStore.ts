/** What is taken from one allowance. */
export interface Taking {
  /** Whose allowance of what it is. */
  readonly counter: string;
  /** When the time it is given for began, in milliseconds; it is whole again when the next begins. */
  readonly since: number;
  readonly quota: number;
  readonly amount: number;
}

export interface Taken {
  /** Whether every allowance had enough left; nothing was taken from any otherwise. */
  readonly fits: boolean;
  /** What is used up of each now, in the order of the takings. */
  readonly used: readonly number[];
}

/** Keeps what is used up. However many ask at the same time, never more is taken than there is. */
export interface QuotaStore extends AsyncDisposable {
  /** Takes from all of these or from none; all are of different counters. */
  take(takings: readonly Taking[]): Promise<Taken>;
}
