import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import {
  type ConnectionInitMessage,
  type Message,
  MessageType,
  type SubscribeMessage,
  type SubscribePayload,
  validateMessage,
} from "graphql-ws";
import type { RawData, WebSocket } from "ws";
import type { Session } from "../caller/session.js";
import { onSessionEnd } from "../caller/sessionEnd.js";
import { Unauthenticated } from "../caller/unauthenticated.js";
import type { Params } from "../operation/params.js";
import { Refusal } from "../operation/refusal.js";
import type { Services } from "../services.js";
import * as closing from "./closing.js";
import { credentialsOf } from "./credentials.js";
import * as messages from "./messages.js";
import { type OperationOwner, SocketOperation } from "./operations.js";
import type { Outbox, OutboxOwner } from "./outbox.js";
import type { SocketLimits } from "./socketLimits.js";

const PROCESS = randomUUID();
const RATE_WINDOW = 10_000; // 10 seconds
let conversations = 0;

/** One client's `graphql-transport-ws` conversation, from `connection_init` to the close of its socket. */
export class Conversation implements OperationOwner, OutboxOwner {
  readonly #number = ++conversations;
  /** Few at a time, and one as a rule: less than a map of them would take. */
  #running: readonly SocketOperation[] = [];
  /** Kept until they have been read: ten thousand idle sockets should not hold ten thousand requests. */
  #headers: IncomingHttpHeaders | undefined;
  readonly #address: string | undefined;
  #initTimer: NodeJS.Timeout | undefined;
  #state: "new" | "initialising" | "ready" | "over" = "new";
  #session: Session | null = null;
  #sessionEnd: Disposable | null = null;
  #asked = 0;
  #heard = 0;
  #heardSince = 0;
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
    outbox.owner = this;
  }

  /** Listens to a socket until it closes. */
  static hold(socket: WebSocket, conversation: Conversation): void {
    socket.on("message", (data, isBinary) => conversation.receive(data, isBinary));
    socket.on("ping", () => conversation.hears());
    socket.on("close", () => conversation.hasClosed());
    conversation.services.live.clients.sockets++;
    socket.on("error", ignored);
  }

  receive(data: RawData, isBinary: boolean): void {
    if (!this.hears()) return;
    const message = isBinary ? null : readMessage(data.toString());
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
        this.#subscribe(message, (data as Buffer).length);
        break;
      case MessageType.Complete:
        this.#complete(message.id);
        break;
      default: // not a message, or one that only servers send
        this.#close(closing.badMessage);
    }
  }

  /** Counts what the client sends, whatever it is. @returns whether to listen */
  hears(): boolean {
    if (this.#state === "over") return false;
    const now = performance.now();
    if (now - this.#heardSince > RATE_WINDOW) {
      this.#heardSince = now;
      this.#heard = 0;
    }
    if (++this.#heard <= this.limits.messages) return true;
    this.#close(closing.tooManyMessages);
    return false;
  }

  letGo(unread: number): void {
    const operations = this.#running.map(({ name }) => name);
    const { code } = closing.tooSlow;
    this.services.live.clients.wasLetGo({ at: new Date(), way: "websocket", operations, unread, code });
    this.end();
  }

  hasClosed(): void {
    this.services.live.clients.sockets--;
    this.end();
  }

  end(): void {
    this.#state = "over";
    clearTimeout(this.#initTimer);
    clearTimeout(this.#idleTimer);
    this.#sessionEnd?.[Symbol.dispose]();
    this.#idleTimer = undefined;
    for (const operation of this.#running) operation.end();
    this.#running = [];
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
      if (problem instanceof Refusal)
        return this.#close(problem.status === 503 ? closing.tryAgain(problem.code) : closing.forbidden(problem.code));
      this.services.log.error({ err: problem, requestId: this.#id }, "unforeseen error");
      this.#close(closing.faulty);
    }
  }

  #subscribe({ id, payload }: SubscribeMessage, bytes: number): void {
    if (!this.#session) this.#close(closing.notInitialised);
    else if (this.#find(id)) this.#close(closing.idTaken(id));
    else if (this.#running.length < this.limits.operations) this.#start(id, payload, bytes, this.#session);
    else this.outbox.send(messages.error(id, [tooMany(this.limits.operations)]));
  }

  #start(id: string, payload: SubscribePayload, bytes: number, session: Session): void {
    const operation = new SocketOperation(id, this.outbox, this);
    this.#running = [...this.#running, operation];
    clearTimeout(this.#idleTimer);
    this.#idleTimer = undefined;
    const requestId = `${this.#id}.${++this.#asked}`;
    const asked = { id, payload, bytes, session, requestId, address: this.#address };
    void operation.run(this.services, asked);
  }

  forget(ended: SocketOperation): void {
    this.#running = this.#running.filter((operation) => operation !== ended);
    this.#watchIdleness();
  }

  #complete(id: string): void {
    const operation = this.#find(id);
    if (!operation) return; // completed on both sides at once
    operation.end();
    this.forget(operation);
  }

  #find(id: string): SocketOperation | undefined {
    return this.#running.find((operation) => operation.id === id);
  }

  /** Pings keep nothing alive: a socket is there for operations. */
  #watchIdleness(): void {
    clearTimeout(this.#idleTimer);
    this.#idleTimer = undefined;
    if (this.#running.length > 0 || this.#isOver()) return;
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
    const message = JSON.parse(text);
    validateMessage(hasHash(message) ? { ...message, payload: { ...message.payload, query: "" } } : message);
    return message;
  } catch {
    return null;
  }
}

/** Whether an operation names its document by hash, which the protocol's own rules do not know of. */
function hasHash({ payload }: { readonly payload?: Params | null }): boolean {
  const isText = payload?.query !== undefined && payload.query !== null;
  return !isText && (payload?.documentId !== undefined || payload?.extensions?.persistedQuery !== undefined);
}

const tooMany = (limit: number) => ({
  message: `One socket may have ${limit} operations at a time.`,
  extensions: { code: "TOO_MANY_OPERATIONS", limit },
});
