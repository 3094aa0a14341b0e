import type { RawAnswer } from "./answerReader.js";

/** One POST to a subgraph. */
export interface WireRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Largest answer taken. */
  readonly maxBytes: number;
}

/** Connections to one subgraph at one address. */
export interface Wire {
  /**
   * @param failed told a `Fault`, or the connection's own error, which says whether the request may be repeated
   * @returns what gives the request up, so that nobody is told anything
   */
  send(request: WireRequest, done: (answer: RawAnswer) => void, failed: (problem: Error) => void): () => void;
  /** Ends when what is under way has ended. */
  close(): Promise<void>;
}
