import type { Clock } from "@yimen/kernel/clock";
import type { Session } from "./session.js";
import { Unauthenticated } from "./unauthenticated.js";

const LONGEST_WAIT = 60_000; // milliseconds: a clock that a demonstration sets may run ahead of timers

/** Calls `ended` once when the session's credentials expire or are taken back; until then, disposing calls it off. */
export function onSessionEnd(session: Session, clock: Clock, ended: (why: Unauthenticated) => void): Disposable {
  const { caller, expiresAt, revoked } = session;
  if (!expiresAt && !revoked) return nothing;
  let timer: NodeJS.Timeout | undefined;
  const off = () => {
    clearTimeout(timer);
    revoked?.removeEventListener("abort", onRevoked);
  };
  const onRevoked = () => {
    off();
    ended(new Unauthenticated("API_KEY_INVALID"));
  };
  const watchExpiry = (end: Date) => {
    const left = end.getTime() - clock().getTime();
    if (left <= 0) {
      off();
      ended(new Unauthenticated(caller.kind === "PARTNER" ? "API_KEY_INVALID" : "TOKEN_EXPIRED"));
    } else timer = setTimeout(watchExpiry, Math.min(left, LONGEST_WAIT), end).unref();
  };
  revoked?.addEventListener("abort", onRevoked, { once: true });
  if (expiresAt) watchExpiry(expiresAt);
  return { [Symbol.dispose]: off };
}

/** For sessions that cannot end; the same for all of them. */
const nothing: Disposable = { [Symbol.dispose]: () => {} };
