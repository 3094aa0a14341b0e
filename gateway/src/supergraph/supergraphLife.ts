import { DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES } from "@apollo/federation-internals";
import { ApolloGateway } from "@apollo/gateway";
import { parse } from "graphql";
import type { Logger } from "pino";
import { followFile } from "../watchedFile.js";
import { type Routing, readRouting } from "./routing.js";
import { refuseUnenforcedSecurity } from "./securityDirectives.js";

/** A supergraph that was found good, and where its subgraphs listen. */
export interface Supergraph {
  readonly sdl: string;
  readonly routing: Routing;
}

export interface SupergraphSource {
  readonly file: string;
  /** The address of a subgraph that the settings give in place of the supergraph's own. */
  readonly urlOf: (subgraph: string) => string | undefined;
  readonly log: Logger;
}

// Federation 2.8's contexts are planned like any other field; the stock gateway lists them only for its successor.
DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES.add("https://specs.apollo.dev/context/v0.1");

/**
 * Keeps a supergraph alive: loads the file, checks it, watches it. A changed file that is good is handed to `serve`; one
 * that is not is reported, and the last good graph stays in service.
 *
 * @param serve  takes the graph into service; may refuse it by throwing
 * @throws what is wrong with the first graph: without one there is nothing to serve
 */
export async function keepSupergraph(
  { file, urlOf, log }: SupergraphSource,
  serve: (supergraph: Supergraph) => Promise<void>,
): Promise<AsyncDisposable> {
  process.env.APOLLO_TELEMETRY_DISABLED = "1"; // the stock gateway reports to its vendor otherwise
  const quiet = { debug: () => {}, info: () => {}, warn: log.warn.bind(log), error: log.error.bind(log) };
  let last: Promise<void> = Promise.resolve();
  const refused = (reason: unknown) =>
    log.error({ err: reason, file }, "supergraph refused; the last good one stays in service");

  const gateway = new ApolloGateway({
    logger: quiet,
    supergraphSdl: async ({ update }) => {
      let first = "";
      const following = followFile(
        file,
        (sdl) => {
          const supergraph = check(sdl, urlOf);
          if (!first) {
            first = sdl;
            last = serve(supergraph);
            return;
          }
          update(sdl);
          last = last.then(() => serve(supergraph)).then(() => log.info({ file }, "supergraph reloaded"), refused);
        },
        refused,
      );
      return { supergraphSdl: first, cleanup: async () => following[Symbol.dispose]() };
    },
  });
  await gateway.load();
  await last;
  return { [Symbol.asyncDispose]: () => gateway.stop() };
}

function check(sdl: string, urlOf: SupergraphSource["urlOf"]): Supergraph {
  const document = parse(sdl, { noLocation: true });
  refuseUnenforcedSecurity(document);
  return { sdl, routing: readRouting(document, urlOf) };
}
