import { fileClock } from "@yimen/kernel/clock";
import { configFrom } from "./config.js";
import { startCatalogue } from "./subgraph.js";

const config = configFrom(process.env);
const subgraph = await startCatalogue({
  databaseUrl: config.databaseUrl.href,
  port: config.port,
  callerSecret: config.callerSecret,
  clock: fileClock(config.clockFile),
  onError: (error) => console.error(error),
});
console.info(`catalogue ready at ${subgraph.url}`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => subgraph.stop().then(() => process.exit(0)));
}
