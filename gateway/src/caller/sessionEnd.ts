import type { Clock } from "@yimen/kernel/clock";
import type { Session } from "./session.js";
import { type RefusalReason, Unauthenticated } from "./unauthenticated.js";

const LONGEST_TIMER = 2_147_483_647; // milliseconds: what a timer can hold, 24 days

/** Calls `ended` once when the session's credentials expire or are taken back; until then, disposing calls it off. */
export function onSessionEnd(session: Session, clock: Clock, ended: (why: Unauthenticated) => void): Disposable {
  const end = (reason: RefusalReason) => {
    off();
    ended(new Unauthenticated(reason));
  };
  const revoked = () => end("API_KEY_INVALID");
  const timer =
    session.expiresAt && expiryTimer(session.expiresAt.getTime() - clock().getTime(), () => end("TOKEN_EXPIRED"));
  const off = () => {
    if (timer) clearTimeout(timer);
    session.revoked?.removeEventListener("abort", revoked);
  };
  session.revoked?.addEventListener("abort", revoked, { once: true });
  return { [Symbol.dispose]: off };
}

function expiryTimer(milliseconds: number, expired: () => void): NodeJS.Timeout {
  const timer = setTimeout(expired, Math.min(Math.max(milliseconds, 0), LONGEST_TIMER));
  timer.unref();
  return timer;
}
