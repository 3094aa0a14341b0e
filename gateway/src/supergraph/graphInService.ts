import type { Session } from "../caller/session.js";
import type { Engine } from "../engine/engine.js";
import type { Partners } from "../partners/partners.js";
import type { RequestContext } from "../requestContext.js";
import { buildGraph, type Graph, type GraphRulesSettings } from "./buildGraph.js";
import type { SupergraphSource } from "./source.js";

export interface GraphSettings extends GraphRulesSettings {
  readonly source: SupergraphSource;
  /** Takes over to a new graph what goes on for long. */
  readonly onReload: () => Promise<void>;
  /** Whose documents are planned before anybody asks. */
  readonly partners: Partners | undefined;
}

/** The graph that answers now; another one after a reload. */
export interface GraphInService extends AsyncDisposable {
  /** The graph as this caller knows it. */
  readonly engine: (session: Session) => Engine<RequestContext>;
  readonly isShareable: Graph["isShareable"];
}

const WARMED = 200; // documents planned for a new graph before it goes live

/**
 * Keeps a graph in service and replaces it when its source has another one. The next graph has planned the documents in
 * use, and those of partners, before it takes over; requests under way end on the one they began on, subscriptions go
 * over. One that is not good is reported, and the last good one stays.
 */
export async function keepGraph(settings: GraphSettings): Promise<GraphInService> {
  const { source, addresses, partners, log } = settings;
  let inService: Graph | null = null;

  const serve = async (sdl: string) => {
    const next = await buildGraph(sdl, settings);
    const previous = inService;
    if (previous) await next.whole.warm(previous.whole.hotDocuments(WARMED));
    if (partners) await next.contract.warm(partners.documents());
    addresses.take(next.whole.subgraphs);
    inService = next;
    if (!previous) return;
    await settings.onReload();
    log.info("supergraph reloaded");
    await previous.whole.close();
  };
  const refused = (reason: unknown) =>
    log.error({ err: reason }, "supergraph refused; the last good one stays in service");
  const watching = await source(serve, refused);
  if (partners) partners.onChange = () => void inService?.contract.warm(partners.documents());

  return {
    engine({ partner }) {
      if (!inService) throw new Error("No graph is in service.");
      return partner ? inService.contract : inService.whole;
    },
    isShareable: (prepared, operationName) => inService?.isShareable(prepared, operationName) ?? false,
    async [Symbol.asyncDispose]() {
      await watching[Symbol.asyncDispose]();
      await inService?.whole.close();
    },
  };
}
