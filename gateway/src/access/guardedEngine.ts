import { type DocumentNode, getOperationAST, OperationTypeNode } from "graphql";
import type { Engine, ExecutionRequest, Prepared, RefusedOutcome } from "../engine/engine.js";
import type { RequestContext } from "../requestContext.js";
import { type DisclosureSettings, discloseTo } from "./audit/disclosure.js";
import type { ReadRecord } from "./audit/readAudit.js";
import { grantsFor } from "./grants.js";
import { graphRules } from "./graphRules.js";
import { DocumentGuard, type Valid } from "./guardDocument.js";
import type { Policies } from "./policies.js";
import { unauthorized } from "./unauthorized.js";

export interface GuardSettings {
  readonly policies: Policies;
  /** What becomes of an operation that reads what its caller may not: those fields are null, or nothing is answered. */
  readonly onUnauthorized: "null" | "refuse";
  /** Without it personal fields are masked for everybody. */
  readonly disclosure?: DisclosureSettings | undefined;
}

type Request = ExecutionRequest<RequestContext>;

/**
 * An engine that answers every caller with what the graph's directives let it have. It decides before anything is
 * planned, for queries, mutations and the events of subscriptions alike.
 */
export function guarded(
  engine: Engine<RequestContext>,
  supergraph: DocumentNode,
  { policies, onUnauthorized, disclosure }: GuardSettings,
): Engine<RequestContext> {
  const rules = graphRules(supergraph, engine.schema);
  const grantsOf = grantsFor(rules.requirements.mentioned, policies);
  const guards = new WeakMap<Prepared, DocumentGuard>();
  const guardOf = (prepared: Valid): DocumentGuard => {
    const guard = guards.get(prepared) ?? new DocumentGuard(prepared, rules);
    guards.set(prepared, guard);
    return guard;
  };

  const permit = (request: Request, isStream: boolean): Request | RefusedOutcome => {
    const { prepared, context } = request;
    if (prepared.errors) return request;
    const permitted = guardOf(prepared).for(grantsOf(context.session.caller));
    const nothingLeft = isStream && permitted.withholdsStream;
    if (permitted.withheld.length > 0 && (nothingLeft || onUnauthorized === "refuse"))
      return unauthorized(permitted.withheld);
    // What is withheld is said, and what is told in clear is written down, for an answer as a whole.
    const whole = permitted.withheld.length > 0 ? { acceptsDefer: false } : {};
    if (!disclosure || !permitted.isPersonal) return { ...request, ...whole, prepared: permitted.prepared };
    const operation = isStream ? "event" : kindOf(request, prepared);
    const disclose = discloseTo(disclosure, { source: prepared.source, operation, context });
    if (!disclose) return { ...request, ...whole, prepared: permitted.prepared };
    return { ...request, acceptsDefer: false, prepared: permitted.prepared, disclose };
  };

  return {
    schema: engine.schema,
    subgraphs: engine.subgraphs,
    prepare: (source) => engine.prepare(source),
    async execute(request) {
      const permitted = permit(request, false);
      return "kind" in permitted ? permitted : engine.execute(permitted);
    },
    async subscribe(request) {
      const permitted = permit(request, true);
      return "kind" in permitted ? permitted : engine.subscribe(permitted);
    },
    warm: (sources) => engine.warm(sources),
    hotDocuments: (limit) => engine.hotDocuments(limit),
    close: () => engine.close(),
  };
}

const kindOf = ({ operationName }: Request, { document }: Valid): ReadRecord["operation"] =>
  getOperationAST(document, operationName)?.operation === OperationTypeNode.MUTATION ? "mutation" : "query";
