import { fileClock } from "@yimen/kernel/clock";
import { createSiblingClient } from "@yimen/kernel/siblingClient";
import { createCasesClient } from "./casesClient.js";
import { configFrom } from "./config.js";
import { createStaffClient } from "./staffClient.js";
import { startCatalogue } from "./subgraph.js";

const config = configFrom(process.env);
const { callerSecret } = config;
const sibling = (target: string, urls: readonly URL[]) =>
  createSiblingClient({ urls, target, self: "catalogue", callerSecret });
const subgraph = await startCatalogue({
  databaseUrl: config.databaseUrl.href,
  port: config.port,
  callerSecret,
  clock: fileClock(config.clockFile),
  relay: config.relay,
  cases: createCasesClient(sibling("cases", config.casesUrls)),
  staff: createStaffClient(sibling("staff", config.staffUrls)),
  onError: (error) => console.error(error),
});

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => subgraph.stop().then(() => process.exit(0)));
}
console.info(`catalogue ready at ${subgraph.url}`);
