import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Revocation } from "./revocation.js";
import { anonymousSession } from "./session.js";
import { onSessionEnd } from "./sessionEnd.js";

const HOUR = 3_600_000;
let now = 0;
const clock = () => new Date(now);
const session = { ...anonymousSession, expiresAt: new Date(HOUR) };

const pass = (milliseconds: number, speed = 1) => {
  for (let passed = 0; passed < milliseconds; passed += 1_000) {
    now += 1_000 * speed;
    vi.advanceTimersByTime(1_000);
  }
};

beforeEach(() => {
  now = 0;
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a session ends", () => {
  it("when its credentials do", () => {
    const ended = vi.fn();
    onSessionEnd(session, clock, ended);

    pass(HOUR - 1_000);
    expect(ended).not.toHaveBeenCalled();
    pass(1_000);

    expect(ended).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ reason: "TOKEN_EXPIRED" }));
  });

  it("when a partner's key does, and says that it was a key", () => {
    const ended = vi.fn();
    onSessionEnd({ ...session, caller: { ...session.caller, kind: "PARTNER" } }, clock, ended);

    pass(HOUR);

    expect(ended).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ reason: "API_KEY_INVALID" }));
  });

  it("within a minute of it, when the house's clock runs ahead", () => {
    const ended = vi.fn();
    onSessionEnd(session, clock, ended);

    pass(2 * 60_000, 60);

    expect(ended).toHaveBeenCalledOnce();
  });

  it("at once when it has ended already", () => {
    const ended = vi.fn();

    onSessionEnd({ ...session, expiresAt: new Date(-1) }, clock, ended);

    expect(ended).toHaveBeenCalledOnce();
  });

  it("when its credentials are taken back", () => {
    const ended = vi.fn();
    const revocation = new Revocation();
    onSessionEnd({ ...session, revoked: revocation }, clock, ended);

    revocation.revoke();
    pass(2 * HOUR);

    expect(ended).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ reason: "TOKEN_REVOKED" }));
  });

  it("at once when its credentials were taken back already", () => {
    const ended = vi.fn();
    const revocation = new Revocation();
    revocation.revoke();

    onSessionEnd({ ...session, revoked: revocation }, clock, ended);

    expect(ended).toHaveBeenCalledOnce();
  });
});

describe("a session that was let go", () => {
  it("ends without a word", () => {
    const ended = vi.fn();
    onSessionEnd(session, clock, ended)[Symbol.dispose]();

    pass(2 * HOUR);

    expect(ended).not.toHaveBeenCalled();
  });
});
