import { type ExecutionArgs, GraphQLError, graphql, print, subscribe } from "graphql";
import type { SubscribePayload } from "graphql-ws";
import type { Hall } from "./hall.js";
import { headsOf } from "./hallAnswers.js";

/** How far back the hall's logs can be followed. */
export interface Retention {
  /** Entries before the newest. */
  kept: number;
}

/**
 * Follows the hall as a gateway does: a cursor older than what is kept is answered with where the log ends and what the
 * query says that the client has named, then with what comes after it.
 */
export async function subscribeTo(hall: Hall, { kept }: Retention, args: ExecutionArgs, payload: SubscribePayload) {
  const { after } = (args.variableValues ?? {}) as { readonly after?: string | null };
  const { caseLogHead, dutyLogHead } = headsOf(hall);
  const head = payload.operationName === "BoardDutyEvents" ? dutyLogHead : caseLogHead;
  if (after == null || Number(after) >= Number(head) - kept) return subscribe(args);
  return goOn(args, payload, head);
}

async function* goOn(args: ExecutionArgs, { extensions }: SubscribePayload, head: string) {
  const state = await graphql({
    ...args,
    source: print(args.document),
    operationName: extensions?.resync as string,
  });
  const told = { code: "RESYNC", head, state };
  yield { data: null, errors: [new GraphQLError("续传位置过旧。 The cursor is too old.", { extensions: told })] };
  const events = await subscribe({ ...args, variableValues: { ...args.variableValues, after: head } });
  if (Symbol.asyncIterator in events) yield* events;
}
