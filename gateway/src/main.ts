import { readFileSync } from "node:fs";
import { fileClock } from "@yimen/kernel/clock";
import { serviceLog } from "@yimen/kernel/serviceLog";
import { environmentOf, usage } from "./cli.js";
import { configFrom } from "./config.js";
import { PlannerThread } from "./engine/planning/plannerThread.js";

const fail = (problem: unknown): never => {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exit(1);
};

function settings() {
  try {
    const flags = environmentOf(process.argv.slice(2));
    if (flags) return configFrom({ ...process.env, ...flags });
  } catch (problem) {
    return fail(problem);
  }
  console.info(usage);
  process.exit(0);
}

/** Lets the planner take up the graph while the rest of the gateway is still being loaded. */
function startPlannerAhead(supergraphFile: string | undefined): void {
  if (supergraphFile === undefined) return;
  try {
    PlannerThread.startAhead(readFileSync(supergraphFile, "utf8"));
  } catch {
    // the source says what is wrong with it
  }
}

const { clockFile, logLevel, supergraphFile, ...options } = settings();
startPlannerAhead(supergraphFile);
const { startGateway } = await import("./gateway.js");
const log = serviceLog("gateway", logLevel);
const gateway = await startGateway({ ...options, clock: fileClock(clockFile), log }).catch(fail);

let stopping = false;
const stop = async () => {
  if (stopping) return;
  stopping = true;
  await gateway.stop();
  process.exit(0);
};
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
process.once("disconnect", stop); // whoever started us is gone
console.info(`gateway ready at ${gateway.url}`); // and to be stopped
