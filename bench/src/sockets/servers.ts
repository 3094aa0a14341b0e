import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { composeServices } from "@apollo/composition";
import { parse } from "graphql";
import { typeDefs } from "./graph.ts";

export const PORT = 4700;
export const SUBGRAPH_PORT = 4710;

/** A server to be measured. */
export interface Server {
  readonly name: "bare" | "plain" | "yimen" | "hive" | "hive-rust";
  readonly command: readonly string[];
  /** Where `POST /step` makes an event. */
  readonly stepPort: number;
  readonly path: string;
  readonly speaksGraphQL: boolean;
}

const bench = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "yimen-sockets-"));
const here = (file: string) => join(import.meta.dirname, file);
const hive = join(bench, "node_modules/.bin/hive-gateway");

/** Everything that can be measured; `bare` writes one prepared frame to every socket, which is the limit. */
export function allServers(): readonly Server[] {
  const supergraph = join(folder, "supergraph.graphql");
  writeFileSync(supergraph, compose());
  const gateway = { stepPort: SUBGRAPH_PORT, path: "/graphql", speaksGraphQL: true };
  const yimen = join(bench, "../gateway/bin/yimen-gateway.mjs");
  const hiveCommand = (rust: boolean) => [
    ...[hive, "supergraph", supergraph, "--port", `${PORT}`, "--host", "127.0.0.1"],
    ...["--config-path", hiveConfig(rust)],
  ];
  return [
    { name: "bare", command: [here("bareServer.ts"), `${PORT}`], stepPort: PORT, path: "/", speaksGraphQL: false },
    { ...gateway, name: "plain", command: [here("plainServer.ts"), `${PORT}`], stepPort: PORT },
    { ...gateway, name: "yimen", command: [yimen, "--supergraph", supergraph, "--port", `${PORT}`, "--dev"] },
    { ...gateway, name: "hive", command: hiveCommand(false) },
    { ...gateway, name: "hive-rust", command: hiveCommand(true) },
  ];
}

/** Hive Gateway's configuration: subscriptions to subgraphs over websocket, as we make them, and nothing else. */
function hiveConfig(rust: boolean): string {
  const file = join(folder, `hive${rust ? "-rust" : ""}.config.mjs`);
  const runtime = JSON.stringify(join(bench, "node_modules/@graphql-hive/router-runtime/dist/index.js"));
  writeFileSync(
    file,
    `${rust ? `import { unifiedGraphHandler } from ${runtime};\n` : ""}
export const gatewayConfig = {
  ${rust ? "unifiedGraphHandler," : ""}
  transportEntries: { "*.http": { options: { subscriptions: { kind: "ws", location: "/graphql" } } } },
};
`,
  );
  return file;
}

function compose(): string {
  const services = (["cases", "staff"] as const).map((name, index) => ({
    name,
    url: `http://127.0.0.1:${SUBGRAPH_PORT + index}/graphql`,
    typeDefs: parse(typeDefs[name]),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new Error(errors?.join("\n"));
  return supergraphSdl;
}

/** Sockets that one process may hold here, less what it needs besides. */
export const mostSockets = (): number =>
  Number(execFileSync("sh", ["-c", "ulimit -n"], { encoding: "utf8" }).trim().replace("unlimited", "1000000")) - 200;
