import { setTimeout } from "node:timers/promises";
import { Client } from "pg";

export interface ListenerOptions {
  readonly databaseUrl: string;
  readonly channel: string;
  /** Called for every notification, and once for every connection: what was notified before it was made is unknown. */
  readonly onWake: () => void;
  /** Called for every connection that listens, with a signal for when it is lost; what it throws breaks it. */
  readonly onConnection?: (client: Client, lost: AbortSignal) => Promise<void> | undefined;
  readonly onError?: ((error: unknown) => void) | undefined;
}

const RECONNECT = 250; // ms
const GOODBYE = 1_000; // ms; a peer that is gone does not answer

/** Listens to a PostgreSQL channel until `stop`; a lost connection is reported and made again. */
export async function listen(options: ListenerOptions, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    const client = new Client({
      connectionString: options.databaseUrl,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    try {
      await listenUntilLost(client, options, stop);
    } catch (error) {
      if (!stop.aborted) options.onError?.(error);
    }
    await Promise.race([client.end().catch(() => undefined), setTimeout(GOODBYE, undefined, { ref: false })]);
    await pause(RECONNECT, stop);
  }
}

async function listenUntilLost(client: Client, options: ListenerOptions, stop: AbortSignal): Promise<void> {
  const { channel, onWake, onConnection } = options;
  const lost = new AbortController();
  const { promise: over, resolve, reject } = Promise.withResolvers<void>();
  over.catch(() => undefined); // awaited below, or the connection was not even made
  const end = () => resolve();
  // Both stay: a broken connection reports more than once, and an "error" without a listener ends the process.
  client.on("error", reject);
  client.on("end", end);
  client.on("notification", onWake);
  stop.addEventListener("abort", end, { once: true });
  try {
    await client.connect();
    await client.query(`listen "${channel}"`);
    onWake();
    onConnection?.(client, lost.signal)?.catch(reject);
    await over;
  } finally {
    lost.abort();
    stop.removeEventListener("abort", end);
  }
}

/** Ends early when the signal does. */
export const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  setTimeout(milliseconds, undefined, { signal }).catch(() => undefined);
