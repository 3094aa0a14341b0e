import type { CallerKind } from "@yimen/kernel/caller";
import { type DocumentNode, getOperationAST } from "graphql";
import { typesIn } from "../../access/supergraphTypes.js";
import type { Engine, ExecutionRequest, Prepared, RefusedOutcome } from "../../engine/engine.js";
import type { RequestContext } from "../../requestContext.js";
import type { Limits } from "../limits.js";
import { costRules } from "./costRules.js";
import { OperationCost } from "./documentCost.js";

type Request = ExecutionRequest<RequestContext>;

/** What each kind of caller may spend on one operation. */
const budgetOf = (limits: Limits): Readonly<Record<CallerKind, number>> => ({
  ANONYMOUS: limits.anonymousCost,
  APPLICANT: limits.applicantCost,
  PARTNER: limits.partnerCost,
  STAFF: limits.staffCost,
  SERVICE: Number.POSITIVE_INFINITY,
});

/**
 * An engine that refuses what would cost too much, before anything is planned. What an answer has cost in the end is
 * remembered where it was more than the estimate, so that the estimate does not err twice.
 */
export function withinBudget(
  engine: Engine<RequestContext>,
  supergraph: DocumentNode,
  limits: Limits,
): Engine<RequestContext> {
  const options = {
    schema: engine.schema,
    rules: costRules(typesIn(supergraph)),
    assumedListSize: limits.assumedListSize,
  };
  const budgets = budgetOf(limits);
  const costs = new WeakMap<Prepared, Map<string, OperationCost>>();

  const costOf = ({ prepared, operationName }: Request): OperationCost | undefined => {
    const known = costs.get(prepared)?.get(operationName ?? "");
    if (known || prepared.errors) return known;
    const operation = getOperationAST(prepared.document, operationName);
    if (!operation) return undefined;
    const cost = new OperationCost(prepared, operation, options);
    const ofDocument = costs.get(prepared) ?? new Map<string, OperationCost>();
    costs.set(prepared, ofDocument.set(operationName ?? "", cost));
    return cost;
  };

  const refusal = (request: Request, operation: OperationCost | undefined): RefusedOutcome | undefined => {
    if (!operation) return undefined;
    const { cost, longestList } = operation.estimate(request.variables ?? {});
    const budget = budgets[request.context.session.caller.kind];
    if (longestList > limits.listSize) return listTooLong(longestList, limits.listSize);
    return cost > budget ? tooExpensive(cost, budget) : undefined;
  };

  return {
    schema: engine.schema,
    subgraphs: engine.subgraphs,
    prepare: (source) => engine.prepare(source),
    async execute(request) {
      const operation = costOf(request);
      const refused = refusal(request, operation);
      if (refused) return refused;
      const outcome = await engine.execute(request);
      if (outcome.kind === "single") operation?.learn(request.variables ?? {}, outcome.objects);
      return outcome;
    },
    async subscribe(request) {
      return refusal(request, costOf(request)) ?? engine.subscribe(request);
    },
    warm: (sources) => engine.warm(sources),
    hotDocuments: (limit) => engine.hotDocuments(limit),
    close: () => engine.close(),
  };
}

const refused = (message: string, extensions: Readonly<Record<string, unknown>>): RefusedOutcome => ({
  kind: "refused",
  errors: [{ message, extensions }],
});

const tooExpensive = (cost: number, limit: number) =>
  refused(`查询过大:估计开销 ${cost},上限 ${limit}。 The operation may cost ${cost}; ${limit} are allowed.`, {
    code: "COST_LIMIT_EXCEEDED",
    cost,
    limit,
  });

const listTooLong = (asked: number, limit: number) =>
  refused(`列表过长:所求 ${asked},上限 ${limit}。 A list of ${asked} is asked for; ${limit} are allowed.`, {
    code: "LIST_SIZE_EXCEEDED",
    limit,
  });
