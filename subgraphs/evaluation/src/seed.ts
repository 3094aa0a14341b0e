import { readConfig, url } from "@yimen/kernel/config";
import { loadSeed } from "./loadSeed.js";
import { connect } from "./store/db.js";

const { databaseUrl } = readConfig<{ databaseUrl: URL }>(process.env, { databaseUrl: url("EVALUATION_DATABASE_URL") });
const db = connect(databaseUrl.href);
await loadSeed(db);
await db.$disconnect();
