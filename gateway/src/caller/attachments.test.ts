import { callerVerifier } from "@yimen/kernel/caller";
import { describe, expect, it } from "vitest";
import { signedAttachments } from "./attachments.js";

const secret = "a-secret-that-nobody-will-ever-guess";

describe("what subgraphs are told", () => {
  const context = {
    session: {
      caller: { kind: "STAFF", subject: "s", scopes: [], claims: {} },
      expiresAt: null,
      authorization: null,
      revoked: null,
    },
    requestId: "r",
  } as const;

  it("is the caller, signed for that subgraph only", async () => {
    const { headers, extensions } = signedAttachments(secret);
    const signed = (await headers(context, "cases"))["x-yimen-caller"];

    expect(await callerVerifier("cases", secret)(signed)).toEqual(context.session.caller);
    await expect(callerVerifier("staff", secret)(signed)).rejects.toMatchObject({ code: "CALLER_NOT_TRUSTED" });
    // The same signature serves for a while, and a socket's log lines need the request's id as those of HTTP do.
    expect(await extensions(context, "cases")).toEqual({ caller: signed, requestId: "r" });
  });

  it("on a socket that serves many callers is that the gateway opened it", async () => {
    const { connectionParams } = signedAttachments(secret);
    const { caller } = await connectionParams("cases");

    expect(await callerVerifier("cases", secret)(caller as string)).toMatchObject({
      kind: "SERVICE",
      subject: "gateway",
    });
  });
});
