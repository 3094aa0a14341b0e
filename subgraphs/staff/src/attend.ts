import { fileClock } from "@yimen/kernel/clock";
import { optional, readConfig, url } from "@yimen/kernel/config";
import { officialCalendar } from "@yimen/workdays/officialCalendar";
import { signEverybodyIn } from "./signEverybodyIn.js";
import { connect } from "./store/db.js";

const { databaseUrl, clockFile } = readConfig<{ databaseUrl: URL; clockFile: string | undefined }>(process.env, {
  databaseUrl: url("STAFF_DATABASE_URL"),
  clockFile: optional("YIMEN_CLOCK_FILE"),
});
using clock = fileClock(clockFile);
const db = connect(databaseUrl.href);
await signEverybodyIn(db, clock, officialCalendar);
await db.$disconnect();
