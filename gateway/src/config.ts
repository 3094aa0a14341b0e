import { fileURLToPath } from "node:url";
import { CALLER_HEADER, serviceCaller } from "@yimen/kernel/caller";
import { optional, port, readConfig, type Setting, text, url } from "@yimen/kernel/config";
import { fileAudit } from "./access/audit/fileAudit.js";
import { postgresAudit } from "./access/audit/postgresAudit.js";
import type { ReadAudit } from "./access/audit/readAudit.js";
import { type Policies, policiesFromFile } from "./access/policies.js";
import type { Access } from "./caller/access.js";
import { callerSigner } from "./caller/signedCallers.js";
import type { Attempts } from "./limits/attempts.js";
import { defaultLimits, developmentLimits, type Limits } from "./limits/limits.js";
import { memoryAttempts } from "./limits/memoryAttempts.js";
import { postgresAttempts } from "./limits/postgresAttempts.js";
import type { Origins } from "./origins.js";
import { memoryQuotas } from "./partners/quota/memoryQuotas.js";
import { postgresQuotas } from "./partners/quota/postgresQuotas.js";
import type { QuotaStore } from "./partners/quota/quotaStore.js";
import { redisQuotas } from "./partners/quota/redisQuotas.js";
import { fileSource } from "./supergraph/fileSource.js";
import { introspectedSource } from "./supergraph/introspectedSource.js";
import type { SupergraphSource } from "./supergraph/source.js";

export type Config = ReturnType<typeof configFrom>;

type Env = Readonly<Record<string, string | undefined>>;

const inPackage = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const isDevelopment = (env: Env) => isOn(env.GATEWAY_DEV);

/** Reads the gateway's settings; README.md lists them. */
export const configFrom = (env: Env) =>
  readConfig<{
    supergraph: SupergraphSource;
    supergraphFile: string | undefined;
    host: string;
    port: number;
    access: Access | undefined;
    policies: Policies;
    onUnauthorized: "null" | "refuse";
    audit: (() => Promise<ReadAudit>) | undefined;
    quotas: () => QuotaStore;
    attempts: () => Attempts;
    introspection: boolean;
    verboseErrors: boolean;
    origins: Origins;
    limits: Limits;
    trustedProxies: readonly string[];
    subgraphTimeoutMs: number;
    board: string;
    embed: string;
    clockFile: string | undefined;
    logLevel: string;
    urlOf: (subgraph: string) => string | undefined;
  }>(env, {
    supergraph,
    supergraphFile,
    host: text("GATEWAY_HOST", "127.0.0.1"),
    port: port("GATEWAY_PORT", 4000),
    access,
    policies: (env) => policiesFromFile(env.GATEWAY_POLICIES ?? inPackage("policies.json")),
    onUnauthorized,
    audit,
    quotas,
    attempts:
      ({ GATEWAY_DATABASE_URL }) =>
      () =>
        GATEWAY_DATABASE_URL ? postgresAttempts(GATEWAY_DATABASE_URL) : memoryAttempts(),
    introspection: (env) => (env.GATEWAY_INTROSPECTION ? isOn(env.GATEWAY_INTROSPECTION) : isDevelopment(env)),
    verboseErrors: isDevelopment,
    origins,
    limits,
    trustedProxies: (env) => (env.GATEWAY_TRUSTED_PROXIES ?? "").split(",").filter(Boolean),
    subgraphTimeoutMs: (env) => count("GATEWAY_SUBGRAPH_TIMEOUT_MS", env.GATEWAY_SUBGRAPH_TIMEOUT_MS ?? "15000"),
    board: text("GATEWAY_BOARD", inPackage("../board/dist")),
    embed: text("GATEWAY_EMBED", inPackage("../embed/dist")),
    clockFile: optional("YIMEN_CLOCK_FILE"),
    logLevel: text("LOG_LEVEL", "info"),
    urlOf: (env) => (subgraph) => webAddress(env[urlVariable(subgraph)]),
  });

/** The variable that gives a subgraph's address: `CASES_URL` for `cases`. */
export const urlVariable = (subgraph: string): string => `${subgraph.toUpperCase().replaceAll(/[^A-Z0-9]/g, "_")}_URL`;

/** Ignores variables of the same name that mean something else, such as a database's address. */
const webAddress = (value: string | undefined) => (value && /^https?:/.test(value) ? value : undefined);

/** The file of the supergraph, unless it is composed of running subgraphs. */
const supergraphFile: Setting<string | undefined> = (env) => (env.GATEWAY_INTROSPECT ? undefined : supergraphPath(env));

const supergraphPath = (env: Env) => env.GATEWAY_SUPERGRAPH ?? inPackage("supergraph.graphql");

/** The file of a supergraph; or, for development, addresses to compose one from, as in `cases=http://…,staff=http://…`. */
const supergraph: Setting<SupergraphSource> = (env) => {
  if (!env.GATEWAY_INTROSPECT) return fileSource(supergraphPath(env));
  const sign = env.YIMEN_CALLER_SECRET ? callerSigner(env.YIMEN_CALLER_SECRET) : undefined;
  return introspectedSource({
    subgraphs: Object.fromEntries(env.GATEWAY_INTROSPECT.split(",").map((pair) => pair.split("=", 2))),
    everyMs: 2_000,
    headers: async (subgraph): Promise<Record<string, string>> =>
      sign ? { [CALLER_HEADER]: await sign(serviceCaller("gateway"), subgraph) } : {},
  });
};

const access: Setting<Access | undefined> = (env) => {
  const { YIMEN_CALLER_SECRET: callerSecret, YIMEN_JWKS_FILE: file, YIMEN_JWKS_URL, YIMEN_PARTNERS_FILE } = env;
  if (!callerSecret) {
    if (file || YIMEN_JWKS_URL || YIMEN_PARTNERS_FILE) {
      throw new Error("YIMEN_CALLER_SECRET is not set: callers are recognised, but could not be vouched for");
    }
    if (isDevelopment(env)) return undefined;
    throw new Error("YIMEN_CALLER_SECRET is not set; an open gateway without callers needs --dev (or GATEWAY_DEV=1)");
  }
  if (callerSecret.length < 32) throw new Error("YIMEN_CALLER_SECRET must have at least 32 characters");
  return {
    callerSecret,
    keys: file ?? (YIMEN_JWKS_URL ? url("YIMEN_JWKS_URL")(env) : undefined),
    issuer: env.YIMEN_TOKEN_ISSUER ?? "yimen-dev",
    audience: env.YIMEN_TOKEN_AUDIENCE ?? "yimen",
    issuersFile: env.YIMEN_ISSUERS_FILE,
    partnersFile: YIMEN_PARTNERS_FILE,
  };
};

const onUnauthorized: Setting<"null" | "refuse"> = ({ GATEWAY_ON_UNAUTHORIZED: given = "null" }) => {
  if (given !== "null" && given !== "refuse")
    throw new Error(`GATEWAY_ON_UNAUTHORIZED is null or refuse, not "${given}"`);
  return given;
};

/** Where readings of personal data are written down: a database, or for a single gateway a file. */
const audit: Setting<(() => Promise<ReadAudit>) | undefined> = ({ GATEWAY_DATABASE_URL, GATEWAY_READ_AUDIT_FILE }) => {
  if (GATEWAY_DATABASE_URL) return async () => postgresAudit(GATEWAY_DATABASE_URL);
  return GATEWAY_READ_AUDIT_FILE ? () => fileAudit(GATEWAY_READ_AUDIT_FILE) : undefined;
};

/** Where partners' quotas are counted: in a Redis, a PostgreSQL, or for a single gateway in its memory. */
const quotas: Setting<() => QuotaStore> = ({ GATEWAY_QUOTA_URL: url, GATEWAY_DATABASE_URL: shared }) => {
  if (!url) return shared ? () => postgresQuotas(shared) : memoryQuotas;
  if (/^rediss?:\/\//.test(url)) return () => redisQuotas(url);
  if (/^postgres(ql)?:\/\//.test(url)) return () => postgresQuotas(url);
  throw new Error("GATEWAY_QUOTA_URL must begin with redis://, rediss:// or postgresql://");
};

const origins: Setting<Origins> = (env) => {
  const given = env.GATEWAY_ORIGINS ?? (isDevelopment(env) ? "*" : "");
  return given === "*" ? "*" : given.split(",").filter(Boolean).map(originOf);
};

function originOf(given: string): string {
  const trimmed = given.trim();
  if (!URL.canParse(trimmed))
    throw new Error(`GATEWAY_ORIGINS must list origins such as https://a.example, got "${trimmed}"`);
  return new URL(trimmed).origin;
}

/** `GATEWAY_LIMITS` overrides single limits, as in `depth=40,aliases=200`. */
const limits: Setting<Limits> = (env) => {
  const base = isDevelopment(env) ? developmentLimits : defaultLimits;
  const given = (env.GATEWAY_LIMITS ?? "")
    .split(",")
    .filter(Boolean)
    .map((pair): [string, number] => {
      const [name = "", value = ""] = pair.split("=").map((part) => part.trim());
      if (!Object.hasOwn(base, name))
        throw new Error(`GATEWAY_LIMITS knows ${Object.keys(base).join(", ")}, not "${name}"`);
      return [name, count(`GATEWAY_LIMITS ${name}`, value)];
    });
  return { ...base, ...Object.fromEntries(given) };
};

function count(name: string, value: string): number {
  if (!/^[1-9]\d{0,9}$/.test(value)) throw new Error(`${name} must be a whole number above 0, got "${value}"`);
  return Number(value);
}

function isOn(value: string | undefined): boolean {
  return value === "1" || value === "true";
}
