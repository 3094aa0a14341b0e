// The planner's thread. What it imports of this folder is named "x.ts": tests run it from its source, where Node strips
// the types but does not look for "x.ts" behind "x.js".
import { parentPort, workerData } from "node:worker_threads";
import {
  DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES,
  operationFromDocument,
  type Schema,
  Supergraph,
} from "@apollo/federation-internals";
import { QueryPlanner } from "@apollo/query-planner";
import { type GraphQLSchema, isObjectType, parse, print, printSchema } from "graphql";
import { keepClientsVariable } from "./clientsVariable.ts";
import { splitConditionalNeeds } from "./conditionalNeeds.ts";
import { Contexts } from "./contexts.ts";
import { DirectivesOfTheGateway } from "./directivesOfTheGateway.ts";
import { keepFruitfulOptions } from "./fruitfulOptions.ts";
import { withoutLiteralConditions } from "./literalConditions.ts";
import type { GraphFacts, PlannerData, PlannerMessage, PlanRequest } from "./messages.ts";
import { NarrowedFields } from "./narrowedFields.ts";
import { Needs } from "./needs.ts";
import { OverrideLabels } from "./overrideLabels.ts";
import { resolvableKeysFirst } from "./resolvableKeysFirst.ts";
import { restorePlan } from "./restorePlan.ts";
import { isStandIn, StandIns } from "./standIns.ts";

/**
 * What a supergraph may demand of those who run it: the stock features, those that the gateway enforces itself, and
 * tags for caches of entities, of which there are none here.
 */
const supportedFeatures = new Set([
  ...DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES,
  "https://specs.apollo.dev/authenticated/v0.1",
  "https://specs.apollo.dev/requiresScopes/v0.1",
  "https://specs.apollo.dev/policy/v0.1",
  "https://specs.apollo.dev/context/v0.1",
  "https://specs.apollo.dev/cost/v0.1",
  "https://specs.apollo.dev/cacheTag/v0.1",
]);

const say = (message: PlannerMessage) => parentPort?.postMessage(message);
const textOf = (problem: unknown) => (problem instanceof Error ? problem.message : String(problem));

const subtypesIn = (schema: Schema): GraphFacts["subtypes"] => {
  const interfaces = schema.interfaceTypes().map((type) => [type.name, type.allImplementations()] as const);
  const unions = schema.unionTypes().map((type) => [type.name, type.types()] as const);
  return Object.fromEntries([...interfaces, ...unions].map(([name, types]) => [name, types.map((type) => type.name)]));
};

const hiddenValuesIn = (schema: Schema, api: Schema): GraphFacts["hiddenValues"] => {
  const hidden = schema.enumTypes().map((type): [string, string[]] => {
    const shown = api.type(type.name);
    const isShown = (name: string) => shown?.kind === "EnumType" && shown.value(name) !== undefined;
    return [type.name, type.values.map(({ name }) => name).filter((name) => !isShown(name))];
  });
  return Object.fromEntries(hidden.filter(([, values]) => values.length > 0));
};

/** The schema as clients may know it. */
function withoutStandIns(api: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(api.getTypeMap())) {
    if (!isObjectType(type)) continue;
    const fields = type.getFields();
    for (const name of Object.keys(fields)) if (isStandIn(name)) delete fields[name];
  }
  return api;
}

try {
  const { supergraphSdl } = workerData as PlannerData;
  const given = parse(supergraphSdl);
  const document = resolvableKeysFirst(given);
  const contexts = new Contexts(document);
  const standIns = new StandIns(document);
  const overrides = new OverrideLabels(document);
  const needs = new Needs(standIns.supergraph);
  const narrowed = new NarrowedFields(standIns.supergraph);
  const plannable = standIns.supergraph === given ? supergraphSdl : print(standIns.supergraph);
  // What may not be null cannot be taken from a context, says the planner's validation, even where nothing there is null.
  const supergraph = Supergraph.build(plannable, { supportedFeatures, validateSupergraph: !contexts.areDemanded });
  const apiSchema = supergraph.apiSchema();
  const directives = new DirectivesOfTheGateway(document, apiSchema);
  const api = apiSchema.toGraphQLJSSchema({ includeDefer: true });
  keepFruitfulOptions();
  const plain = new QueryPlanner(supergraph, { reuseQueryFragments: false, typeConditionedFetching: true });
  let deferring: QueryPlanner | undefined;
  const deferringPlanner = () => {
    deferring ??= new QueryPlanner(supergraph, {
      reuseQueryFragments: false,
      incrementalDelivery: { enableDefer: true },
    });
    return deferring;
  };

  parentPort?.on("message", ({ id, source, operationName, defer }: PlanRequest) => {
    try {
      const asked = parse(source);
      const operation = operationFromDocument(apiSchema, directives.without(withoutLiteralConditions(asked)), {
        operationName,
        validate: false,
      });
      const overrideConditions = overrides.conditionsFor(source);
      const planBy = (planner: QueryPlanner) =>
        keepClientsVariable(planner.buildQueryPlan(operation, { overrideConditions }), asked, operationName);
      // With contexts nothing is put off: the planner does not say which part their fetches belong to.
      const whole = !defer || contexts.any ? planBy(plain) : undefined;
      const isWhole = whole !== undefined && (contexts.areUsedBy(whole, asked, api) || !defer);
      const planned = narrowed.withTypes(isWhole ? whole : planBy(deferringPlanner()));
      const plan = splitConditionalNeeds(planned, needs);
      say({ kind: "planned", id, plan: JSON.stringify(restorePlan(plan, standIns)) });
    } catch (problem) {
      say({ kind: "failed", id, message: textOf(problem) });
    }
  });
  say({
    kind: "ready",
    graph: {
      apiSdl: `${printSchema(withoutStandIns(api))}\n${directives.sdl}`,
      subtypes: subtypesIn(supergraph.schema),
      hiddenValues: hiddenValuesIn(supergraph.schema, apiSchema),
      subgraphs: [...supergraph.subgraphs()].map(({ name, url }) => ({ name, url })),
    },
  });
} catch (problem) {
  say({ kind: "failed", id: undefined, message: textOf(problem) });
}
