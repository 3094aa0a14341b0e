import { writeFileSync } from "node:fs";
import { printFederatedSchema } from "@yimen/kernel/subgraphSchema";
import { buildCasesSchema } from "./schema.js";

writeFileSync("schema.graphql", printFederatedSchema(await buildCasesSchema()));
