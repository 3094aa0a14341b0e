import { fileClock } from "@yimen/kernel/clock";
import { officialCalendar } from "@yimen/workdays/officialCalendar";
import { configFrom } from "./config.js";
import { startStaff } from "./subgraph.js";

const config = configFrom(process.env);
const subgraph = await startStaff({
  databaseUrl: config.databaseUrl.href,
  port: config.port,
  callerSecret: config.callerSecret,
  clock: fileClock(config.clockFile),
  calendar: officialCalendar,
  onError: (error) => console.error(error),
});
console.info(`staff ready at ${subgraph.url}`);

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => subgraph.stop().then(() => process.exit(0)));
