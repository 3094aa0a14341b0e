import type { FastifyInstance } from "fastify";
import { Refusal } from "../operation/refusal.js";
import type { Services } from "../services.js";
import { operatorReports } from "./operatorReport.js";

const SCOPE = "gateway:operate";

/** GET /streams, for operators: what is followed, for how many, and how far behind. The page at /operator shows it. */
export function serveStreams(app: FastifyInstance, services: Services): void {
  const report = operatorReports(services);
  app.get("/streams", async ({ headers }) => {
    const { caller } = await services.authenticate({
      authorization: headers.authorization,
      apiKey: headers["x-api-key"] as string | undefined,
    });
    if (!services.isOpen && !caller.scopes.includes(SCOPE)) {
      throw new Refusal(403, "FORBIDDEN", `仅限运维人员。 This needs the scope ${SCOPE}.`);
    }
    return report();
  });
}
