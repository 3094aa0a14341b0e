import { describe, expect, it } from "vitest";
import { anonymousSession, type Session } from "../caller/session.js";
import { visibilityOf } from "./visibility.js";

const session: Session = {
  ...anonymousSession,
  caller: { kind: "STAFF", subject: "s-1", scopes: ["a", "b"], claims: { outletId: "hall", role: "OFFICER" } },
  purpose: "on purpose",
};
const callerWith = (caller: Partial<Session["caller"]>): Session => ({
  ...session,
  caller: { ...session.caller, ...caller },
});

describe("one execution is shared by nobody else than", () => {
  it.each<[string, Session]>([
    ["kind", callerWith({ kind: "APPLICANT" })],
    ["subject", callerWith({ subject: "s-2" })],
    ["scopes", callerWith({ scopes: ["a"] })],
    ["claims", callerWith({ claims: { outletId: "hall" } })],
    ["a claim's value", callerWith({ claims: { outletId: "hall", role: "SUPERVISOR" } })],
    ["purpose", { ...session, purpose: "another" }],
    ["no purpose", { ...anonymousSession, caller: session.caller }],
    ["what an open gateway passes on", { ...session, authorization: "Bearer x" }],
  ])("those of the same %s", (_, other) => {
    expect(visibilityOf(other)).not.toBe(visibilityOf(session));
  });

  it("those who are the same, in whatever order their token says it", () => {
    const same = callerWith({ scopes: ["b", "a"], claims: { role: "OFFICER", outletId: "hall" } });

    expect(visibilityOf(same)).toBe(visibilityOf(session));
  });
});
