import { createHash, randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestDatabase } from "@yimen/kernel/testDatabase";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { type Link, startLink } from "./countingLink.js";
import { PROGRESS } from "./documents.js";
import { freePorts } from "./freePorts.js";
import { clockFile, showsTime } from "./officeClock.js";
import type { OwnPostgres } from "./ownPostgres.js";
import type { Persona } from "./personas.js";
import { ready, run, type Service, start } from "./processes.js";
import { type Watching, type WatchOptions, watch } from "./watching.js";

const subgraphs = ["catalogue", "cases", "staff", "evaluation"] as const;
export type Subgraph = (typeof subgraphs)[number];

/** Who sends a request: a persona's token, a partner's key, or nobody. */
export type Credentials = Persona | { readonly apiKey: string } | null;

export interface GraphQLAnswer<T> {
  readonly data: T;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
}

/** The key of the one partner outlet in the registry of the tests. */
export const BANK_KEY = `yimen_${randomBytes(24).toString("base64url")}`;

export interface SystemOptions {
  /** What the office's clock shows. */
  readonly now: string;
  /** Puts a link that counts between the gateway and each subgraph. */
  readonly counting?: boolean;
  /** Lets the test change the supergraph while it is served. */
  readonly reloading?: boolean;
  /** How often a service runs; once unless it says. */
  readonly replicas?: Readonly<Partial<Record<Subgraph | "gateway", number>>>;
  /** Where databases are made, if not on the server that all tests share. */
  readonly postgres?: OwnPostgres;
  /** What all services are told besides. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** The whole system: four subgraphs and the gateway as processes, on databases of their own, with a clock to set. */
export async function startSystem({
  now,
  counting = false,
  reloading = false,
  replicas = {},
  postgres,
  settings = {},
}: SystemOptions) {
  await using failed = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), "yimen-e2e-"));
  failed.defer(() => rm(folder, { recursive: true, force: true }));
  const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
  const state = join(folder, ".yimen"); // as below a clone
  await mkdir(state);
  const files = {
    clock: join(state, "clock.json"),
    jwks: join(state, "jwks.json"),
    partners: join(state, "partners.json"),
  };
  const clock = clockFile(files.clock);
  await clock.set(now);
  await writeFile(
    files.jwks,
    JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), alg: "ES256", kid: "test" }] }),
  );
  await writeFile(files.partners, JSON.stringify({ partners: [bank] }));

  const instancesOf = (name: Subgraph | "gateway") =>
    Array.from({ length: replicas[name] ?? 1 }, (_, n) => (n === 0 ? name : `${name}-${n + 1}`));
  const instances = [...subgraphs, "gateway" as const].flatMap(instancesOf);
  const ports = await freePorts(instances.length);
  const portOf = (instance: string) => ports[instances.indexOf(instance)] as number;
  const urlOf = (instance: string) => `http://127.0.0.1:${portOf(instance)}`;
  const env: NodeJS.ProcessEnv = {
    YIMEN_CALLER_SECRET: randomBytes(32).toString("hex"),
    CASES_RECEIPT_KEY: randomBytes(32).toString("hex"),
    YIMEN_CLOCK_FILE: files.clock,
    YIMEN_JWKS_FILE: files.jwks,
    YIMEN_PARTNERS_FILE: files.partners,
    LOG_LEVEL: "warn",
    APOLLO_TELEMETRY_DISABLED: "1",
    ...settings,
  };
  const supergraph = await reloadable(join(state, "supergraph.graphql"));
  if (reloading) env.GATEWAY_SUPERGRAPH = supergraph.file;
  for (const name of subgraphs) {
    const { url } = await (postgres?.createDatabase(name) ?? createTestDatabase(name).then((made) => failed.use(made)));
    const prefix = name.toUpperCase();
    env[`${prefix}_DATABASE_URL`] = url;
    env[`${prefix}_URL`] = instancesOf(name)
      .map((instance) => `${urlOf(instance)}/graphql`)
      .join();
  }
  await Promise.all(
    subgraphs.filter((name) => name !== "cases").map((name) => run(`subgraphs/${name}`, "dist/seed.js", env)),
  );

  const services = new Map<string, Service>();
  const health = (instance: string) => `${urlOf(instance)}/health`;
  const links = new Map<Subgraph, Link>();
  if (counting) for (const name of subgraphs) links.set(name, failed.use(await startLink(portOf(name))));
  const linked = Object.fromEntries([...links].map(([name, { url }]) => [`${name.toUpperCase()}_URL`, url]));
  const launch = async (instance: string) => {
    const name = instance.replace(/-\d+$/, "");
    const own = { ...env, [`${name.toUpperCase()}_PORT`]: String(portOf(instance)) };
    const service =
      name === "gateway"
        ? start("gateway", "dist/main.js", { ...own, ...linked })
        : start(`subgraphs/${name}`, "dist/main.js", own);
    services.set(instance, service);
    await ready(service, health(instance));
  };
  failed.defer(async () => {
    await Promise.all([...services.values()].map((service) => service.stop()));
  });
  await Promise.all(subgraphs.flatMap(instancesOf).map(launch));
  const gateways = instancesOf("gateway");
  await Promise.all(gateways.map(launch));

  const url = urlOf("gateway");
  const token = ({ sub, kind, claims }: Persona) =>
    new SignJWT({ kind, ...claims })
      .setProtectedHeader({ alg: "ES256", kid: "test" })
      .setIssuer("yimen-dev")
      .setAudience("yimen")
      .setSubject(sub)
      .setIssuedAt()
      .setExpirationTime("12h")
      .sign(privateKey);
  const headersOf = async (who: Credentials): Promise<Record<string, string>> => {
    if (!who) return {};
    return "apiKey" in who ? { "x-api-key": who.apiKey } : { authorization: `Bearer ${await token(who)}` };
  };

  const everything = failed.move();
  return {
    url,
    /** Every gateway's address. */
    urls: gateways.map(urlOf),
    /** A folder like a clone's, with `.yimen` in it. */
    folder,
    /** What the tokens are signed with. */
    signingKey: async () => ({ ...(await exportJWK(privateKey)), alg: "ES256", kid: "test" }),
    /** What went over the link from the gateway to a subgraph. */
    link: (name: Subgraph) => links.get(name) as Link,
    /** Sets the office's clock, and waits until every service goes by it. */
    async setClock(iso: string, speed = 0) {
      await clock.set(iso, speed);
      const running = [...services].filter(([, service]) => service.process.signalCode === null);
      await Promise.all(running.map(([instance]) => showsTime(health(instance), iso)));
    },
    portOf,
    /** What all services are told. */
    env,
    databaseUrl: (name: Subgraph) => env[`${name.toUpperCase()}_DATABASE_URL`] as string,
    services,
    token,
    restart: launch,
    /** Gives the gateway the same graph as another text; it takes it into service by itself. */
    reload: supergraph.write,

    /** Asks the gateway over HTTP. */
    async ask<T>(who: Credentials, query: string, variables: Record<string, unknown> = {}): Promise<GraphQLAnswer<T>> {
      const response = await fetch(`${url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json", ...(await headersOf(who)) },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as GraphQLAnswer<T>;
    },

    /** Subscribes through the gateway and keeps what comes. */
    async subscribe<T>(
      who: Credentials,
      query: string,
      variables: Record<string, unknown> = {},
      options: WatchOptions = {},
    ): Promise<Watching<T>> {
      const headers = await headersOf(who);
      const connectionParams = { authorization: headers.authorization, apiKey: headers["x-api-key"] };
      return watch<T>(url.replace("http", "ws"), query, variables, connectionParams, options);
    },

    /** What the services printed, to be shown when something fails. */
    outputs: () => [...services.values()].map((service) => `--- ${service.name}\n${service.output()}`).join("\n"),
    [Symbol.asyncDispose]: () => everything.disposeAsync(),
  };
}

/** A copy of the supergraph; each writing gives it another text. */
async function reloadable(file: string) {
  const sdl = await readFile(new URL("../../gateway/supergraph.graphql", import.meta.url), "utf8");
  let versions = 0;
  const write = async () => {
    await writeFile(`${file}.new`, `${sdl}\n# version ${++versions}\n`);
    await rename(`${file}.new`, file);
  };
  await write();
  return { file, write };
}

export type System = Awaited<ReturnType<typeof startSystem>>;

const bank = {
  partnerId: "taoshan-bank",
  kind: "BANK",
  outletId: "taoshan-bank",
  scopes: ["partner"],
  keys: [`sha256:${createHash("sha256").update(BANK_KEY).digest("hex")}`],
  documents: [PROGRESS].map((text) => ({
    name: "CaseProgress",
    text,
    hash: createHash("sha256").update(text).digest("hex"),
  })),
};
