import type { Clock } from "@yimen/kernel/clock";
import { type DocumentNode, getOperationAST } from "graphql";
import type { Logger } from "pino";
import { typesIn } from "../../access/supergraphTypes.js";
import type { Engine, ExecutionRequest, Prepared, RefusedOutcome, SubscriptionOutcome } from "../../engine/engine.js";
import { costRules } from "../../limits/cost/costRules.js";
import { OperationCost } from "../../limits/cost/documentCost.js";
import type { LiveSource } from "../../live/liveSource.js";
import { Refusal } from "../../operation/refusal.js";
import type { RequestContext } from "../../requestContext.js";
import { documentHash } from "../registry.js";
import { type Allowance, allowancesFor, allowancesForEvent, type Usage, usagesOf } from "./allowances.js";
import type { QuotaStore } from "./quotaStore.js";

export interface QuotaSettings {
  readonly store: QuotaStore;
  /** Elements of a list of which the schema says nothing. */
  readonly assumedListSize: number;
  readonly clock: Clock;
  readonly log: Logger;
}

type Request = ExecutionRequest<RequestContext>;

/** What a document is known by, and one of its operations costs; worked out once. */
interface Weighed {
  readonly hash: string;
  readonly cost: OperationCost | undefined;
}

/**
 * An engine that answers partners within their quotas: what goes beyond is refused before anything is planned. Each event
 * of a subscription costs what the operation is estimated at; once that is used up, events tell so and nothing else.
 */
export function withinQuota(
  engine: Engine<RequestContext>,
  supergraph: DocumentNode,
  { store, assumedListSize, clock, log }: QuotaSettings,
): Engine<RequestContext> {
  const options = { schema: engine.schema, rules: costRules(typesIn(supergraph)), assumedListSize };
  const weighed = new WeakMap<Prepared, Map<string | null | undefined, Weighed>>();
  const weigh = ({ prepared, operationName }: Request): Weighed => {
    const ofDocument = weighed.get(prepared) ?? new Map<string | null | undefined, Weighed>();
    weighed.set(prepared, ofDocument);
    const known = ofDocument.get(operationName);
    if (known) return known;
    const operation = prepared.document && getOperationAST(prepared.document, operationName);
    const cost = operation && new OperationCost(prepared, operation, options);
    const made = { hash: documentHash(prepared.source), cost: cost ?? undefined };
    if (operation) ofDocument.set(operationName, made); // any other name would be kept as well
    return made;
  };

  const take = async (allowances: readonly Allowance[], { context }: Request, now: Date) => {
    const taken = await store.take(allowances).catch((problem) => {
      log.error({ err: problem, requestId: context.requestId }, "quotas cannot be counted");
      throw new Refusal(503, "QUOTA_UNAVAILABLE", UNAVAILABLE, { "retry-after": "5" });
    });
    return { fits: taken.fits, usages: usagesOf(allowances, taken, now) };
  };

  const drawnOn = (request: Request, allowancesOf: typeof allowancesFor, now: Date): readonly Allowance[] => {
    const { partner } = request.context.session;
    if (!partner) return [];
    const { hash, cost } = weigh(request);
    const estimated = cost?.estimate(request.variables ?? {}).cost ?? 0;
    return allowancesOf(partner, partner.documents.get(hash), estimated, now);
  };

  const refusal = async (request: Request): Promise<RefusedOutcome | undefined> => {
    const now = clock();
    const allowances = drawnOn(request, allowancesFor, now);
    if (allowances.length === 0) return undefined;
    const { fits, usages } = await take(allowances, request, now);
    request.context.onUsage?.(usages);
    return fits ? undefined : exceeded(usages);
  };

  /** What is told instead of an event, when it is not paid for. */
  const eventRefusal = async (request: Request): Promise<RefusedOutcome["errors"] | undefined> => {
    const now = clock();
    const allowances = drawnOn(request, allowancesForEvent, now);
    if (allowances.length === 0) return undefined;
    try {
      const { fits, usages } = await take(allowances, request, now);
      return fits ? undefined : exceeded(usages).errors;
    } catch (problem) {
      if (problem instanceof Refusal) return [problem.error];
      throw problem;
    }
  };

  const subscribe = async (request: Request): Promise<SubscriptionOutcome> => {
    const outcome = (await refusal(request)) ?? (await engine.subscribe(request));
    if (outcome.kind === "refused" || !request.context.session.partner) return outcome;
    return { kind: "source", source: metered(outcome.source, () => eventRefusal(request)) };
  };

  return {
    schema: engine.schema,
    subgraphs: engine.subgraphs,
    prepare: (source) => engine.prepare(source),
    execute: async (request) => (await refusal(request)) ?? engine.execute(request),
    subscribe,
    warm: (sources) => engine.warm(sources),
    hotDocuments: (limit) => engine.hotDocuments(limit),
    close: () => engine.close(),
  };
}

const metered = (source: LiveSource, refusal: () => Promise<RefusedOutcome["errors"] | undefined>): LiveSource => ({
  upstream: source.upstream,
  shape: source.shape,
  log: source.log,
  after: source.after,
  head: (signal) => source.head(signal),
  open: (after, signal) => source.open(after, signal),
  cursorOf: (event) => source.cursorOf(event),
  answer: async (event, share) => {
    const errors = await refusal();
    return errors ? JSON.stringify({ errors, data: null }) : source.answer(event, share);
  },
});

const UNAVAILABLE = "暂时无法计量,请稍后再试。 Quotas cannot be counted now; try again later.";

function exceeded(usages: readonly Usage[]): RefusedOutcome {
  const spent = usages.filter(({ left, amount }) => left < amount);
  const quotas = spent.map(({ policy }) => policy);
  const waits = spent.map(({ enoughIn }) => enoughIn);
  if (waits.includes(null)) {
    const message = "该操作的估计开销超过约定用量的总额。 The operation alone costs more than the agreed quota.";
    return { kind: "refused", errors: [{ message, extensions: { code: "QUOTA_EXCEEDED", quotas } }] };
  }
  const retryAfter = Math.max(...waits.map(Number));
  const message = "已超出约定用量,请稍后再试。 The agreed quota is used up; try again later.";
  return { kind: "refused", errors: [{ message, extensions: { code: "QUOTA_EXCEEDED", quotas, retryAfter } }] };
}
