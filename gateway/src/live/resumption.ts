import type { GraphQLSchema } from "graphql";
import type { Step } from "../engine/compile/step.js";
import type { SubgraphOperation } from "../engine/subgraphClient.js";
import type { Resumable } from "./resumableFields.js";
import { type ResumableOperation, resumableOperation } from "./resumableOperation.js";

/** How a planned subscription is taken up again. */
export interface Resumption extends ResumableOperation {
  /** The stream whose positions the cursors are, such as "cases.caseEvents". */
  readonly log: string;
  /** Asks where the stream ends now. */
  readonly headOperation: SubgraphOperation | undefined;
}

const known = new WeakMap<Step, { readonly resumption: Resumption | undefined }>();

/** Found once per planned step; `undefined` when the field is not declared resumable. */
export function resumptionOf(
  step: Step,
  declared: ReadonlyMap<string, Resumable>,
  schema: GraphQLSchema,
): Resumption | undefined {
  const found = known.get(step);
  if (found) return found.resumption;
  const resumption = read(step, declared, schema);
  known.set(step, { resumption });
  return resumption;
}

function read(
  { operation, subgraph }: Step,
  declared: ReadonlyMap<string, Resumable>,
  schema: GraphQLSchema,
): Resumption | undefined {
  const resumable = resumableOperation(operation, declared, schema);
  if (!resumable) return undefined;
  const head = declared.get(resumable.fieldName)?.head;
  const headOperation = head
    ? ({ kind: "query", query: `{head:${head}}`, operationName: undefined } as const)
    : undefined;
  return { ...resumable, log: `${subgraph}.${resumable.fieldName}`, headOperation };
}
