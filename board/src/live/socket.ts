import { type Client, createClient } from "graphql-ws";
import { backOff } from "./backOff.js";
import type { Connection } from "./connection.js";
import type { WakeUp } from "./wakeUp.js";

const PING = 10_000; // ms between pings of an idle socket
const PONG = 5_000; // ms until a ping without answer means that nobody is there

/** The board's one socket: comes back by itself for ever, and notices a peer that is silently gone. */
export function openSocket(
  url: string,
  connection: Pick<Connection, "works" | "failed">,
  wakeUp: WakeUp,
  token?: string,
): Client {
  let unanswered: ReturnType<typeof setTimeout> | undefined;
  const client = createClient({
    url,
    ...(token ? { connectionParams: { authorization: `Bearer ${token}` } } : {}),
    keepAlive: PING,
    connectionAckWaitTimeout: PONG,
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: (retries) => wakeUp.after(backOff(retries)),
    shouldRetry: () => true,
    on: {
      connected: () => connection.works("socket"),
      closed: () => {
        clearTimeout(unanswered);
        connection.failed("socket");
      },
      ping: (received) => {
        if (!received) unanswered = setTimeout(() => client.terminate(), PONG);
      },
      pong: (received) => {
        if (received) clearTimeout(unanswered);
      },
    },
  });
  return client;
}

/** A browser that lost its network keeps dead sockets open for minutes; this does not wait for that. */
export function followNetwork(client: Client, connection: Connection): void {
  addEventListener("offline", () => {
    connection.failed("network");
    client.terminate();
  });
  addEventListener("online", () => connection.works("network"));
}

/** The graph's socket beside the page. */
export const socketUrl = ({ protocol, host }: Location): string =>
  `${protocol === "https:" ? "wss" : "ws"}://${host}/graphql`;
