import type { Paces } from "./paces.js";
import type { Report } from "./report.js";

/** All that the operator's page shows. */
export interface OperatorScreen {
  readonly state: "CONNECTING" | "LIVE" | "LOST" | "REFUSED";
  readonly report: Report | null;
  readonly paces: Paces | null;
  /** Deliveries a second, the latest last; bounded. */
  readonly curve: readonly number[];
  readonly lostAt: Date | null;
  /** Whether a token is missing or not good. */
  readonly refused: "MISSING" | "WRONG" | null;
}

/** What an operator can do here. */
export interface OperatorActions {
  /** Gives a token; an empty one forgets it. */
  enter(token: string): void;
}
