import { describe, expect, it } from "vitest";
import type { Child, Ending } from "./child.js";
import { supervise } from "./supervise.js";

const LAST_WORDS: Ending = { code: 7, signal: null, lines: ["the last words"] };

/** A process that the test ends. */
function aLife() {
  const { promise: ended, resolve: end } = Promise.withResolvers<Ending>();
  const child: Child = {
    ended,
    stop: async () => {
      end({ code: 0, signal: "SIGTERM", lines: [] });
      return ended;
    },
  };
  return { child, crash: () => end(LAST_WORDS) };
}

/** Starts `lives` one after the other; each is ready at once unless told otherwise. */
function supervised(lives: ReturnType<typeof aLife>[], isReady = true) {
  const said: string[] = [];
  const heard = new EventTarget();
  const hear = (what: string) => {
    said.push(what);
    heard.dispatchEvent(new Event(what));
  };
  let next = 0;
  const process = supervise({
    start: () => (lives[next++] ?? aLife()).child,
    untilReady: async () => isReady,
    happenings: {
      ready: (again) => hear(again ? "back" : "ready"),
      crashed: ({ lines }, pause) => hear(`${lines.join()} ${pause}`),
    },
    pause: 1,
  });
  const hears = (what: string) =>
    new Promise<void>((resolve) => heard.addEventListener(what, () => resolve(), { once: true }));
  return { process, said, hears };
}

describe("a supervised process", () => {
  it("is started again when it ends by itself, after pauses that double", async () => {
    const lives = [aLife(), aLife(), aLife()];
    const { process, said, hears } = supervised(lives);
    await process.ready;

    for (const life of lives.slice(0, 2)) {
      const back = hears("back");
      life.crash();
      await back;
    }

    expect(said).toEqual(["ready", "the last words 1", "back", "the last words 2", "back"]);
    await process.stop(1_000);
  });

  it("is given up when it never works", async () => {
    const lives = [aLife(), aLife(), aLife()];
    for (const life of lives) life.crash();
    const { process, said } = supervised(lives, false);

    expect(await process.ready).toBe(false);
    expect(said).toHaveLength(3);
  });

  it("is not started again once it was stopped", async () => {
    const { process, said } = supervised([aLife()]);
    await process.ready;

    await process.stop(1_000);

    expect(said).toEqual(["ready"]);
  });
});
