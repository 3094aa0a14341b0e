/** What the gateway answers to `GET /streams`. Instants are ISO texts. */
export interface Report {
  readonly at: string;
  readonly streams: readonly Stream[];
  readonly subscribers: number;
  readonly sockets: number;
  readonly letGo: number;
  readonly latestLetGo: readonly LetGo[];
  readonly graph: {
    readonly id: string;
    readonly since: string;
    readonly reloads: number;
    readonly subgraphs: readonly string[];
  };
  readonly process: {
    readonly upSeconds: number;
    readonly residentBytes: number;
    readonly heapBytes: number;
    readonly cpuSeconds: number;
    readonly busy: number;
    readonly delayMs: { readonly p50: number; readonly p99: number; readonly max: number };
  };
}

export type Way = "websocket" | "event-stream" | "multipart";

export interface Stream {
  readonly id: number;
  readonly operation: string;
  readonly document: string;
  readonly log?: string;
  readonly state: "OPEN" | "WAITING";
  readonly since: string;
  readonly isCatchingUp: boolean;
  readonly subscribers: number;
  readonly subscribersBy: Readonly<Record<Way, number>>;
  readonly unread: number;
  readonly position: string | null;
  readonly behindHead: number | null;
  readonly events: number;
  readonly interruptions: number;
  readonly lagMs: number;
}

export interface LetGo {
  readonly at: string;
  readonly way: Way;
  readonly operations: readonly string[];
  readonly unread: number;
  readonly code: number | null;
}
