import { readFileSync, statSync } from "node:fs";

const EVERY = 200; // milliseconds; looked at by name, so that a file put in its place by renaming is seen too

/**
 * Reads a file now and whenever it changes.
 *
 * The first reading throws what `use` throws: a service does not start on a bad file. Later ones report it to `refused`,
 * and what was read before stays in force.
 */
export function followFile(path: string, use: (text: string) => void, refused: (reason: unknown) => void): Disposable {
  let seen = stateOf(path); // before reading: what changes in between is found at the first look
  let last = readFileSync(path, "utf8");
  use(last);
  const look = () => {
    const state = stateOf(path);
    if (state === seen) return;
    seen = state;
    try {
      const text = readFileSync(path, "utf8");
      if (text === last) return;
      last = text;
      use(text);
    } catch (reason) {
      refused(reason);
    }
  };
  const timer = setInterval(look, EVERY);
  timer.unref();
  return { [Symbol.dispose]: () => clearInterval(timer) };
}

/** Text that changes when the file does. */
function stateOf(path: string): string {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.ino} ${found.size} ${found.mtimeNs}` : "missing";
}
