import { writeFileSync } from "node:fs";
import { printFederatedSchema } from "@yimen/kernel/subgraphSchema";
import { buildCatalogueSchema } from "./schema.js";

writeFileSync("schema.graphql", printFederatedSchema(await buildCatalogueSchema()));
