import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A gateway to be measured: how it is started on a supergraph and a port. */
export interface Gateway {
  readonly name: string;
  readonly command: (supergraph: string, port: number, folder: string) => readonly string[];
  /** No gateway, but what one cannot do without. */
  readonly isLimit?: true;
}

const bench = join(import.meta.dirname, "../..");
const root = join(bench, "..");
const hive = join(bench, "node_modules/.bin/hive-gateway");

/** Hive Gateway's configuration: forward the header, and who calls where subgraphs must know, nothing else. */
function hiveConfig(folder: string, rust: boolean): string {
  const file = join(folder, `hive${rust ? "-rust" : ""}.config.mjs`);
  const runtime = JSON.stringify(join(bench, "node_modules/@graphql-hive/router-runtime/dist/index.js"));
  writeFileSync(
    file,
    `import { callerHeaders } from ${JSON.stringify(join(import.meta.dirname, "signedCaller.ts"))};
const signed = callerHeaders();
${rust ? `import { unifiedGraphHandler } from ${runtime};\n` : ""}
export const gatewayConfig = {
  ${rust ? "unifiedGraphHandler," : ""}
  propagateHeaders: {
    fromClientToSubgraphs({ request, subgraphName }) {
      const forwarded = { authorization: request.headers.get("authorization") };
      return signed ? signed(subgraphName).then((more) => ({ ...forwarded, ...more })) : forwarded;
    },
  },
};
`,
  );
  return file;
}

const hiveGateway = (name: string, rust: boolean): Gateway => ({
  name,
  command: (supergraph, port, folder) => [
    process.execPath,
    hive,
    "supergraph",
    supergraph,
    "--port",
    `${port}`,
    "--host",
    "127.0.0.1",
    "--config-path",
    hiveConfig(folder, rust),
  ],
});

const limit = (name: string): Gateway => ({
  name,
  isLimit: true,
  command: (_, port) => [process.execPath, join(bench, "src/gateways/limitServer.ts"), name, `${port}`],
});

export const gateways: readonly Gateway[] = [
  {
    name: "yimen",
    command: (supergraph, port) => [
      process.execPath,
      join(root, "gateway/bin/yimen-gateway.mjs"),
      "--supergraph",
      supergraph,
      "--port",
      `${port}`,
      "--dev",
    ],
  },
  {
    name: "apollo",
    command: (supergraph, port) => [
      process.execPath,
      join(bench, "src/gateways/apolloServer.ts"),
      supergraph,
      `${port}`,
    ],
  },
  hiveGateway("hive", false),
  hiveGateway("hive-rust", true),
  limit("fetches-only"),
  limit("answer-only"),
];

if (!existsSync(hive)) throw new Error("The peers are not installed: run npm install in bench/ first.");
