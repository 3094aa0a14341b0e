import type { ConnectionState } from "../live/connection.js";
import type { Lag } from "../measure/lagMeter.js";
import type { BoardState, Named } from "../state/boardState.js";
import type { Desk } from "../state/desk.js";
import type { Language } from "../text/language.js";

/** An outlet one can choose. */
export interface OutletChoice extends Named {
  readonly id: string;
}

/** Everything the page shows at one moment. */
export interface Screen {
  readonly language: Language;
  readonly outlets: readonly OutletChoice[];
  readonly outletId: string | null;
  /** The graph knows no outlet of this id. */
  readonly unknown: boolean;
  /** `null` until the first snapshot was read. */
  readonly board: BoardState | null;
  /** What only staff see; `null` on a public board. */
  readonly desk: Desk | null;
  readonly connection: ConnectionState;
  /** The office's time when the board was last live; `null` while it is. */
  readonly asOf: Date | null;
  readonly lag: Lag | null;
  /** The office's time. */
  readonly now: Date | null;
  /** The viewer has stopped the display, not the data. */
  readonly frozen: boolean;
}

/** What a viewer can do. */
export interface Actions {
  chooseOutlet(id: string): void;
  switchLanguage(): void;
  toggleFrozen(): void;
  fullScreen(): void;
}
