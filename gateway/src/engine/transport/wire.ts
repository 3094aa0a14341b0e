import type { RawAnswer } from "./answerReader.js";

/** One POST to a subgraph. */
export interface WireRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Told what becomes of one exchange. */
export interface Taker {
  /** Largest answer taken. */
  readonly maxBytes: number;
  answered(answer: RawAnswer): void;
  /** @param problem a `Fault`, or the connection's own error, which says whether the request may be repeated */
  failed(problem: Error): void;
}

/** Connections to one subgraph at one address. */
export interface Wire {
  /** @returns what gives the request up, so that nobody is told anything */
  send(request: WireRequest, taker: Taker): () => void;
  /** Ends when what is under way has ended. */
  close(): Promise<void>;
}
