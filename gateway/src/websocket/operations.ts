import type { GraphQLFormattedError } from "graphql";
import type { SubscribePayload } from "graphql-ws";
import type { Session } from "../caller/session.js";
import { requestErrors, unexpected } from "../errors/requestErrors.js";
import type { Way } from "../live/clients.js";
import type { Message } from "../live/message.js";
import type { Subscriber } from "../live/subscriber.js";
import { liveRequest } from "../operation/events.js";
import { prepareOperation, requestFor, variablesTooLarge } from "../operation/operation.js";
import { type Params, readParams } from "../operation/params.js";
import { Refusal } from "../operation/refusal.js";
import { resultOf } from "../operation/result.js";
import type { RequestContext } from "../requestContext.js";
import type { Services } from "../services.js";
import * as messages from "./messages.js";
import type { Outbox } from "./outbox.js";

/** An operation as one socket asked for it. */
export interface Asked {
  readonly id: string;
  readonly payload: SubscribePayload;
  /** Bytes of the message. */
  readonly bytes: number;
  readonly session: Session;
  readonly requestId: string;
  readonly address: string | undefined;
}

/** Whoever runs operations on a socket. */
export interface OperationOwner {
  /** The operation's last message is sent. */
  forget(ended: SocketOperation): void;
}

/** One operation of a socket, from its `subscribe` until its last message, or until the client has had enough. */
export class SocketOperation implements Subscriber {
  /** What operators see of it. */
  name = "";
  #leave: (() => void) | undefined;
  #hasEnded = false;

  constructor(
    readonly id: string,
    private readonly outbox: Outbox,
    private readonly owner: OperationOwner,
  ) {}

  get way(): Way {
    return "websocket";
  }

  get unread(): number {
    return this.outbox.unread;
  }

  async run(services: Services, asked: Asked): Promise<void> {
    try {
      const refused = await this.#start(services, asked);
      if (refused) this.#sendErrors(requestErrors(refused, services.errors));
    } catch (problem) {
      if (this.#hasEnded) return; // nobody waits for it
      this.#sendErrors([errorOf(problem, asked.requestId, services)]);
    }
  }

  next(message: Message): void {
    this.outbox.sendNext(this.id, message);
  }

  complete(): void {
    if (!this.#hasEnded) this.outbox.send(messages.complete(this.id));
    this.#isOver();
  }

  /** The client has completed it, or has gone. */
  end(): void {
    this.#hasEnded = true;
    this.#leave?.();
  }

  /** @returns why it is refused */
  async #start(services: Services, asked: Asked): Promise<readonly GraphQLFormattedError[] | undefined> {
    const params = readParams(asked.payload);
    const tooLarge = variablesTooLarge(asked.bytes, params, services.limits.variablesBytes);
    if (tooLarge) return [tooLarge.toJSON()];
    const text = services.textOf(params, asked.session);
    const operation = prepareOperation(services.engine(asked.session), text, params);
    if (operation.kind === "subscription") return this.#follow(services, asked, text, params);

    const abort = new AbortController();
    this.#leave = () => abort.abort();
    const outcome = await resultOf(services, operation, requestFor(operation, params, contextOf(asked), abort.signal));
    if (outcome.kind === "refused") return outcome.errors;
    if (!this.#hasEnded) this.outbox.send(messages.next(this.id, outcome.body));
    this.complete();
    return undefined;
  }

  async #follow(
    services: Services,
    asked: Asked,
    text: string,
    params: Params,
  ): Promise<readonly GraphQLFormattedError[] | undefined> {
    const request = liveRequest(services, { text, params, context: contextOf(asked) });
    this.name = request.name;
    const outcome = await services.live.subscribe(request, this);
    if (outcome.kind === "refused") return outcome.errors;
    this.#leave = outcome.leave;
    if (this.#hasEnded) outcome.leave();
    return undefined;
  }

  #sendErrors(errors: readonly GraphQLFormattedError[]): void {
    if (!this.#hasEnded) this.outbox.send(messages.error(this.id, errors));
    this.#isOver();
  }

  #isOver(): void {
    this.#hasEnded = true;
    this.owner.forget(this);
  }
}

const contextOf = ({ session, requestId, address }: Asked): RequestContext => ({ session, requestId, address });

function errorOf(problem: unknown, requestId: string, { log }: Services): GraphQLFormattedError {
  if (problem instanceof Refusal) return problem.error;
  log.error({ err: problem, requestId }, "unforeseen error");
  return unexpected(requestId);
}
