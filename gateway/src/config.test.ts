import { describe, expect, it } from "vitest";
import { environmentOf } from "./cli.js";
import { configFrom } from "./config.js";

const callerSecret = "a-secret-that-nobody-will-ever-guess";
const production = { YIMEN_CALLER_SECRET: callerSecret };

describe("the command line", () => {
  it("says the same as environment variables, and wins over them", () => {
    const flags = environmentOf(["--port", "4100", "--dev", "--subgraph", "case-log=http://127.0.0.1:1/graphql?a=b"]);

    expect(flags).toEqual({
      GATEWAY_PORT: "4100",
      GATEWAY_DEV: "1",
      CASE_LOG_URL: "http://127.0.0.1:1/graphql?a=b",
    });
    expect(configFrom({ GATEWAY_PORT: "4200", ...flags }).port).toBe(4100);
  });

  it("knows no other options", () => {
    expect(() => environmentOf(["--prot", "1"])).toThrow("--prot");
    expect(environmentOf(["--help"])).toBeNull();
  });
});

describe("in production", () => {
  it("callers are recognised, errors masked, introspection off and no foreign page may call", () => {
    expect(configFrom(production)).toMatchObject({
      access: { callerSecret, issuer: "yimen-dev", audience: "yimen" },
      introspection: false,
      verboseErrors: false,
      origins: [],
    });
  });

  it("an open gateway does not start", () => {
    expect(() => configFrom({})).toThrow("--dev");
  });
});

describe("in development", () => {
  it("the gateway is open and tells everything", () => {
    expect(configFrom({ GATEWAY_DEV: "1" })).toMatchObject({
      access: undefined,
      introspection: true,
      verboseErrors: true,
      origins: "*",
    });
  });

  it("callers are recognised when that is configured", () => {
    expect(configFrom({ GATEWAY_DEV: "1", ...production }).access).toMatchObject({ callerSecret });
  });
});

describe("settings", () => {
  it.each([
    ["a short secret", { YIMEN_CALLER_SECRET: "short" }, "at least 32"],
    ["keys without the secret to vouch with", { YIMEN_JWKS_FILE: "a", GATEWAY_DEV: "1" }, "YIMEN_CALLER_SECRET"],
    ["quotas in something unknown", { ...production, GATEWAY_QUOTA_URL: "memcached://a" }, "GATEWAY_QUOTA_URL"],
    ["an address that is none", { ...production, YIMEN_JWKS_URL: "nowhere" }, "YIMEN_JWKS_URL"],
    ["an origin that is none", { ...production, GATEWAY_ORIGINS: "bank" }, "GATEWAY_ORIGINS"],
    ["a limit there is not", { ...production, GATEWAY_LIMITS: "width=3" }, "width"],
    ["a limit that is no number", { ...production, GATEWAY_LIMITS: "depth=-1" }, "depth"],
  ])("are refused with %s", (_, env, message) => {
    expect(() => configFrom(env)).toThrow(message);
  });

  it("override single limits", () => {
    const { limits } = configFrom({ ...production, GATEWAY_LIMITS: "depth=7, aliases=9" });

    expect(limits).toMatchObject({ depth: 7, aliases: 9, rootFields: 30 });
  });

  it("give a subgraph's address, and take no database's for it", () => {
    const { urlOf } = configFrom({ ...production, CASES_URL: "http://cases/graphql", DATABASE_URL: "postgres://db" });

    expect([urlOf("cases"), urlOf("database"), urlOf("staff")]).toEqual(["http://cases/graphql", undefined, undefined]);
  });
});
