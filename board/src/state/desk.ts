import type { Named } from "./boardState.js";

/** What only staff may see of an outlet's open business. */
export interface Desk {
  /** Uses of a seal that are not in order, and not closed (R126). */
  readonly seals: readonly IrregularSeal[];
  /** Changes of what may be deferred that a window should have acknowledged by now (R060). */
  readonly notices: readonly UnacknowledgedNotice[];
}

export interface IrregularSeal {
  readonly id: string;
  readonly documentNo: string;
  readonly at: string;
  /** Nobody approved the document, or the seal is not the user's. */
  readonly alert: { readonly irregularity: "NO_APPROVED_DECISION" | "NO_RIGHT" } | null;
}

export interface UnacknowledgedNotice {
  readonly id: string;
  readonly overdue: boolean;
  readonly dueAt: string;
  readonly matter: Named | null;
  readonly window: Named | null;
}
