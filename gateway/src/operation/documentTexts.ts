import type { Session } from "../caller/session.js";
import { trustedText } from "../partners/trustedText.js";
import type { Params } from "./params.js";
import { PersistedQueries } from "./persistedQueries.js";

/** Finds the text of the document that a request asks for; the one way in for every protocol. */
export function documentTexts(): (params: Params, session: Session) => string {
  const learned = new PersistedQueries();
  return (params, { partner }) => (partner ? trustedText(params, partner) : learned.textOf(params));
}
