import { readFileSync, unwatchFile, watchFile } from "node:fs";

const EVERY = 200; // milliseconds; looked at by name, so that a file put in its place by renaming is seen too

/**
 * Reads a file now and whenever it changes.
 *
 * The first reading throws what `use` throws: a service does not start on a bad file. Later ones report it to `refused`,
 * and what was read before stays in force.
 */
export function followFile(path: string, use: (text: string) => void, refused: (reason: unknown) => void): Disposable {
  let last = readFileSync(path, "utf8");
  use(last);
  const look = () => {
    try {
      const text = readFileSync(path, "utf8");
      if (text === last) return;
      last = text;
      use(text);
    } catch (reason) {
      refused(reason);
    }
  };
  watchFile(path, { interval: EVERY, persistent: false }, look);
  return { [Symbol.dispose]: () => unwatchFile(path, look) };
}
