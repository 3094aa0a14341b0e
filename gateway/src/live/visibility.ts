import type { Session } from "../caller/session.js";

const keys = new WeakMap<Session, string>();

/**
 * What subgraphs learn of a caller, as one text: callers with the same text are the same to every rule, so they may be
 * answered with one execution. Everybody without credentials is alike.
 */
export const visibilityOf = (session: Session): string => `${keyOf(session)} ${session.purpose ?? ""}`;

function keyOf(session: Session): string {
  const known = keys.get(session);
  if (known !== undefined) return known;
  const { kind, subject, scopes, claims } = session.caller;
  const key = JSON.stringify([
    kind,
    subject,
    [...scopes].sort(),
    Object.entries(claims).sort(([one], [other]) => (one < other ? -1 : 1)),
    session.authorization,
  ]);
  keys.set(session, key);
  return key;
}
