import type { FastifyInstance } from "fastify";
import type { Services } from "../services.js";

/** Whether a subgraph answers. */
export type SubgraphState = "up" | "down";

/** Asks every subgraph whether it is there. */
export type Probe = () => Promise<Readonly<Record<string, SubgraphState>>>;

const REMEMBERED = 1_000; // milliseconds, so that asking us often does not ask the subgraphs often

/** GET /health: the gateway answers, so it is ready; it says which subgraphs are there. */
export function serveHealth(app: FastifyInstance, { probe, clock }: Services): void {
  let known: { states: ReturnType<Probe>; until: number } | null = null;
  app.get("/health", async () => {
    const now = performance.now();
    if (!known || known.until < now) known = { states: probe(), until: now + REMEMBERED };
    const subgraphs = await known.states;
    const status = Object.values(subgraphs).includes("down") ? "degraded" : "ok";
    return { status, now: clock().toISOString(), subgraphs };
  });
}
