import type { Clock } from "@yimen/kernel/clock";
import { parse } from "graphql";
import type { Logger } from "pino";
import { type GuardSettings, guarded } from "../access/guardedEngine.js";
import { shareableQueries } from "../access/shareable.js";
import { createEngines } from "../engine/createEngine.js";
import type { Engine } from "../engine/engine.js";
import type { SubgraphClient } from "../engine/subgraphClient.js";
import type { Attempts } from "../limits/attempts.js";
import { withinBudget } from "../limits/cost/costGuard.js";
import { withoutGuessing } from "../limits/guessing.js";
import { judgeIntrospection } from "../limits/judgeIntrospection.js";
import { judgeSize } from "../limits/judgeSize.js";
import type { Limits } from "../limits/limits.js";
import { contractOf } from "../partners/contract.js";
import { withinQuota } from "../partners/quota/quotaGuard.js";
import type { QuotaStore } from "../partners/quota/quotaStore.js";
import type { RequestContext } from "../requestContext.js";
import type { Services } from "../services.js";
import type { Addresses } from "./addresses.js";
import { refuseUnenforcedSecurity } from "./securityDirectives.js";

export interface GraphRulesSettings {
  readonly client: SubgraphClient<RequestContext>;
  /** Where each subgraph listens: brought up to date when a graph goes live. */
  readonly addresses: Addresses;
  readonly limits: Limits;
  /** Whether clients may ask for the schema. */
  readonly introspection: boolean;
  /** Who may see what of the graph. */
  readonly guard: GuardSettings;
  /** Where it is kept how much partners have used. */
  readonly quotas: QuotaStore;
  /** Where it is counted how often secrets were tried. */
  readonly attempts: Attempts;
  readonly clock: Clock;
  readonly log: Logger;
}

/** One supergraph, ready to answer. */
export interface Graph {
  readonly whole: Engine<RequestContext>;
  /** The same for partners, who know of the contract only and may ask what is in it. */
  readonly contract: Engine<RequestContext>;
  readonly isShareable: Services["isShareable"];
}

/** What partners may have of the graph carries `@tag(name: "partner")`. */
const PARTNER_TAG = "partner";

/** @throws when the supergraph is not one, or not one that can be served */
export async function buildGraph(sdl: string, settings: GraphRulesSettings): Promise<Graph> {
  const { client, addresses, limits, introspection, guard, quotas, attempts, clock, log } = settings;
  const supergraph = parse(sdl, { noLocation: true });
  refuseUnenforcedSecurity(supergraph);
  const { whole, within } = await createEngines<RequestContext>({
    supergraphSdl: sdl,
    client,
    maxTokens: limits.tokens,
    judge: (document) => [...judgeSize(document, limits), ...(introspection ? [] : judgeIntrospection(document))],
  });
  const served = (engine: Engine<RequestContext>) => {
    const open = withoutGuessing(guarded(engine, supergraph, guard), supergraph, { limits, attempts, clock, log });
    return withinBudget(open, supergraph, limits);
  };
  try {
    addresses.check(whole.subgraphs);
    const contract = within(contractOf(supergraph, whole.schema, PARTNER_TAG), (document) =>
      judgeSize(document, limits),
    );
    const metered = withinQuota(served(contract), supergraph, { store: quotas, ...limits, clock, log });
    return { whole: served(whole), contract: metered, isShareable: shareableQueries(supergraph, whole.schema) };
  } catch (problem) {
    await whole.close();
    throw problem;
  }
}
