import { CloseCode } from "graphql-ws";

/** Why a socket is closed: the code clients act upon, and a reason people read. */
export interface Closing {
  readonly code: number;
  readonly reason: string;
}

/** A websocket close reason may take 123 bytes. */
const LONGEST_REASON = 120;

const closing = (code: number, reason: string): Closing => ({ code, reason: reason.slice(0, LONGEST_REASON) });

/** 4400: not a message of the protocol. */
export const badMessage = closing(CloseCode.BadRequest, "Invalid message received");
/** 4401: an operation before the connection was acknowledged. */
export const notInitialised = closing(CloseCode.Unauthorized, "Unauthorized");
/** 4403: credentials that are not good, or not any more. Clients connect again with fresh ones; 4401 would stop them for good. */
export const forbidden = (reason: string) => closing(CloseCode.Forbidden, `Forbidden: ${reason}`);
/** 4406: the client does not speak graphql-transport-ws. */
export const otherProtocol = closing(CloseCode.SubprotocolNotAcceptable, "Subprotocol not acceptable");
/** 4408: no connection_init in time. */
export const initTimeout = closing(CloseCode.ConnectionInitialisationTimeout, "Connection initialisation timeout");
/** 4408: nothing asked for in a long time. A client that wants something again connects again. */
export const idle = closing(CloseCode.ConnectionInitialisationTimeout, "Idle timeout");
/** 4409: two operations under one id. */
export const idTaken = (id: string) =>
  closing(CloseCode.SubscriberAlreadyExists, `Subscriber for ${id.slice(0, 40)} already exists`);
/** 4429: a second connection_init. */
export const initTwice = closing(CloseCode.TooManyInitialisationRequests, "Too many initialisation requests");
/** 4500: a fault of ours. */
export const faulty = closing(CloseCode.InternalServerError, "Internal server error");
/** 1008: a flood of messages or pings. */
export const tooManyMessages = closing(1008, "Too many messages");
/** 1001: the gateway stops; clients connect to another one. */
export const goingAway = closing(1001, "Going away");
/** 1013: something that is needed is away. `graphql-ws` connects again after a while. */
export const tryAgain = (reason: string) => closing(1013, `Try again later: ${reason}`);
/** 1013: the client reads slower than events come. It connects again and resumes; `graphql-ws` does so for this code. */
export const tooSlow = closing(1013, "Too slow: reconnect and resume");
