import type { Clock } from "@yimen/kernel/clock";
import type { Session } from "./session.js";
import { Unauthenticated } from "./unauthenticated.js";

const LONGEST_WAIT = 60_000; // milliseconds: a clock that a demonstration sets may run ahead of timers

/** Calls `ended` once when the session's credentials expire or are taken back; until then, disposing calls it off. */
export function onSessionEnd(session: Session, clock: Clock, ended: (why: Unauthenticated) => void): Disposable {
  const { caller, expiresAt, revoked } = session;
  if (!expiresAt && !revoked) return nothing;
  const isPartner = caller.kind === "PARTNER";
  let timer: NodeJS.Timeout | undefined;
  let watched: Disposable = nothing;
  const off = () => {
    clearTimeout(timer);
    watched[Symbol.dispose]();
  };
  const end = (reason: Unauthenticated["reason"]) => {
    off();
    ended(new Unauthenticated(reason));
  };
  const watchExpiry = (at: Date) => {
    const left = at.getTime() - clock().getTime();
    if (left <= 0) end(isPartner ? "API_KEY_INVALID" : "TOKEN_EXPIRED");
    else timer = setTimeout(watchExpiry, Math.min(left, LONGEST_WAIT), at).unref();
  };
  if (revoked?.isRevoked) end(isPartner ? "API_KEY_INVALID" : "TOKEN_REVOKED");
  else {
    watched = revoked?.onRevoked(() => end(isPartner ? "API_KEY_INVALID" : "TOKEN_REVOKED")) ?? nothing;
    if (expiresAt) watchExpiry(expiresAt);
  }
  return { [Symbol.dispose]: off };
}

/** For sessions that cannot end; the same for all of them. */
const nothing: Disposable = { [Symbol.dispose]: () => {} };
