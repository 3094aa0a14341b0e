import { composeServices } from "@apollo/composition";
import { parse } from "graphql";
import { subgraphNames, typeDefs } from "./schemas.ts";

/** The supergraph of the four subgraphs, which listen from `firstPort` on. */
export function composeSupergraph(firstPort: number): string {
  const services = subgraphNames.map((name, index) => ({
    name,
    url: `http://127.0.0.1:${firstPort + index}/graphql`,
    typeDefs: parse(typeDefs[name]),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new Error(errors?.join("\n"));
  return supergraphSdl;
}
