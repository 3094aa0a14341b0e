import { fileClock } from "@yimen/kernel/clock";
import { createSiblingClient } from "@yimen/kernel/siblingClient";
import { createCatalogueClient } from "./catalogueClient.js";
import { configFrom } from "./config.js";
import { createStaffClient } from "./staffClient.js";
import { startCases } from "./subgraph.js";

const config = configFrom(process.env);
const { callerSecret } = config;
const sibling = (target: string, urls: readonly URL[]) =>
  createSiblingClient({ urls, target, self: "cases", callerSecret });
const subgraph = await startCases({
  databaseUrl: config.databaseUrl.href,
  port: config.port,
  callerSecret,
  receiptKey: config.receiptKey,
  clock: fileClock(config.clockFile),
  relay: config.relay,
  reminderLeadDays: config.reminderLeadDays,
  catalogue: createCatalogueClient(sibling("catalogue", config.catalogueUrls)),
  staff: createStaffClient(sibling("staff", config.staffUrls)),
  onError: (error) => console.error(error),
});

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => subgraph.stop().then(() => process.exit(0)));
console.info(`cases ready at ${subgraph.url}`);
