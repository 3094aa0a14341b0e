/** A text people read, Chinese first. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** Consecutive days off, weekends among them included. */
export interface Holiday {
  readonly from: string;
  readonly to: string;
  readonly name: Bilingual;
}

/**
 * One yearly notice of the State Council's General Office (国务院办公厅关于部分节假日安排的通知), as it is printed.
 * It may name days of the preceding December: the notice for 2019 did.
 */
export interface PublishedYear {
  readonly year: number;
  readonly source: string;
  readonly off: readonly Holiday[];
  /** Weekend days that were made working days (调休上班). */
  readonly working: readonly string[];
}
