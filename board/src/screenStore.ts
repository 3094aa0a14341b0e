import type { ConnectionState } from "./live/connection.js";
import type { Language } from "./text/language.js";
import type { Screen } from "./view/screen.js";

/** Holds what the page shows, and has it shown whenever it changes. */
export interface ScreenStore {
  set(change: Partial<Screen>, painted?: () => void): void;
  connectionChanged(connection: ConnectionState, now: Date | null): void;
  /** @returns the language from now on */
  switchLanguage(): Language;
  toggleFrozen(): void;
}

export function createScreenStore(
  language: Language,
  connection: ConnectionState,
  show: (screen: Screen, painted?: () => void) => void,
): ScreenStore {
  const nothingYet = {
    outlets: [],
    outletId: null,
    unknown: false,
    board: null,
    desk: null,
    asOf: null,
    lag: null,
    now: null,
  };
  let screen: Screen = { ...nothingYet, language, connection, frozen: false };
  /** What a viewer who stopped the display goes on seeing. */
  let still: Screen["board"] = null;
  const set = (change: Partial<Screen>, painted?: () => void) => {
    screen = { ...screen, ...change };
    if (screen.frozen) show({ ...screen, board: still });
    else show(screen, painted);
  };
  return {
    set,
    connectionChanged: (changed, now) => set({ connection: changed, asOf: changed.state === "LOST" ? now : null }),
    switchLanguage() {
      set({ language: screen.language === "zh" ? "en" : "zh" });
      return screen.language;
    },
    toggleFrozen() {
      still = screen.board;
      set({ frozen: !screen.frozen });
    },
  };
}
