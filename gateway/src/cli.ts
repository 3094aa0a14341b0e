import { parseArgs } from "node:util";
import { urlVariable } from "./config.js";

export const usage = `yimen-gateway: serves a federated GraphQL supergraph at POST /graphql

  --supergraph FILE       the supergraph to serve; watched, and taken up again when it changes
  --port N                port to listen on (4000; 0 takes a free one)
  --host HOST             address to listen on (127.0.0.1)
  --subgraph NAME=URL     address of a subgraph, in place of the supergraph's; may be repeated
  --dev                   for development: open when no access is configured, introspection on, errors in full
  --help

Everything else is set by environment variables; see gateway/README.md.
`;

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Reads a command line into the environment variables it stands for, so that settings are judged in one place.
 *
 * @returns `null` when help was asked for
 * @throws TypeError for an option there is not
 */
export function environmentOf(args: readonly string[]): Env | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      supergraph: { type: "string" },
      port: { type: "string" },
      host: { type: "string" },
      subgraph: { type: "string", multiple: true },
      dev: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return null;
  const addresses = (values.subgraph ?? []).map((given): [string, string] => {
    const [name = "", ...url] = given.split("=");
    return [urlVariable(name), url.join("=")];
  });
  return {
    ...(values.supergraph !== undefined && { GATEWAY_SUPERGRAPH: values.supergraph }),
    ...(values.port !== undefined && { GATEWAY_PORT: values.port }),
    ...(values.host !== undefined && { GATEWAY_HOST: values.host }),
    ...(values.dev && { GATEWAY_DEV: "1" }),
    ...Object.fromEntries(addresses),
  };
}
