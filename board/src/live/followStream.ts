import type { Client } from "graphql-ws";
import { codeOf, type GraphqlProblem } from "../graph/ask.js";
import type { Resync } from "../graph/presentState.js";
import type { StreamDocument } from "../graph/streams.js";
import { backOff } from "./backOff.js";
import type { Connection, Trouble } from "./connection.js";
import type { WakeUp } from "./wakeUp.js";

/** The log knows the cursor not, or what it told of the present state was not all of it: only a new snapshot helps. */
export class CursorLost extends Error {}

const SETTLED = 1_500; // ms without complaint after which a subscription counts as accepted

interface Stream<E, S> {
  readonly name: Trouble & ("cases" | "queue" | "duty");
  readonly document: StreamDocument;
  readonly outletId: string;
  /** The last cursor applied, asked for at every new start. */
  readonly cursor: () => string | null;
  readonly onEvent: (event: E) => void;
  /** Told how everything stands when the log does not reach back to the cursor. @returns whether that will do */
  readonly onState: (told: Resync<S>) => boolean;
}

/** What following needs of the page. */
export interface Line {
  readonly client: Pick<Client, "subscribe">;
  readonly connection: Connection;
  readonly wakeUp: WakeUp;
}

/**
 * Follows one stream until the signal aborts. The socket coming back is the client's matter; a stream that ends or
 * fails by itself is taken up again here. Either way it goes on after the last cursor.
 *
 * @throws CursorLost
 */
export async function followStream<E, S>(line: Line, stream: Stream<E, S>, signal: AbortSignal): Promise<void> {
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    const settled = setTimeout(() => {
      attempt = 0;
      line.connection.works(stream.name);
    }, SETTLED);
    const codes = await subscribe(line, stream, signal);
    clearTimeout(settled);
    if (signal.aborted) return;
    if (codes.some((code) => /^(CURSOR|RESYNC)/.test(code))) throw new CursorLost(stream.name);
    line.connection.failed(stream.name);
    await line.wakeUp.after(backOff(attempt), signal);
  }
}

/** One subscription until it ends. @returns the codes of the errors it ended with */
function subscribe<E, S>({ client }: Line, stream: Stream<E, S>, signal: AbortSignal): Promise<readonly string[]> {
  const { outletId, cursor, onEvent, onState } = stream;
  const { query, operationName, resync } = stream.document;
  // The client sends these again when its socket comes back, and by then the stream is further on.
  const variables = {
    outletId,
    get after() {
      return cursor();
    },
  };
  return new Promise((resolve) => {
    let refused: readonly string[] = [];
    const ended = (codes: readonly string[]) => {
      signal.removeEventListener("abort", stop);
      resolve(codes);
    };
    const stop = client.subscribe<Record<string, E | null>>(
      { query, operationName, variables, extensions: { resync } },
      {
        next({ data, errors = [] }) {
          const [event] = Object.values(data ?? {});
          if (event) return onEvent(event);
          const told = resyncIn<S>(errors);
          if (told && onState(told)) return;
          refused = codesOf(errors);
          stop(); // an event that could not be read is asked for again
        },
        error: (problem) => ended(codesOf(problem)),
        complete: () => ended(refused),
      },
    );
    signal.addEventListener("abort", stop);
  });
}

/** The present state, where an error brings it. */
function resyncIn<S>([problem]: readonly GraphqlProblem[]): Resync<S> | undefined {
  const { code, head, state } = (problem?.extensions ?? {}) as Partial<Resync<S>> & { readonly code?: string };
  return code === "RESYNC" && head !== undefined && state ? { head, state } : undefined;
}

const codesOf = (problem: unknown): readonly string[] =>
  Array.isArray(problem) ? problem.map((one: GraphqlProblem) => codeOf(one)) : [];
