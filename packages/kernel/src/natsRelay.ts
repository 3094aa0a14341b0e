import type { ConsumerMessages, JetStreamClient, JetStreamManager } from "@nats-io/jetstream";
import type { NatsConnection } from "@nats-io/transport-node";
import type { Setting } from "./config.js";
import type { LogEntry } from "./eventLog.js";
import { pause } from "./logListener.js";
import type { LogRelay, OpenRelay, RelayReceiver } from "./logRelay.js";
import { relayedEntryOf, textOf } from "./relayedText.js";

const RECONNECT = 500; // ms
const HEARTBEAT = 1_000; // ms; two missed mean that nothing comes in
const PUBLISH_TIMEOUT = 2_000; // ms
const FORGOTTEN = 30_000; // ms after which the server clears a lost reader away
const HOUR = 3_600_000_000_000; // ns

/** What a stream may hold. Whoever is further behind reads the table. */
const BOUNDS = { max_msgs: 10_000, max_bytes: 64 * 1024 * 1024, max_age: HOUR, duplicate_window: HOUR / 30 };

/** The relay that `NATS_URL` asks for, if it does; several servers by commas. */
export const relay: Setting<OpenRelay | undefined> = ({ NATS_URL }) => (NATS_URL ? natsRelay(NATS_URL) : undefined);

/** Relays logs over NATS JetStream, each in a stream in memory of its own. */
export const natsRelay =
  (servers: string): OpenRelay =>
  (name, receiver) =>
    new NatsRelay(servers.split(","), `yimen_${name}`, receiver);

class NatsRelay<E extends LogEntry> implements LogRelay<E> {
  readonly #stop = new AbortController();
  readonly #running: Promise<void>;
  #jetStream: JetStreamClient | undefined;

  constructor(
    private readonly servers: string[],
    private readonly stream: string,
    private readonly receiver: RelayReceiver<E>,
  ) {
    this.#running = this.#run();
  }

  get isLive(): boolean {
    return this.#jetStream !== undefined;
  }

  async publish(relayed: Parameters<LogRelay<E>["publish"]>[0]): Promise<void> {
    if (!this.#jetStream) throw new Error("NATS cannot be reached");
    const msgID = relayed.entry.position.toString(); // several publishers are as one
    await this.#jetStream.publish(this.stream, textOf(relayed), { msgID, timeout: PUBLISH_TIMEOUT });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  /** One connection after the other: each begins with what is new, for what came between stands in the table. */
  async #run(): Promise<void> {
    const { signal } = this.#stop;
    let failures = 0;
    while (!signal.aborted) {
      try {
        await this.#untilLost();
        failures = 0;
      } catch (error) {
        if (!signal.aborted && failures++ === 0) this.receiver.onError(error); // an outage is told of once
      }
      await pause(RECONNECT, signal);
    }
  }

  async #untilLost(): Promise<void> {
    const { connect } = await import("@nats-io/transport-node");
    const { servers } = this;
    const connection = await connect({ servers, name: "yimen", reconnect: false, timeout: 5_000, pingInterval: 5_000 });
    try {
      await this.#receive(connection);
    } finally {
      this.#jetStream = undefined;
      this.receiver.onChange();
      await connection.close();
    }
  }

  async #receive(connection: NatsConnection): Promise<void> {
    const { DeliverPolicy, jetstream, jetstreamManager } = await import("@nats-io/jetstream");
    await ensureStream(await jetstreamManager(connection), this.stream);
    const client = jetstream(connection);
    const consumer = await client.consumers.get(this.stream, {
      deliver_policy: DeliverPolicy.New,
      inactive_threshold: FORGOTTEN,
    });
    const messages = await consumer.consume({
      callback: (message) => this.receiver.onEntry(relayedEntryOf<E>(message.string())),
      idle_heartbeat: HEARTBEAT,
      abort_on_missing_resource: true,
    });
    void closeWhenSilent(messages);
    const stopped = new Promise<void>((resolve) => {
      this.#stop.signal.addEventListener("abort", () => resolve(), { once: true });
    });
    if (this.#stop.signal.aborted) return;
    this.#jetStream = client;
    this.receiver.onChange();
    await Promise.race([messages.closed(), connection.closed(), stopped]);
  }
}

async function ensureStream({ streams }: JetStreamManager, name: string): Promise<void> {
  const { DiscardPolicy, StorageType } = await import("@nats-io/jetstream");
  const settings = { storage: StorageType.Memory, discard: DiscardPolicy.Old, ...BOUNDS };
  await streams.info(name).catch(() => streams.add({ name, subjects: [name], ...settings }));
}

const ENDS = new Set([
  "heartbeats_missed",
  "stream_not_found",
  "consumer_not_found",
  "consumer_deleted",
  "no_responders",
]);

/** Whatever is wrong with a stream, it is taken up anew. */
async function closeWhenSilent(messages: ConsumerMessages): Promise<void> {
  for await (const { type } of messages.status()) if (ENDS.has(type)) await messages.close();
}
