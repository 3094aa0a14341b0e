import type { Clock } from "@yimen/kernel/clock";
import { parse } from "graphql";
import type { Logger } from "pino";
import { type GuardSettings, guarded } from "../access/guardedEngine.js";
import { createEngine } from "../engine/createEngine.js";
import type { Engine } from "../engine/engine.js";
import type { SubgraphClient } from "../engine/subgraphClient.js";
import { withinBudget } from "../limits/cost/costGuard.js";
import { withoutGuessing } from "../limits/guessing.js";
import { judgeIntrospection } from "../limits/judgeIntrospection.js";
import { judgeSize } from "../limits/judgeSize.js";
import type { Limits } from "../limits/limits.js";
import type { RequestContext } from "../requestContext.js";
import type { Addresses } from "./addresses.js";
import { refuseUnenforcedSecurity } from "./securityDirectives.js";
import type { SupergraphSource } from "./source.js";

export interface GraphSettings {
  readonly source: SupergraphSource;
  readonly client: SubgraphClient<RequestContext>;
  /** Where each subgraph listens: brought up to date when a graph goes live. */
  readonly addresses: Addresses;
  readonly limits: Limits;
  /** Whether clients may ask for the schema. */
  readonly introspection: boolean;
  /** Who may see what of the graph. */
  readonly guard: GuardSettings;
  /** Takes over to a new graph what goes on for long. */
  readonly onReload: () => Promise<void>;
  readonly clock: Clock;
  readonly log: Logger;
}

/** The graph that answers now; another one after a reload. */
export interface GraphInService extends AsyncDisposable {
  readonly engine: () => Engine<RequestContext>;
}

const WARMED = 200; // documents planned for a new graph before it goes live

/**
 * Keeps a graph in service and replaces it when its source has another one. The next graph has planned the documents in
 * use before it takes over; requests under way end on the one they began on, subscriptions go over. One that is not good is
 * reported, and the last good one stays.
 */
export async function keepGraph(settings: GraphSettings): Promise<GraphInService> {
  const { source, addresses, log } = settings;
  let inService: Engine<RequestContext> | null = null;

  const serve = async (sdl: string) => {
    const next = await buildEngine(sdl, settings);
    const previous = inService;
    if (previous) await next.warm(previous.hotDocuments(WARMED));
    addresses.take(next.subgraphs);
    inService = next;
    if (!previous) return;
    await settings.onReload();
    log.info("supergraph reloaded");
    await previous.close();
  };
  const refused = (reason: unknown) =>
    log.error({ err: reason }, "supergraph refused; the last good one stays in service");
  const watching = await source(serve, refused);

  return {
    engine() {
      if (!inService) throw new Error("No graph is in service.");
      return inService;
    },
    async [Symbol.asyncDispose]() {
      await watching[Symbol.asyncDispose]();
      await inService?.close();
    },
  };
}

async function buildEngine(
  sdl: string,
  { client, addresses, limits, introspection, guard, clock }: GraphSettings,
): Promise<Engine<RequestContext>> {
  const supergraph = parse(sdl, { noLocation: true });
  refuseUnenforcedSecurity(supergraph);
  const engine = await createEngine<RequestContext>({
    supergraphSdl: sdl,
    client,
    maxTokens: limits.tokens,
    judge: (document) => [...judgeSize(document, limits), ...(introspection ? [] : judgeIntrospection(document))],
  });
  try {
    addresses.check(engine.subgraphs);
    const open = withoutGuessing(guarded(engine, supergraph, guard), supergraph, limits, clock);
    return withinBudget(open, supergraph, limits);
  } catch (problem) {
    await engine.close();
    throw problem;
  }
}
