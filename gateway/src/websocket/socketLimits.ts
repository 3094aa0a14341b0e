/** What one websocket may take. */
export interface SocketLimits {
  /** Milliseconds until `connection_init` must have come. */
  readonly initMs: number;
  /** Operations running at a time. */
  readonly operations: number;
  /** Messages and pings that a client may send in ten seconds. */
  readonly messages: number;
  /** Bytes sent that the client has not read; beyond it the client is let go. */
  readonly unreadBytes: number;
  /** Milliseconds between pings; a client that has not answered the one before is gone. */
  readonly pingMs: number;
  /** Milliseconds that a socket may stay open on which no operation runs. */
  readonly idleMs: number;
}

export const defaultSocketLimits: SocketLimits = {
  initMs: 3_000, // 3 seconds
  operations: 100,
  messages: 2_000,
  unreadBytes: 1024 * 1024, // 1 MiB
  pingMs: 30_000, // 30 seconds
  idleMs: 300_000, // 5 minutes
};
