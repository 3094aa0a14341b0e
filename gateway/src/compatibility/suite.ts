import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { CALLER_HEADER, serviceCaller, signCaller } from "@yimen/kernel/caller";
import { nextFreePort } from "@yimen/kernel/freePort";
import { printFederatedSchema } from "@yimen/kernel/subgraphSchema";
import { serveSubgraph } from "@yimen/kernel/subgraphServer";
import { composeFixture } from "../engine/fixtures/fixtureGraph.js";
import { temporaryFolder } from "../fixtures/temporaryFolder.js";
import { startGateway } from "../gateway.js";
import { fileSource } from "../supergraph/fileSource.js";
import { buildProducts } from "./products.js";

const SECRET = "a-secret-that-only-the-suite-s-processes-know";

/** The compatibility suite's own package: its checks, its two other subgraphs, the schema it wants. */
const home = dirname(
  createRequire(import.meta.url).resolve("@apollo/federation-subgraph-compatibility-tests/package.json"),
);

/** The files of its checks: several tests each, fifteen checks in all. */
export const checks = (): string[] => readdirSync(join(home, "src/tests")).map((file) => join(home, "src/tests", file));

/** What the suite runs against: a subgraph of ours, its own two subgraphs as processes, and our gateway before them. */
export interface Suite extends AsyncDisposable {
  readonly supergraphSdl: string;
  readonly productsUrl: string;
  readonly routerUrl: string;
  /** What a request to the subgraph must carry. */
  readonly signed: () => Promise<Readonly<Record<string, string>>>;
}

export async function startSuite(): Promise<Suite> {
  const schema = await buildProducts();
  const products = await serveSubgraph({
    name: "products",
    schema,
    port: 0,
    callerSecret: SECRET,
    clock: () => new Date(),
    context: () => ({}),
  });
  const theirs = ["users", "inventory"];
  const ports = [await nextFreePort(21_000), await nextFreePort(22_000)];
  const processes = await Promise.all(theirs.map((name, index) => run(name, ports[index] ?? 0)));
  const { supergraphSdl } = composeFixture([
    ...theirs.map((name) => ({
      name,
      typeDefs: readFileSync(join(home, `dist/subgraphs/${name}/${name}.graphql`), "utf8"),
    })),
    { name: "products", typeDefs: printFederatedSchema(schema), schema },
  ]);
  const folder = temporaryFolder();
  const gateway = await startGateway({
    supergraph: fileSource(folder.write("supergraph.graphql", supergraphSdl)),
    port: 0,
    urlOf: (name) => (name === "products" ? products.url : `http://127.0.0.1:${ports[theirs.indexOf(name)]}/`),
    access: { callerSecret: SECRET, issuer: "nobody", audience: "nobody" },
  });
  return {
    supergraphSdl,
    productsUrl: products.url,
    routerUrl: gateway.url,
    signed: async () => ({ [CALLER_HEADER]: await signCaller(serviceCaller("gateway"), "products", SECRET) }),
    async [Symbol.asyncDispose]() {
      await gateway.stop();
      await products.stop();
      for (const one of processes) one.kill("SIGKILL");
      folder[Symbol.dispose]();
    },
  };
}

/** One of the suite's own subgraphs; resolves when it listens. */
async function run(name: string, port: number): Promise<ChildProcess> {
  const env = { ...process.env, [`${name.toUpperCase()}_PORT`]: String(port), NODE_ENV: "production" };
  const child = fork(join(home, `dist/subgraphs/${name}/index.js`), { env, silent: true });
  await once(child, "message"); // "ready"
  return child;
}
