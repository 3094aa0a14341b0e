import { writeFileSync } from "node:fs";
import { printFederatedSchema } from "@yimen/kernel/subgraphSchema";
import { buildStaffSchema } from "./schema.js";

writeFileSync("schema.graphql", printFederatedSchema(await buildStaffSchema()));
