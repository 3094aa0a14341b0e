import type { Client } from "graphql-ws";
import { ask } from "../graph/ask.js";
import { DESK, DESK_HEADS } from "../graph/documents.js";
import type { Resync } from "../graph/presentState.js";
import { type StreamDocument, streams } from "../graph/streams.js";
import type { Desk, IrregularSeal, UnacknowledgedNotice } from "../state/desk.js";
import { CursorLost, followStream } from "./followStream.js";
import type { WakeUp } from "./wakeUp.js";

const INTERVAL = 30_000; // ms: a notice becomes overdue without any event
const RETRY = 5_000; // ms

interface DeskAnswer {
  readonly sealUses: readonly IrregularSeal[] | null;
  readonly deferralNotices: readonly UnacknowledgedNotice[] | null;
}

interface Heads {
  readonly caseLogHead: string;
  readonly catalogueLogHead: string;
}

interface Followed {
  /** Opens a socket of its own; it calls back whenever that is connected. */
  readonly open: (onConnected: () => void) => Client;
  readonly wakeUp: WakeUp;
  readonly token: string;
}

/** What the public board's connection shows is not in trouble when this is. */
const quietly = { state: { state: "LIVE", since: 0, losses: 0 }, failed() {}, works() {} } as const;

/** Keeps what only staff see of an outlet until the signal aborts: read at first, and anew whenever an alert comes. */
export async function followDesk(
  { open, wakeUp, token }: Followed,
  outletId: string,
  onDesk: (desk: Desk) => void,
  signal: AbortSignal,
): Promise<void> {
  let isStale = false;
  let isReading = false;
  const show = ({ sealUses, deferralNotices }: DeskAnswer) =>
    onDesk({ seals: sealUses ?? [], notices: late(deferralNotices ?? []) });
  const read = async () => {
    isStale = true;
    if (isReading) return; // it is read again once more
    isReading = true;
    while (isStale && !signal.aborted) {
      isStale = false;
      await ask<DeskAnswer>(DESK, { outletId }, signal, token).then(
        show,
        () => undefined, // what stood stays, and is read again soon
      );
    }
    isReading = false;
  };
  const client = open(() => void read()); // what happened meanwhile
  signal.addEventListener("abort", () => void client.dispose(), { once: true });
  const follow = async (document: StreamDocument, head: keyof Heads) => {
    let cursor: string | null = null;
    const onEvent = (event: { readonly cursor: string }) => {
      cursor = event.cursor;
      void read();
    };
    const onState = ({ head: from, state }: Resync<DeskAnswer>) => {
      cursor = from;
      if (isReading || state.errors || !state.data) void read();
      else show(state.data);
      return true;
    };
    const stream = { name: "cases", document, outletId, cursor: () => cursor, onEvent, onState } as const;
    while (!signal.aborted) {
      // Followed from before it is read: nothing falls between.
      cursor = await ask<Heads>(DESK_HEADS, {}, signal, token).then(
        (heads) => heads[head],
        () => null,
      );
      if (cursor === null) await wakeUp.after(RETRY, signal);
      else await followStream({ client, connection: quietly, wakeUp }, stream, signal).catch(onlyLost);
      void read();
    }
  };
  const look = async () => {
    while (!signal.aborted) {
      await read();
      await wakeUp.after(INTERVAL, signal);
    }
  };
  await Promise.all([follow(streams.alerts, "caseLogHead"), follow(streams.catalogue, "catalogueLogHead"), look()]);
}

/** A log that knows the cursor not is followed anew; anything else is a fault. */
function onlyLost(problem: unknown): void {
  if (!(problem instanceof CursorLost)) throw problem;
}

const late = (notices: readonly UnacknowledgedNotice[]) => notices.filter(({ overdue }) => overdue);
