import type { FastifyInstance } from "fastify";
import { streamReports } from "../live/streamReport.js";
import { Refusal } from "../operation/refusal.js";
import type { Services } from "../services.js";

const SCOPE = "gateway:operate";

/** GET /streams, for operators: what is followed, for how many, and how far behind. */
export function serveStreams(app: FastifyInstance, services: Services): void {
  const { live, authenticate } = services;
  app.get("/streams", async ({ headers }) => {
    const { caller } = await authenticate({
      authorization: headers.authorization,
      apiKey: headers["x-api-key"] as string | undefined,
    });
    if (!services.isOpen && !caller.scopes.includes(SCOPE)) {
      throw new Refusal(403, "FORBIDDEN", `仅限运维人员。 This needs the scope ${SCOPE}.`);
    }
    const streams = streamReports(live);
    const subscribers = streams.reduce((sum, stream) => sum + stream.subscribers, 0);
    return { streams, subscribers, letGo: live.letGo };
  });
}
