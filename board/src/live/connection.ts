/** What can keep the board from being live. */
export type Trouble = "network" | "socket" | "snapshot" | "cases" | "queue" | "duty";

/** LIVE: every event arrives as it happens. LOST: what is shown is as of `since`, and the board tries again. */
export interface ConnectionState {
  readonly state: "CONNECTING" | "LIVE" | "LOST";
  /** When it came to this state, by the browser's clock, in ms. */
  readonly since: number;
  /** How often it was lost since the page was opened. */
  readonly losses: number;
}

export interface Connection {
  readonly state: ConnectionState;
  failed(trouble: Trouble): void;
  works(trouble: Trouble): void;
}

/** Live once nothing is in trouble any more. */
export function createConnection(now: () => number, onChange: () => void): Connection {
  const troubles = new Set<Trouble>(["socket", "snapshot"]);
  let current: ConnectionState = { state: "CONNECTING", since: now(), losses: 0 };
  const settle = () => {
    const state = troubles.size === 0 ? "LIVE" : current.state === "LIVE" ? "LOST" : current.state;
    if (state === current.state) return;
    current = { state, since: now(), losses: current.losses + (state === "LOST" ? 1 : 0) };
    onChange();
  };
  return {
    get state() {
      return current;
    },
    failed(trouble) {
      troubles.add(trouble);
      settle();
    },
    works(trouble) {
      troubles.delete(trouble);
      settle();
    },
  };
}
