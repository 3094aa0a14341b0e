import { CALLER_HEADER, serviceCaller } from "@yimen/kernel/caller";
import type { TransportSettings } from "../engine/transport/transportSettings.js";
import type { RequestContext } from "../requestContext.js";
import { callerSigner } from "./signedCallers.js";

/** What goes along to subgraphs besides operations. */
export type Attachments = Required<
  Pick<TransportSettings<RequestContext>, "headers" | "extensions" | "connectionParams">
>;

const REQUEST_ID = "x-request-id";

/** For subgraphs that take signed callers only: the caller, vouched for to that subgraph. */
export function signedAttachments(secret: string): Attachments {
  const sign = callerSigner(secret);
  const gateway = serviceCaller("gateway");
  return {
    headers({ session, requestId }, subgraph) {
      const headers = (signed: string) => ({ [CALLER_HEADER]: signed, [REQUEST_ID]: requestId });
      const signed = sign(session.caller, subgraph);
      return typeof signed === "string" ? headers(signed) : signed.then(headers);
    },
    extensions: async ({ session, requestId }, subgraph) => ({
      caller: await sign(session.caller, subgraph),
      requestId,
    }),
    connectionParams: async (subgraph) => ({ caller: await sign(gateway, subgraph) }),
  };
}

/** For subgraphs behind an open gateway: the client's own `Authorization`. */
export const openAttachments: Attachments = {
  headers({ session, requestId }): Record<string, string> {
    const id = { [REQUEST_ID]: requestId };
    return session.authorization ? { ...id, authorization: session.authorization } : id;
  },
  extensions: () => ({}),
  connectionParams: () => ({}),
};
