import { AsyncLocalStorage } from "node:async_hooks";
import { destination, type Logger, pino } from "pino";
import { withoutSecrets } from "./withoutSecrets.js";

interface Sink {
  write(line: string): void;
}

const requestIds = new AsyncLocalStorage<string>();

/** Runs what a request causes, so that every line it logs carries the request's id. */
export const loggedUnder = <T>(requestId: string | undefined, run: () => T): T =>
  requestId === undefined ? run() : requestIds.run(requestId, run);

/** A service's log: JSON lines on standard output, under the request's id, without secrets and personal numbers. */
export function serviceLog(name: string, level: string, sink: Sink = destination(1)): Logger {
  const mixin = () => {
    const requestId = requestIds.getStore();
    return requestId === undefined ? {} : { requestId };
  };
  return pino({ name, level, mixin }, { write: (line) => sink.write(withoutSecrets(line)) });
}
