import { describe, expect, it } from "vitest";
import type { SubgraphResponse } from "../engine/subgraphClient.js";
import { PushStream } from "../fixtures/pushStream.js";
import { Feed } from "./feed.js";
import type { LiveSource } from "./liveSource.js";
import type { StateRead } from "./resync.js";

/** A source of events that are their own cursors. */
function source(upstream: string) {
  const opened: (string | null)[] = [];
  let stream = new PushStream<SubgraphResponse>(() => {});
  const live: LiveSource = {
    upstream,
    shape: "",
    log: "log",
    after: null,
    head: async () => null,
    open(after, signal) {
      opened.push(after);
      stream = new PushStream(() => {});
      signal.addEventListener("abort", () => stream.end());
      return stream;
    },
    cursorOf: ({ data }) => (typeof data?.cursor === "string" ? data.cursor : null),
    answer: async (event) => `${upstream} ${event.errors?.[0]?.message ?? event.data?.cursor}`,
  };
  return { live, opened, push: (event: SubgraphResponse) => stream.push(event) };
}

const at = (cursor: string): SubgraphResponse => ({ data: { cursor } });

function follow(live: LiveSource, readState?: () => Promise<StateRead>) {
  const results: string[] = [];
  const ignore = () => {};
  const feed = new Feed(live, {
    after: "0",
    patience: { unreachableMs: 60_000, failures: 3 },
    readState,
    share: () => undefined,
    onPosition: ignore,
    onEnd: ignore,
    onError: ignore,
  });
  feed.subscribers.add({
    next: ({ result }) => results.push(result),
    complete: () => results.push("complete"),
    way: "websocket",
    unread: 0,
  });
  void feed.run();
  return { feed, results };
}

describe("another plan for a stream under way", () => {
  it("answers the next event when the upstream is the same", async () => {
    const [before, after] = [source("same"), source("same")];
    const { feed, results } = follow(before.live);

    feed.replace({ ...after.live, answer: async () => "by the new plan" });
    before.push(at("1"));

    await expect.poll(() => results).toEqual(["by the new plan"]);
    expect(after.opened).toEqual([]);
  });

  it("opens another upstream at the last cursor when that has changed", async () => {
    const [before, after] = [source("old"), source("new")];
    const { feed, results } = follow(before.live);
    before.push(at("1"));
    await expect.poll(() => results).toEqual(["old 1"]);

    feed.replace(after.live);
    await expect.poll(() => after.opened).toEqual(["1"]);
    after.push(at("2"));

    await expect.poll(() => results).toEqual(["old 1", "new 2"]);
  });
});

describe("an event that cannot be read", () => {
  const failed: SubgraphResponse = { data: null, errors: [{ message: "away", extensions: {} }] };

  it("is asked for again, as a database that is away comes back", async () => {
    const { live, opened, push } = source("s");
    const { results } = follow(live);

    push(failed);
    await expect.poll(() => opened).toEqual(["0", "0"]);
    push(at("1"));

    await expect.poll(() => results).toEqual(["s 1"]);
  });

  it("ends the stream with its error when it fails again and again", async () => {
    const { live, opened, push } = source("s");
    const { results } = follow(live);

    for (let attempt = 1; attempt <= 3; attempt++) {
      await expect.poll(() => opened.length).toBe(attempt);
      push(failed);
    }

    await expect.poll(() => results).toEqual(["s away", "complete"]);
  });
});

describe("a position that is refused", () => {
  const refused = (head: string): SubgraphResponse => ({
    errors: [{ message: "too old", path: ["entries"], extensions: { code: "RESYNC", head } }],
  });
  const whole = (n: number): StateRead => ({ result: `{"data":{"n":${n}}}`, extent: "ALL" });
  const told = (head: string, state: object) =>
    JSON.stringify({
      errors: [{ message: "too old", path: ["entries"], extensions: { code: "RESYNC", head, state } }],
      data: null,
    });

  it("is told with the present state, and the stream goes on after the head that came before it", async () => {
    const { live, opened, push } = source("s");
    const { feed, results } = follow(live, async () => whole(7));

    push(refused("7"));
    await expect.poll(() => opened).toEqual(["0", "7"]);
    push(at("8"));

    await expect.poll(() => results).toEqual([told("7", { data: { n: 7 } }), "s 8"]);
    expect(feed.position).toBe("8");
  });

  it("waits for the state as long as it cannot be read, or not all of it", async () => {
    const { live, opened, push } = source("s");
    const states: StateRead[] = [{ ...whole(7), extent: "NOTHING" }, { ...whole(8), extent: "PART" }, whole(9)];
    const { results } = follow(live, async () => states.shift() as StateRead);

    for (const head of ["7", "8", "9"]) {
      push(refused(head));
      await expect.poll(() => opened.at(-1)).toBe(head === "9" ? "9" : "0");
      await expect.poll(() => opened.length).toBe(Number(head) - 5);
    }

    await expect.poll(() => results).toEqual([told("9", { data: { n: 9 } })]);
  });

  it("is told with a part of the state when the rest does not come", async () => {
    const { live, opened, push } = source("s");
    const { results } = follow(live, async () => ({ ...whole(7), extent: "PART" }));

    for (let attempt = 1; attempt <= 3; attempt++) {
      await expect.poll(() => opened.length).toBe(attempt);
      push(refused("7"));
    }

    await expect.poll(() => opened.at(-1)).toBe("7");
    expect(results).toEqual([told("7", { data: { n: 7 } })]);
  });

  it("ends the stream when it is refused again and again, and when nobody asked for a state", async () => {
    const hopeless = source("s");
    const { results } = follow(hopeless.live, async () => whole(7));
    for (let attempt = 1; attempt <= 5; attempt++) {
      await expect.poll(() => hopeless.opened.length).toBe(attempt);
      hopeless.push(refused("7"));
    }
    await expect.poll(() => results.slice(-2)).toEqual(["s too old", "complete"]);

    const plain = source("p");
    const { results: once } = follow(plain.live);
    plain.push(refused("7"));
    await expect.poll(() => once).toEqual(["p too old"]);
  });
});

describe("an outage", () => {
  const fault = (code: string): SubgraphResponse => ({ data: null, errors: [{ message: code, extensions: { code } }] });

  it("does not count against a subgraph that answers again, but not well yet", async () => {
    const { live, opened, push } = source("s");
    const { results } = follow(live);
    for (let attempt = 1; attempt <= 5; attempt++) {
      await expect.poll(() => opened.length).toBe(attempt);
      push(fault("SUBGRAPH_UNREACHABLE"));
    }

    await expect.poll(() => opened.length, { timeout: 5_000 }).toBe(6);
    push(fault("INTERNAL_SERVER_ERROR"));
    await expect.poll(() => opened.length, { timeout: 5_000 }).toBe(7);
    push(at("1"));

    await expect.poll(() => results).toEqual(["s 1"]);
  });
});
