import { buildSchema, type GraphQLSchema } from "graphql";
import { resumableFields } from "../live/resumableFields.js";
import { TypeRelations } from "./compile/typeRelations.js";
import { Documents } from "./documents.js";
import type { Engine, EngineOptions } from "./engine.js";
import { FederatedEngine } from "./federatedEngine.js";
import { PlannedOperations } from "./plannedOperations.js";
import { Planner } from "./planning/planner.js";

const DEFAULT_CACHE_BYTES = 32 * 1024 * 1024;

/** An engine, and others that know a part of its graph only. */
export interface Engines<C> {
  readonly whole: Engine<C>;
  /** The same graph as if it were no more than `schema`; closed with the whole. */
  within(schema: GraphQLSchema, judge: EngineOptions<C>["judge"]): Engine<C>;
}

/** Builds the engine for one supergraph; rejects when the supergraph is not one. */
export const createEngine = async <C>(options: EngineOptions<C>): Promise<Engine<C>> =>
  (await createEngines(options)).whole;

/** Builds the engine for one supergraph, to which others can be added. */
export async function createEngines<C>(options: EngineOptions<C>): Promise<Engines<C>> {
  const { planner, graph } = await Planner.start(options.supergraphSdl);
  const types = new TypeRelations(graph);
  const resumable = resumableFields(options.supergraphSdl);
  const { subgraphs } = graph;
  const within: Engines<C>["within"] = (schema, judge) => {
    const documents = new Documents({
      schema,
      judge,
      maxTokens: options.maxTokens ?? 15_000,
      cacheBytes: options.cacheBytes ?? DEFAULT_CACHE_BYTES,
    });
    const operations = new PlannedOperations(planner, schema, types, (prepared, bytes) =>
      documents.grow(prepared, bytes),
    );
    return new FederatedEngine({ schema, subgraphs, planner, documents, operations, types, resumable, options });
  };
  return { whole: within(buildSchema(graph.apiSdl, { assumeValid: true }), options.judge), within };
}
