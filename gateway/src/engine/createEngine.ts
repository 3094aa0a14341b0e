import { buildSchema } from "graphql";
import { resumableFields } from "../live/resumableFields.js";
import { TypeRelations } from "./compile/typeRelations.js";
import { Documents } from "./documents.js";
import type { Engine, EngineOptions } from "./engine.js";
import { FederatedEngine } from "./federatedEngine.js";
import { PlannedOperations } from "./plannedOperations.js";
import { Planner } from "./planning/planner.js";

const DEFAULT_CACHE_BYTES = 32 * 1024 * 1024;

/** Builds the engine for one supergraph; rejects when the supergraph is not one. */
export async function createEngine<C>(options: EngineOptions<C>): Promise<Engine<C>> {
  const { planner, graph } = await Planner.start(options.supergraphSdl);
  const schema = buildSchema(graph.apiSdl, { assumeValid: true });
  const documents = new Documents({
    schema,
    judge: options.judge,
    maxTokens: options.maxTokens ?? 15_000,
    cacheBytes: options.cacheBytes ?? DEFAULT_CACHE_BYTES,
  });
  const types = new TypeRelations(graph);
  const operations = new PlannedOperations(planner, schema, types, (prepared, bytes) =>
    documents.grow(prepared, bytes),
  );
  const resumable = resumableFields(options.supergraphSdl);
  const { subgraphs } = graph;
  return new FederatedEngine({ schema, subgraphs, planner, documents, operations, types, resumable, options });
}
