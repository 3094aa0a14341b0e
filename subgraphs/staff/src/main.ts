import { fileClock } from "@yimen/kernel/clock";
import { createSiblingClient } from "@yimen/kernel/siblingClient";
import { officialCalendar } from "@yimen/workdays/officialCalendar";
import { createCasesClient } from "./casesClient.js";
import { configFrom } from "./config.js";
import { startStaff } from "./subgraph.js";

const config = configFrom(process.env);
const { callerSecret } = config;
const subgraph = await startStaff({
  databaseUrl: config.databaseUrl.href,
  port: config.port,
  callerSecret,
  clock: fileClock(config.clockFile),
  relay: config.relay,
  calendar: officialCalendar,
  cases: createCasesClient(
    createSiblingClient({ urls: config.casesUrls, target: "cases", self: "staff", callerSecret }),
  ),
  onError: (error) => console.error(error),
});

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => subgraph.stop().then(() => process.exit(0)));
console.info(`staff ready at ${subgraph.url}`);
