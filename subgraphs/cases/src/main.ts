import { fileClock } from "@yimen/kernel/clock";
import { createSiblingClient } from "@yimen/kernel/siblingClient";
import { createCatalogueClient } from "./catalogueClient.js";
import { configFrom } from "./config.js";
import { createStaffClient } from "./staffClient.js";
import { startCases } from "./subgraph.js";

const config = configFrom(process.env);
const { callerSecret } = config;
const sibling = (target: string, url: URL) => createSiblingClient({ url, target, self: "cases", callerSecret });
const subgraph = await startCases({
  databaseUrl: config.databaseUrl.href,
  port: config.port,
  callerSecret,
  receiptKey: config.receiptKey,
  clock: fileClock(config.clockFile),
  catalogue: createCatalogueClient(sibling("catalogue", config.catalogueUrl)),
  staff: createStaffClient(sibling("staff", config.staffUrl)),
  onError: (error) => console.error(error),
});
console.info(`cases ready at ${subgraph.url}`);

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => subgraph.stop().then(() => process.exit(0)));
