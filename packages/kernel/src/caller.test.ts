import { SignJWT } from "jose";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type Caller, CallerNotTrusted, callerVerifier, signCaller } from "./caller.js";

const SECRET = "a secret that only this test file knows";
const officer: Caller = { kind: "STAFF", subject: "s1", scopes: ["case:read"], claims: { outletId: "o1" } };
const verify = callerVerifier("cases", SECRET);

const signed = (payload: Record<string, unknown>, audience = "cases", secret = SECRET) =>
  new SignJWT(payload)
    .setProtectedHeader({ alg: "HS256" })
    .setIssuer("yimen")
    .setAudience(audience)
    .sign(new TextEncoder().encode(secret));

afterEach(() => {
  vi.useRealTimers();
});

describe("a signed caller", () => {
  it("arrives as it was sent", async () => {
    expect(await verify(await signCaller(officer, "cases", SECRET))).toEqual(officer);
  });

  it("is refused by another service than it was meant for", async () => {
    await expect(verify(await signCaller(officer, "staff", SECRET))).rejects.toThrow(CallerNotTrusted);
  });

  it("is refused when signed with another secret, unsigned, or missing", async () => {
    const [header, payload] = (await signCaller(officer, "cases", SECRET)).split(".");

    await expect(verify(await signCaller(officer, "cases", SECRET.toUpperCase()))).rejects.toThrow(CallerNotTrusted);
    await expect(verify(`${header}.${payload}.`)).rejects.toThrow(CallerNotTrusted);
    await expect(verify("not a token")).rejects.toThrow(CallerNotTrusted);
    await expect(verify(undefined)).rejects.toThrow(CallerNotTrusted);
  });

  it("is refused after a minute, also when it was seen before", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const token = await signCaller(officer, "cases", SECRET);
    await verify(token);

    vi.advanceTimersByTime(70_000);

    await expect(verify(token)).rejects.toThrow(CallerNotTrusted);
  });

  it("is refused when it would never expire or names no kind of caller", async () => {
    const now = Math.floor(Date.now() / 1_000);

    await expect(verify(await signed({ caller: officer, iat: now }))).rejects.toThrow(CallerNotTrusted);
    await expect(verify(await signed({ caller: officer, iat: now - 600, exp: now + 600 }))).rejects.toThrow(
      CallerNotTrusted,
    );
    await expect(verify(await signed({ caller: { kind: "ROOT" }, iat: now, exp: now + 60 }))).rejects.toThrow(
      CallerNotTrusted,
    );
    await expect(verify(await signed({ iat: now, exp: now + 60 }))).rejects.toThrow(CallerNotTrusted);
  });
});
