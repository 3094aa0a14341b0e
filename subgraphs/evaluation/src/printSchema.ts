import { writeFileSync } from "node:fs";
import { printFederatedSchema } from "@yimen/kernel/subgraphSchema";
import { buildEvaluationSchema } from "./schema.js";

writeFileSync("schema.graphql", printFederatedSchema(await buildEvaluationSchema()));
