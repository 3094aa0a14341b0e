import { parseArgs } from "node:util";
import { fileClock } from "@yimen/kernel/clock";
import { optional, readConfig, url } from "@yimen/kernel/config";
import { EXAMPLES, loadExamples } from "./seeding/loadExamples.js";
import { connect } from "./store/db.js";

const { values } = parseArgs({ options: { cases: { type: "string", default: String(EXAMPLES) } } });
const count = Number(values.cases);
if (!Number.isInteger(count) || count < 0) throw new Error(`--cases must be a whole number, got "${values.cases}"`);
const { databaseUrl, clockFile } = readConfig<{ databaseUrl: URL; clockFile: string | undefined }>(process.env, {
  databaseUrl: url("CASES_DATABASE_URL"),
  clockFile: optional("YIMEN_CLOCK_FILE"),
});

using clock = fileClock(clockFile);
const db = connect(databaseUrl.href);
const stored = await loadExamples(db, clock(), count);
await db.$disconnect();
console.info(`${stored} example cases stored`);
