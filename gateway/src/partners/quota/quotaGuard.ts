import type { Clock } from "@yimen/kernel/clock";
import { type DocumentNode, getOperationAST } from "graphql";
import type { Logger } from "pino";
import { typesIn } from "../../access/supergraphTypes.js";
import type { Engine, ExecutionRequest, Prepared, RefusedOutcome } from "../../engine/engine.js";
import { costRules } from "../../limits/cost/costRules.js";
import { OperationCost } from "../../limits/cost/documentCost.js";
import { Refusal } from "../../operation/refusal.js";
import type { RequestContext } from "../../requestContext.js";
import { documentHash } from "../registry.js";
import { allowancesFor, type Usage, usagesOf } from "./allowances.js";
import type { QuotaStore } from "./quotaStore.js";

export interface QuotaSettings {
  readonly store: QuotaStore;
  /** Elements of a list of which the schema says nothing. */
  readonly assumedListSize: number;
  readonly clock: Clock;
  readonly log: Logger;
}

type Request = ExecutionRequest<RequestContext>;

/** What a document is known by and costs; worked out once. */
interface Weighed {
  readonly hash: string;
  readonly cost: OperationCost | undefined;
}

/** An engine that answers partners within their quotas: what goes beyond is refused before anything is planned. */
export function withinQuota(
  engine: Engine<RequestContext>,
  supergraph: DocumentNode,
  { store, assumedListSize, clock, log }: QuotaSettings,
): Engine<RequestContext> {
  const options = { schema: engine.schema, rules: costRules(typesIn(supergraph)), assumedListSize };
  const weighed = new WeakMap<Prepared, Weighed>();
  const weigh = ({ prepared, operationName }: Request): Weighed => {
    const known = weighed.get(prepared);
    if (known) return known;
    const operation = prepared.document && getOperationAST(prepared.document, operationName);
    const cost = operation && new OperationCost(prepared, operation, options);
    const made = { hash: documentHash(prepared.source), cost: cost ?? undefined };
    weighed.set(prepared, made);
    return made;
  };

  const refusal = async (request: Request): Promise<RefusedOutcome | undefined> => {
    const { session, onUsage } = request.context;
    const { partner } = session;
    if (!partner) return undefined;
    const { hash, cost } = weigh(request);
    const now = clock();
    const estimated = cost?.estimate(request.variables ?? {}).cost ?? 0;
    const allowances = allowancesFor(partner, partner.documents.get(hash), estimated, now);
    if (allowances.length === 0) return undefined;
    const taken = await store.take(allowances).catch((problem) => {
      log.error({ err: problem, requestId: request.context.requestId }, "quotas cannot be counted");
      throw new Refusal(503, "QUOTA_UNAVAILABLE", "暂时无法计量。 Quotas cannot be counted now.", {
        "retry-after": "5",
      });
    });
    const usages = usagesOf(allowances, taken, now);
    onUsage?.(usages);
    return taken.fits ? undefined : exceeded(usages);
  };

  return {
    schema: engine.schema,
    subgraphs: engine.subgraphs,
    prepare: (source) => engine.prepare(source),
    execute: async (request) => (await refusal(request)) ?? engine.execute(request),
    subscribe: async (request) => (await refusal(request)) ?? engine.subscribe(request),
    warm: (sources) => engine.warm(sources),
    hotDocuments: (limit) => engine.hotDocuments(limit),
    close: () => engine.close(),
  };
}

function exceeded(usages: readonly Usage[]): RefusedOutcome {
  const spent = usages.filter(({ left, amount }) => left < amount);
  const retryAfter = Math.max(...spent.map(({ resetIn }) => resetIn));
  const quotas = spent.map(({ policy }) => policy);
  const message = "已超出约定用量,请稍后再试。 The agreed quota is used up; try again later.";
  return { kind: "refused", errors: [{ message, extensions: { code: "QUOTA_EXCEEDED", quotas, retryAfter } }] };
}
