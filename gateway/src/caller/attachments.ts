import { CALLER_HEADER, serviceCaller } from "@yimen/kernel/caller";
import type { Attachments } from "../transport/transportSettings.js";
import { callerSigner } from "./signedCallers.js";

const REQUEST_ID = "x-request-id";

/** What goes along to subgraphs that take signed callers only: the caller, vouched for to that subgraph. */
export function signedAttachments(secret: string): Attachments {
  const sign = callerSigner(secret);
  const gateway = serviceCaller("gateway");
  return {
    headers: async ({ session, requestId }, subgraph) => ({
      [CALLER_HEADER]: await sign(session.caller, subgraph),
      [REQUEST_ID]: requestId,
    }),
    extensions: async ({ session }, subgraph) => ({ caller: await sign(session.caller, subgraph) }),
    connectionParams: async (subgraph) => ({ caller: await sign(gateway, subgraph) }),
  };
}

/** What goes along to subgraphs behind an open gateway: the client's own `Authorization`. */
export const openAttachments: Attachments = {
  headers: ({ session, requestId }) => ({
    [REQUEST_ID]: requestId,
    ...(session.authorization && { authorization: session.authorization }),
  }),
  extensions: async () => ({}),
  connectionParams: async () => ({}),
};
