import { GraphQLError } from "graphql";
import type { Client, FormattedExecutionResult, Sink, SubscribePayload } from "graphql-ws";
import { describe, expect, it, vi } from "vitest";
import { streams } from "../graph/streams.js";
import { CursorLost, followStream } from "./followStream.js";
import { createWakeUp } from "./wakeUp.js";

type Told = FormattedExecutionResult<Record<string, unknown>>;

/** Follows the queue over a client that a test speaks through. */
function following(takes: boolean) {
  const sinks: Sink<Told>[] = [];
  const asked: SubscribePayload[] = [];
  const subscribe: Client["subscribe"] = (payload, sink) => {
    asked.push(payload);
    sinks.push(sink as Sink<Told>);
    return () => sink.complete();
  };
  const states: unknown[] = [];
  const events: unknown[] = [];
  const stop = new AbortController();
  const connection = { state: { state: "LIVE", since: 0, losses: 0 }, failed: vi.fn(), works() {} } as const;
  const ended = followStream(
    { client: { subscribe }, connection, wakeUp: createWakeUp() },
    {
      name: "queue",
      document: streams.queue,
      outletId: "hall",
      cursor: () => "7",
      onEvent: (event) => events.push(event),
      onState(told) {
        states.push(told);
        return takes;
      },
    },
    stop.signal,
  );
  const tell = (result: object) => sinks.at(-1)?.next(result as Told);
  return { tell, asked, states, events, ended, stop };
}

const refusal = (code: string, more: object = {}) => ({
  data: null,
  errors: [new GraphQLError("no", { extensions: { code, head: "9", ...more } }).toJSON()],
});
const state = { data: { outlet: { windows: [] } } };

describe("a stream that is followed", () => {
  it("names what is followed and how it is read as it stands", () => {
    const { asked, stop } = following(true);
    stop.abort();

    expect(asked).toMatchObject([
      { operationName: "BoardQueueEvents", variables: { after: "7" }, extensions: { resync: "BoardQueueNow" } },
    ]);
  });

  it("goes on after a state that will do", async () => {
    const { tell, states, events, ended, stop, asked } = following(true);

    tell(refusal("RESYNC", { state }));
    tell({ data: { queueEvents: { cursor: "10" } } });
    stop.abort();

    await ended;
    expect(states).toEqual([expect.objectContaining({ head: "9", state })]);
    expect(events).toEqual([{ cursor: "10" }]);
    expect(asked).toHaveLength(1);
  });

  it.each([
    ["with a state that will not do", refusal("RESYNC", { state })],
    ["without a state", refusal("RESYNC")],
    ["because its log was begun anew", refusal("CURSOR_NOT_VALID", { state })],
  ])("is lost when its cursor is refused %s", async (_, refused) => {
    const { tell, ended } = following(false);

    tell(refused);

    await expect(ended).rejects.toThrow(CursorLost);
  });
});
