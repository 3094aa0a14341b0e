import type { FetchNode, PlanNode } from "@apollo/query-planner";
import { waitingForContexts } from "./contextSteps.js";
import { compileContextValues } from "./contextValues.js";
import { type FetchOperation, readFetchOperation } from "./fetchOperation.js";
import { placesOf } from "./places.js";
import { compileRepresentation } from "./representation.js";
import { readPath } from "./responsePath.js";
import { compileRewrites, renamedKeys } from "./rewrites.js";
import type { Channel, ContextPart, EntityPart, PlannedStep, Step } from "./step.js";
import type { TypeRelations } from "./typeRelations.js";

interface PlanStepsOptions {
  readonly types: TypeRelations;
  /** The value of a Boolean variable that a condition of the plan depends on. */
  readonly condition: (variable: string) => boolean;
}

/** Turns a plan's tree into a list of steps, each knowing which ones it must wait for. */
export function planSteps(node: PlanNode | undefined, options: PlanStepsOptions): Step[] {
  const steps: PlannedStep[] = [];
  const channels = new Map<string, Channel>();

  /** @returns the steps that must end before what follows in a sequence */
  const visit = (node: PlanNode, path: readonly string[], after: ReadonlySet<number>): ReadonlySet<number> => {
    switch (node.kind) {
      case "Fetch": {
        const step = compileStep(node, path, after, steps.length, channels, options.types);
        steps.push(step);
        return new Set([step.index]);
      }
      case "Flatten":
        return visit(node.node, [...path, ...readPath(node.path, options.types)], after);
      case "Sequence":
        return node.nodes.reduce((before, next) => visit(next, path, before), after);
      case "Parallel": {
        const ends = node.nodes.map((next) => visit(next, path, after));
        return new Set(ends.flatMap((end) => [...end]));
      }
      case "Condition": {
        const branch = options.condition(node.condition) ? node.ifClause : node.elseClause;
        return branch ? visit(branch, path, after) : after;
      }
      case "Defer":
        throw new Error("A deferred plan is compiled part by part.");
    }
  };
  if (node) visit(node, [], new Set());
  const ordered = waitingForContexts(steps);
  const places = placesOf(ordered);
  return ordered.map((step, index): Step => ({ ...step, place: places[index] as Step["place"] }));
}

function compileStep(
  fetch: FetchNode,
  path: readonly string[],
  dependencies: ReadonlySet<number>,
  index: number,
  channels: Map<string, Channel>,
  types: TypeRelations,
): PlannedStep {
  const operation = readFetchOperation(fetch);
  const { keys, entitySelection = "", variables, contexts } = operation;
  const renamed = renamedKeys(fetch.outputRewrites);
  const subgraph = fetch.serviceName;
  const entities: EntityPart | undefined = fetch.requires && {
    representation: compileRepresentation(fetch.requires, fetch.inputRewrites, types),
    isAbstract: (type) => types.isAbstract(type),
    channel: channelFor(channels, { subgraph, selection: entitySelection, variables, contexts }),
    contexts: contextPart(fetch, operation, path, channels, types),
  };
  return {
    index,
    subgraph,
    path,
    operation: { kind: fetch.operationKind, query: fetch.operation, operationName: fetch.operationName },
    variableNames: [...variables.keys()],
    keys: new Set(keys.map((key) => renamed.get(key) ?? key)),
    dependencies,
    outputRewrites: compileRewrites(fetch.outputRewrites, types),
    renamedKeys: renamed,
    entities,
    id: fetch.id,
  };
}

function contextPart(
  { serviceName: subgraph, contextRewrites, outputRewrites }: FetchNode,
  { contexts, variables }: FetchOperation,
  path: readonly string[],
  channels: Map<string, Channel>,
  types: TypeRelations,
): ContextPart | undefined {
  if (!contexts) return undefined;
  const { keys, bare } = contexts;
  const renamed = renamedKeys(outputRewrites);
  const used = new Map([...variables].filter(([name]) => bare?.variableNames.has(name)));
  return {
    values: compileContextValues(contexts, contextRewrites, path, types),
    keys: new Set(keys.map((key) => renamed.get(key) ?? key)),
    bare: bare && channelFor(channels, { subgraph, selection: bare.selection, variables: used, contexts: undefined }),
  };
}

function channelFor(
  channels: Map<string, Channel>,
  wanted: Pick<Channel, "subgraph" | "selection" | "variables" | "contexts">,
): Channel {
  const key = JSON.stringify([wanted.subgraph, wanted.selection, [...wanted.variables]]);
  const channel = channels.get(key) ?? { ...wanted, index: channels.size, users: 0 };
  channels.set(key, channel);
  channel.users++;
  return channel;
}
