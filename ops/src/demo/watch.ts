import { createClient } from "graphql-ws";
import type { Headers } from "./door.js";

/** A case's step as the subscriber sees it. */
export interface CaseEvent {
  readonly cursor: string;
  readonly type: string;
  readonly at: string;
  readonly committedAt: string;
  readonly caseId: string;
  readonly statusAfter: string;
  readonly percent: number | null;
  readonly case: {
    readonly caseNo: string;
    readonly matter: { readonly name: string; readonly nameEn: string };
  } | null;
  readonly window: { readonly id: string } | null;
}

/** What the log of duty tells. */
export interface DutyEvent {
  readonly cursor: string;
  readonly type: string;
  readonly at: string;
  readonly committedAt: string;
  readonly window: { readonly id: string } | null;
  readonly post: { readonly name: string } | null;
  readonly staffMember: { readonly name: string; readonly nameEn: string } | null;
  readonly actingFor: { readonly name: string; readonly nameEn: string } | null;
}

export interface QueueEvent {
  readonly cursor: string;
  readonly type: string;
}

export type Seen =
  | { readonly stream: "cases"; readonly event: CaseEvent }
  | { readonly stream: "duty"; readonly event: DutyEvent }
  | { readonly stream: "queue"; readonly event: QueueEvent };

const DOCUMENTS = {
  cases: /* GraphQL */ `subscription ($outletId: ID!, $after: String) {
    caseEvents(outletId: $outletId, after: $after) {
      cursor type at committedAt caseId statusAfter percent
      case { caseNo matter { name nameEn } }
      window { id }
    }
  }`,
  duty: /* GraphQL */ `subscription ($outletId: ID!, $after: String) {
    dutyEvents(outletId: $outletId, after: $after) {
      cursor type at committedAt
      window { id }
      post { name }
      staffMember { name nameEn }
      actingFor { name nameEn }
    }
  }`,
  queue: /* GraphQL */ `subscription ($outletId: ID!, $after: String) {
    queueEvents(outletId: $outletId, after: $after) { cursor type }
  }`,
} as const;

/**
 * Follows everything that happens at an outlet, as a board does; after an interruption each stream goes on from the
 * last cursor seen.
 *
 * @param heads  where the logs end now: only what comes after is told
 */
export function watchOutlet(
  url: string,
  headers: Headers,
  outletId: string,
  heads: Readonly<Record<keyof typeof DOCUMENTS, string>>,
  onEvent: (seen: Seen, lag: number | null) => void,
): Disposable {
  const client = createClient({
    url: `${url.replace(/^http/, "ws")}/graphql`,
    connectionParams: { authorization: headers.authorization },
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
  });
  for (const stream of ["cases", "duty", "queue"] as const) {
    let after = heads[stream];
    const variables = {
      outletId,
      get after() {
        return after;
      },
    };
    client.subscribe<Record<string, Seen["event"]>>(
      { query: DOCUMENTS[stream], variables },
      {
        next: ({ data }) => {
          const [event] = Object.values(data ?? {});
          if (!event) return;
          after = event.cursor;
          const lag = "committedAt" in event ? Date.now() - Date.parse(event.committedAt) : null;
          onEvent({ stream, event } as Seen, lag);
        },
        error: () => undefined, // what was awaited and did not come is reported where it was awaited
        complete: () => undefined,
      },
    );
  }
  return { [Symbol.dispose]: () => void client.dispose() };
}
