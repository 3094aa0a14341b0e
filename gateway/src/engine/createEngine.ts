import type { Engine, EngineOptions } from "./engine.js";

/** Builds the engine for one supergraph; rejects when the supergraph is not one. */
export function createEngine<C>(_options: EngineOptions<C>): Promise<Engine<C>> {
  return Promise.reject(new Error("The engine is not built yet."));
}
