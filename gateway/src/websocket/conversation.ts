import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import {
  type ConnectionInitMessage,
  type Message,
  MessageType,
  parseMessage,
  type SubscribeMessage,
  type SubscribePayload,
} from "graphql-ws";
import type { RawData, WebSocket } from "ws";
import type { Session } from "../caller/session.js";
import { onSessionEnd } from "../caller/sessionEnd.js";
import { Unauthenticated } from "../caller/unauthenticated.js";
import { Refusal } from "../operation/refusal.js";
import type { Services } from "../services.js";
import * as closing from "./closing.js";
import { credentialsOf } from "./credentials.js";
import * as messages from "./messages.js";
import { SocketOperation } from "./operations.js";
import type { Outbox } from "./outbox.js";
import type { SocketLimits } from "./socketLimits.js";

const PROCESS = randomUUID();
let conversations = 0;

/** One client's `graphql-transport-ws` conversation, from `connection_init` to the close of its socket. */
export class Conversation {
  readonly #number = ++conversations;
  readonly #running = new Map<string, SocketOperation>();
  /** Kept until they have been read: ten thousand idle sockets should not hold ten thousand requests. */
  #headers: IncomingHttpHeaders | undefined;
  readonly #address: string | undefined;
  #initTimer: NodeJS.Timeout | undefined;
  #state: "new" | "initialising" | "ready" | "over" = "new";
  #session: Session | null = null;
  #sessionEnd: Disposable | null = null;
  #asked = 0;
  #idleTimer: NodeJS.Timeout | undefined;

  constructor(
    private readonly services: Services,
    private readonly limits: SocketLimits,
    private readonly outbox: Outbox,
    upgrade: IncomingMessage,
  ) {
    this.#headers = upgrade.headers;
    this.#address = services.addressOf(upgrade);
    this.#initTimer = setTimeout(() => this.#close(closing.initTimeout), limits.initMs);
    outbox.onLetGo = () => {
      services.live.letGo++;
      this.end();
    };
  }

  /** Listens to a socket until it closes. */
  static hold(socket: WebSocket, conversation: Conversation): void {
    socket.on("message", (data, isBinary) => conversation.receive(data, isBinary));
    socket.on("close", () => conversation.end());
    socket.on("error", ignored);
  }

  receive(data: RawData, isBinary: boolean): void {
    if (this.#state === "over") return;
    const text = isBinary ? "" : data.toString();
    const message = readMessage(text);
    switch (message?.type) {
      case MessageType.ConnectionInit:
        void this.#initialise(message);
        break;
      case MessageType.Ping:
        this.outbox.send(messages.pong(message.payload));
        break;
      case MessageType.Pong:
        break;
      case MessageType.Subscribe:
        this.#subscribe(message, text.length);
        break;
      case MessageType.Complete:
        this.#complete(message.id);
        break;
      default: // not a message, or one that only servers send
        this.#close(closing.badMessage);
    }
  }

  end(): void {
    this.#state = "over";
    clearTimeout(this.#initTimer);
    clearTimeout(this.#idleTimer);
    this.#sessionEnd?.[Symbol.dispose]();
    for (const operation of this.#running.values()) operation.end();
    this.#running.clear();
  }

  async #initialise({ payload }: ConnectionInitMessage): Promise<void> {
    if (this.#state !== "new") return this.#close(closing.initTwice);
    this.#state = "initialising";
    clearTimeout(this.#initTimer);
    this.#initTimer = undefined;
    try {
      const session = await this.services.authenticate(credentialsOf(payload, this.#headers ?? {}));
      if (this.#isOver()) return;
      this.#session = session;
      this.#headers = undefined;
      this.#state = "ready";
      this.outbox.send(messages.ack);
      this.#watchIdleness();
      this.#sessionEnd = onSessionEnd(session, this.services.clock, ({ reason }) =>
        this.#close(closing.forbidden(reason)),
      );
    } catch (problem) {
      if (problem instanceof Unauthenticated) return this.#close(closing.forbidden(problem.reason));
      if (problem instanceof Refusal) return this.#close(closing.forbidden(problem.code));
      this.services.log.error({ err: problem, requestId: this.#id }, "unforeseen error");
      this.#close(closing.faulty);
    }
  }

  #subscribe({ id, payload }: SubscribeMessage, bytes: number): void {
    if (!this.#session) this.#close(closing.notInitialised);
    else if (this.#running.has(id)) this.#close(closing.idTaken(id));
    else if (this.#running.size < this.limits.operations) this.#start(id, payload, bytes, this.#session);
    else this.outbox.send(messages.error(id, [tooMany(this.limits.operations)]));
  }

  #start(id: string, payload: SubscribePayload, bytes: number, session: Session): void {
    const operation = new SocketOperation(id, this.outbox, this.#forget);
    this.#running.set(id, operation);
    clearTimeout(this.#idleTimer);
    const requestId = `${this.#id}.${++this.#asked}`;
    const asked = { id, payload, bytes, session, requestId, address: this.#address };
    void operation.run(this.services, asked);
  }

  readonly #forget = (ended: SocketOperation): void => {
    if (this.#running.get(ended.id) === ended) this.#running.delete(ended.id);
    this.#watchIdleness();
  };

  #complete(id: string): void {
    this.#running.get(id)?.end();
    this.#running.delete(id);
    this.#watchIdleness();
  }

  /** Pings keep nothing alive: a socket is there for operations. */
  #watchIdleness(): void {
    clearTimeout(this.#idleTimer);
    this.#idleTimer = undefined;
    if (this.#running.size > 0 || this.#isOver()) return;
    this.#idleTimer = setTimeout(() => this.#close(closing.idle), this.limits.idleMs);
  }

  #close(why: closing.Closing): void {
    this.end();
    this.outbox.close(why);
  }

  /** Under which the log knows it; made when asked for, as most sockets idle. */
  get #id(): string {
    return `${PROCESS}-${this.#number}`;
  }

  #isOver(): boolean {
    return this.#state === "over";
  }
}

/** `close` follows an error and says all there is to do. */
function ignored(): void {}

function readMessage(text: string): Message | null {
  try {
    return parseMessage(text);
  } catch {
    return null;
  }
}

const tooMany = (limit: number) => ({
  message: `One socket may have ${limit} operations at a time.`,
  extensions: { code: "TOO_MANY_OPERATIONS", limit },
});
